/**
 * Prose of what a study found. What it is of has its own in `corpus-sentences.ts`, methods in `methods.ts`, cautions in
 * `cautions.ts`.
 */
import { cleanText } from '../figures/clean.ts';
import { FRAME_PHRASES, measureName, periodInWords } from '../figures/names.ts';
import { percent, pointsOf, pointsRange, pValue, shareOf, whole } from '../figures/numbers.ts';
import type { ChangePoint, Comparison, Count, Measure, PeriodUnit, Trend } from '../model.ts';

/** "1 article", "2 articles". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What a measure is the share of, for running text; strong words between asterisks. */
export function measurePhrase(measure: Measure, fact?: string): string {
  const frame = measure.frame && FRAME_PHRASES[measure.frame];
  switch (measure.family) {
    case 'frame': {
      const verb =
        measure.stance === 'advanced' ? 'present' : measure.stance === 'rejected' ? 'reject seeing' : 'speak of';
      return `the share of articles that ${verb} the system as **${frame}**`;
    }
    case 'stance':
      return `of the articles that speak of the system as **${frame}**, the share that present it so`;
    case 'article':
      return 'the share of articles with a **contradicted claim**';
    case 'label':
      return `the share of claims that are **${measure.id.slice(6)}**`;
    case 'misreport':
      return `the share of articles with a claim that goes against **${fact ? `“${bare(fact)}”` : measure.factId}**`;
    case 'attribution':
      return measure.id === 'attribution:quoted'
        ? 'the share of claims that are **quoted or attributed**'
        : `the share of **${measureName(measure)}**`;
  }
}

/** A statement without its full stop. */
const bare = (statement: string): string => cleanText(statement).replace(/[.\s]+$/, '');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const outOf = (count: Count): string => `${shareOf(count)} (${whole(count.k)} of ${whole(count.n)})`;

/** A change point: what changed, when, from what to what. */
export function changeSentence(
  measure: Measure,
  { period, before, after, holm, outlets }: ChangePoint,
  fact?: string,
): string {
  const difference = after.k / after.n - before.k / before.n;
  const verb = difference > 0 ? 'rose' : 'fell';
  const change = `${capitalised(measurePhrase(measure, fact))} ${verb} in ${periodInWords(period)} from ${outOf(before)} to ${outOf(after)}, ${pValue(holm)}.`;
  return outlets === null ? change : `${change} ${withinSentence(difference, outlets)}`;
}

/** How much of a change is within outlets: more than all of it where their mix went the other way. */
function withinSentence(difference: number, { within }: NonNullable<ChangePoint['outlets']>): string {
  const [word, sign] = difference > 0 ? ['rise', 1] : ['fall', -1];
  return `Of this ${word} of ${points(sign * difference)} points ${points(sign * within)} are left where the mix of outlets is held.`;
}

/** Percentage points without a plus. */
const points = (share: number): string => pointsOf(share).replace('+', '');

/** A trend over all periods. */
export function trendSentence(
  measure: Measure,
  { slope, slopeInterval, holm, periods }: Trend,
  unit: PeriodUnit,
  fact?: string,
): string {
  const interval = slopeInterval ? ` (95% interval of the slope ${pointsRange(slopeInterval)})` : '';
  const direction = slope > 0 ? 'rose' : slope < 0 ? 'fell' : 'moved one way';
  return `${capitalised(measurePhrase(measure, fact))} ${direction} over ${counted(periods, unit)} by ${points(Math.abs(slope))} percentage points a ${unit}${interval}, ${pValue(holm)}.`;
}

/** One group that differs from the others. */
export function differenceSentence(measure: Measure, { a, b, difference, holm }: Comparison, fact?: string): string {
  const interval = difference ? `, ${pointsOf(difference.value)} points (95% interval ${pointsRange(difference)})` : '';
  return `In ${b.name} ${measurePhrase(measure, fact)} is ${outOf(b)}, in ${a.name} ${outOf(a)}${interval}${holm === null ? '' : `, ${pValue(holm)}`}.`;
}

/** What could have been found: steps half-way, from shares of these sizes. */
export function powerSentence(n: number, steps: readonly { share: number; step: number | null }[]): string {
  const known = steps.filter((one): one is { share: number; step: number } => one.step !== null);
  if (known.length === 0)
    return `With ${counted(n, 'article')}, copies counted once, hardly any change could have been found.`;
  const sizes = listed(
    known.map(
      ({ share, step }) => `${(step * 100).toFixed(1)} points for a share of ${percent(share).replace('.0%', '%')}`,
    ),
  );
  return `With ${counted(n, 'article')}, copies counted once, a change half-way is found four times in five where it is at least some ${sizes}; smaller ones may be there unseen.`;
}

/** The measures in which no change of level was found; `frames` show neither a change nor a trend, of so many. */
export function noShiftSentence(tested: number, changed: number, frames: readonly string[], allFrames: number): string {
  if (changed === 0)
    return `In ${tested === 1 ? 'the one measure' : `all ${whole(tested)} measures`} that ${tested === 1 ? 'was' : 'were'} tested no change of level was found.`;
  const start = `No change of level was found in ${whole(tested - changed)} of ${counted(tested, 'measure')} that were tested`;
  if (frames.length === 0) return `${start}.`;
  return `${start}; of ${counted(allFrames, 'frame')}, ${whole(frames.length)} show${frames.length === 1 ? 's' : ''} neither a change of level nor a trend: ${listed(frames)}.`;
}

/** What the labelled sample says of the program's codes. */
export function correctionSentence(changed: { name: string; raw: number; corrected: number }[]): string {
  if (changed.length === 0)
    return 'No labelled sample was given: shares are as the program counts them, its own error included.';
  const [most] = [...changed].sort((a, b) => Math.abs(b.corrected - b.raw) - Math.abs(a.corrected - a.raw));
  return `Corrected for the program’s own error, as measured on the labelled sample, the share that moves most is ${most!.name}: ${percent(most!.raw)} as counted, ${percent(most!.corrected)} corrected.`;
}
