/** What a reader must be told, by code. */
import { cleanText } from '../figures/clean.ts';
import { whole } from '../figures/numbers.ts';
import type { Caution } from '../model.ts';
import { counted } from './sentences.ts';

/**
 * The sentence of each code; `{name}` stands for a value and `{name:word}` for so many of something. Where a value that a
 * sentence needs is not there, the code and its values are shown as they are, as with a code that is not known.
 */
const SENTENCES: Record<string, string> = {
  'no-on-topic': 'Of {articles:article} none is about China’s social credit system. There is nothing to count.',
  'no-dates': 'Of {articles:article} on the topic none has a date. Nothing can be counted over time.',
  'one-article': 'The study is of one article. Its figures say nothing of any other.',
  'broken-lines':
    'Left out, as they could not be read as results: {lines:line} of the inputs, first line {line} of {file}.',
  'coded-elsewhere':
    'Coded by version {version} with the facts {factBase}…, not by what counts them here: {records:record}. The hash of the frames’ rules in this report is that of this version, not of theirs.',
  'mixed-engines':
    'The articles were coded by {engines:version} of the program or its facts. Differences over time may come from that.',
  'other-frame-rules':
    'In {runs:run} frames were coded by other rules than those whose hash, {rules}…, is in this report. Check the articles anew to have one set of rules.',
  'no-frames-coded':
    'Checked without coding frames, and so counted for claims alone: {articles:article}. Check them anew with frames.',
  'undated-left-out': 'Left out of all figures, as they have no date: {articles:article} on the topic.',
  'future-dates': 'Left out of all figures, as their date is after {latest}: {articles:article}.',
  'duplicates-left-out': 'Left out, as the same article is there already: {records:result}.',
  'duplicate-ids': 'Ids that stand for more than one article, which were told apart: {ids}.',
  'coarse-dates': 'Left out, as their date is a month or a year that falls into no one period: {articles:article}.',
  'unreadable-dates': 'Left out, as their date cannot be read: {articles:article}.',
  'unknown-codes': 'Not counted, as this version does not know them: {codes:code} of frames or labels.',
  'other-facts':
    'Without a share of their own, as misreports are counted for the facts that most articles get wrong: {facts:more fact}.',
  'few-periods': 'There are articles in {periods:period}. Trends and change points need at least {needed}.',
  'no-outlets':
    'The outlet of none of {articles:article} is known, so that nothing is compared by outlet, and no interval takes articles of one outlet to be alike.',
  'few-outlets':
    'The articles are of {outlets:outlet}. Intervals by outlet need more to be trusted, and one outlet can move all shares.',
  'without-outlet': 'The outlet of {articles:article} is not known; these count as one outlet.',
  'no-labelled-sample':
    'No labelled sample of this corpus was given, so that shares hold the program’s own error, which may itself change over time.',
  'sample-not-here':
    'None of the articles that were coded by hand is in this corpus, so that nothing is said of the program’s error.',
};

const PLACE = /\{(\w+)(?::([\w ]+))?\}/g;

/** The sentence of a caution. */
export function cautionSentence({ code, values }: Caution): string {
  const template = Object.hasOwn(SENTENCES, code) ? SENTENCES[code]! : null;
  const needed = [...(template ?? '').matchAll(PLACE)].map(([, name]) => name!);
  if (template === null || !needed.every((name) => Object.hasOwn(values, name))) return bare(code, values);
  return template.replace(PLACE, (_, name: string, word?: string) => {
    const value = values[name]!;
    return word && typeof value === 'number' ? counted(value, word) : shown(value);
  });
}

const shown = (value: string | number): string =>
  typeof value === 'number' && Number.isInteger(value) ? whole(value) : cleanText(String(value));

function bare(code: string, values: Caution['values']): string {
  const pairs = Object.entries(values).map(([name, value]) => `${cleanText(name)}: ${shown(value)}`);
  return pairs.length > 0 ? `${cleanText(code)} (${pairs.join(', ')})` : cleanText(code);
}

/** The codes that have a sentence. */
export const CAUTION_CODES: readonly string[] = Object.keys(SENTENCES);
