/** The summary in plain words: what was found, where, and what was not. */
import { FRAMES } from '../../../model.ts';
import { FRAME_NAMES, measureName } from '../../figures/names.ts';
import { foundChanges, foundDifferences, foundTrends } from '../../figures/significant.ts';
import type { ChangePoint, Comparison, Measure, Trend } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { corpusSentence, sureAloneSentence, sureDatesSentence } from '../corpus-sentences.ts';
import { detectableStep } from '../detectable.ts';
import { emphasised, type Html, html } from '../html.ts';
import {
  changeSentence,
  counted,
  differenceSentence,
  noShiftSentence,
  powerSentence,
  trendSentence,
} from '../sentences.ts';
import { changedMeasures } from './sensitivity.ts';

/** What its p-values are. */
const ADJUSTED =
  'The p-values in this part are adjusted for the number of tests (Holm); what does not hold after that is not told here.';
/** A summary has no more of each kind; the parts below have all. */
const MOST = 8;
/** Shares for which the smallest step is named: a rare frame and a common one. */
const SHARES = [0.1, 0.5];

export function summarySection(context: Context): Section {
  const { result } = context;
  const sure = result.options.sureDates ? ` ${sureAloneSentence(result.flow)}` : '';
  const corpus = html`<p>${corpusSentence(result.flow, result.periods)}${sure}</p>`;
  if (!context.studied) return { id: 'summary', title: 'Summary', body: corpus };
  const found = [list('Shifts', shifts(context)), list('Trends', trends(context)), list('Where', where(context))];
  const adjusted = found.some(({ markup }) => markup !== '');
  return {
    id: 'summary',
    title: 'Summary',
    body: html`${corpus}
${adjusted && html`<p class="note">${ADJUSTED}</p>`}
${found}
${list('What was not found', absent(context))}`,
  };
}

const list = (title: string, sentences: readonly string[]): Html =>
  sentences.length === 0
    ? html``
    : html`<h3>${title}</h3><ul>${sentences.map((sentence) => html`<li>${emphasised(sentence)}</li>`)}</ul>`;

const measureOf = ({ view }: Context, id: string): Measure | null => view.measures.get(id) ?? null;
const factOf = ({ result }: Context, { factId }: Measure): string | undefined =>
  factId === null ? undefined : result.statements?.[factId];

/** A frame in general says nothing that its advanced or rejected half does not say, where one of them changes too. */
function withoutDoubles<T extends { measure: string }>(found: readonly T[]): T[] {
  const ids = new Set(found.map(({ measure }) => measure));
  return found.filter(({ measure }) => !ids.has(`${measure}:advanced`) && !ids.has(`${measure}:rejected`));
}

function shifts(context: Context): string[] {
  const found = withoutDoubles(foundChanges(context.view));
  const size = ({ before, after }: ChangePoint): number => Math.abs(after.k / after.n - before.k / before.n);
  const sorted = [...found].sort((a, b) => size(b) - size(a));
  return capped(
    sorted,
    (change) => sentenceOf(context, change.measure, (measure, fact) => changeSentence(measure, change, fact)),
    'change of level',
    'changes of level',
  );
}

function trends(context: Context): string[] {
  const found = withoutDoubles<Trend>(foundTrends(context.view));
  const sorted = [...found].sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  return capped(
    sorted,
    (trend) =>
      sentenceOf(context, trend.measure, (measure, fact) => trendSentence(measure, trend, context.result.unit, fact)),
    'trend',
    'trends',
  );
}

function where(context: Context): string[] {
  const found = withoutDoubles<Comparison>(foundDifferences(context.view, 'outlets'));
  const sorted = [...found].sort((a, b) => Math.abs(b.difference?.value ?? 0) - Math.abs(a.difference?.value ?? 0));
  return capped(
    sorted,
    (one) => sentenceOf(context, one.measure, (measure, fact) => differenceSentence(measure, one, fact)),
    'difference of an outlet from the others',
    'differences of outlets from the others',
  );
}

function capped<T>(found: readonly T[], sentence: (one: T) => string | null, one: string, many: string): string[] {
  const sentences = found.flatMap((each) => sentence(each) ?? []);
  const more = sentences.length - MOST;
  return more > 0
    ? [
        ...sentences.slice(0, MOST),
        `${counted(more, `more ${one}`, `more ${many}`)} ${more === 1 ? 'is' : 'are'} in the tables below.`,
      ]
    : sentences;
}

const sentenceOf = (
  context: Context,
  id: string,
  sentence: (measure: Measure, fact?: string) => string,
): string | null => {
  const measure = measureOf(context, id);
  return measure && sentence(measure, factOf(context, measure));
};

function absent(context: Context): string[] {
  const { view, result } = context;
  const tested = result.trends.filter(
    (trend) => trend.counting === 'story' && trend.dating === view.dating && view.measures.has(trend.measure),
  );
  if (tested.length === 0) return ['There are too few periods with articles to look for shifts or trends.'];
  const changed = new Set(foundChanges(view).map(({ measure }) => measure));
  const moved = new Set(foundTrends(view).map(({ measure }) => measure));
  const testedChanged = tested.filter(({ measure }) => changed.has(measure)).length;
  const frames = FRAMES.filter((frame) => tested.some(({ measure }) => measure.startsWith(`frame:${frame}`)));
  const still = frames.filter(
    (frame) => ![...changed, ...moved].some((id) => id === `frame:${frame}` || id.startsWith(`frame:${frame}:`)),
  );
  const n = view.total('article:contradicted')?.n ?? result.flow.stories;
  const steps = SHARES.map((share) => ({ share, step: detectableStep(share, n, tested.length) }));
  const [all, sure] = [changedMeasures(context, 'all'), changedMeasures(context, 'sure')];
  const names = (ids: string[]): string[] => ids.map((id) => measureName(view.measures.get(id)!));
  return [
    noShiftSentence(
      tested.length,
      testedChanged,
      still.map((frame) => FRAME_NAMES[frame]),
      frames.length,
    ),
    powerSentence(n, steps),
    ...(moved.size === 0 ? ['No measure has a trend over all periods.'] : []),
    ...(foundDifferences(view, 'outlets').length === 0 && result.comparisons.some(({ kind }) => kind === 'outlets')
      ? ['No outlet was found to differ from all others.']
      : []),
    sureDatesSentence(
      result.flow,
      names(all.filter((id) => !sure.includes(id))),
      names(sure.filter((id) => !all.includes(id))),
      all.length,
    ),
  ];
}
