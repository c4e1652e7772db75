/** Accuracy of parts, on cases that say what is right: nothing here is tuned on. */
import { readFileSync } from 'node:fs';
import { findQuantities } from '../src/detect/quantities.ts';
import { splitSentences } from '../src/detect/sentences.ts';
import { numberPhrases } from '../test/detect/number-generator.ts';
import { atLeast, type Figure } from './figure.ts';
import { round } from './stats.ts';

const NUMBERS = 5000;
const SEED = 20220508;

interface SentenceCase {
  text: string;
  sentences: string[];
}

/** Sentence boundaries on the 52 English Golden Rules, in wordings of our own, and numbers of a generator. */
export function external(): Figure[] {
  const golden = JSON.parse(
    readFileSync(new URL('../fixtures/sentences/golden.json', import.meta.url), 'utf8'),
  ) as SentenceCase[];
  const cut = golden.filter(({ text, sentences }) => {
    const found = splitSentences(text, []).map(({ start, end }) => text.slice(start, end));
    return found.length === sentences.length && found.every((s, i) => s === sentences[i]);
  }).length;
  const phrases = [...numberPhrases(NUMBERS, SEED)];
  const read = phrases.filter(({ phrase, ...want }) => {
    const [found, ...more] = findQuantities(phrase);
    return (
      found && more.length === 0 && (Object.keys(want) as (keyof typeof want)[]).every((k) => found[k] === want[k])
    );
  }).length;
  return [
    {
      name: 'sentence boundaries: Golden Rules cut exactly, %',
      value: round((100 * cut) / golden.length, 1),
      target: atLeast(96),
      detail: `${cut} of ${golden.length} cases, every span exact`,
    },
    {
      name: 'numbers: generated phrases read to the right value, %',
      value: round((100 * read) / phrases.length, 2),
      target: atLeast(100),
      detail: `${read} of ${phrases.length} phrases: figures, words, percentages, ranges, shares, currencies, ordinals`,
    },
  ];
}
