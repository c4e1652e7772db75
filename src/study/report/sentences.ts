/** The one place where prose is made of what a study found; methods have theirs in `methods.ts`, cautions in `cautions.ts`. */
import { cleanText } from '../figures/clean.ts';
import { FRAME_PHRASES, measureName, periodInWords, spanInWords } from '../figures/names.ts';
import { percent, pointsOf, pointsRange, pValue, shareOf, whole } from '../figures/numbers.ts';
import type { ChangePoint, Comparison, Count, Flow, Measure, Period, PeriodUnit, Trend } from '../model.ts';

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
export function changeSentence(measure: Measure, { period, before, after, holm }: ChangePoint, fact?: string): string {
  const verb = after.k / after.n > before.k / before.n ? 'rose' : 'fell';
  return `${capitalised(measurePhrase(measure, fact))} ${verb} in ${periodInWords(period)} from ${outOf(before)} to ${outOf(after)}, ${pValue(holm)}.`;
}

/** A trend over all periods. */
export function trendSentence(
  measure: Measure,
  { slope, slopeInterval, holm, periods }: Trend,
  unit: PeriodUnit,
  fact?: string,
): string {
  const interval = slopeInterval ? ` (95% interval ${pointsRange(slopeInterval)})` : '';
  const direction = slope > 0 ? 'rose' : slope < 0 ? 'fell' : 'moved one way';
  return `${capitalised(measurePhrase(measure, fact))} ${direction} over ${counted(periods, unit)} by ${pointsOf(Math.abs(slope)).replace('+', '')} percentage points a ${unit}${interval}, ${pValue(holm)}.`;
}

/** One group that differs from the others. */
export function differenceSentence(measure: Measure, { a, b, difference, holm }: Comparison, fact?: string): string {
  const interval = difference ? `, ${pointsOf(difference.value)} points (95% interval ${pointsRange(difference)})` : '';
  return `In ${b.name} ${measurePhrase(measure, fact)} is ${outOf(b)}, in ${a.name} ${outOf(a)}${interval}${holm === null ? '' : `, ${pValue(holm)}`}.`;
}

/** What the study is of. */
export function corpusSentence(flow: Flow, periods: readonly Period[], outlets: number): string {
  const { read, failed, studied, stories } = flow;
  if (read === 0) return 'No article was read.';
  if (read === failed) return `${counted(read, 'article')} could not be read, so that this report can state no share.`;
  const start = `Of ${counted(read, 'article')} that ${read === 1 ? 'was' : 'were'} read,`;
  if (studied === 0)
    return `${start} none is about China’s social credit system and carries a date, so that this report can state no share.`;
  const where = outlets > 0 ? `, in ${counted(outlets, 'outlet')}` : '';
  const copies =
    stories === studied
      ? 'None is a near-identical copy of another.'
      : `Near-identical copies count once, as the earliest of them, which leaves ${counted(stories, 'story', 'stories')}.`;
  return `${start} ${whole(studied)} ${studied === 1 ? 'is' : 'are'} about China’s social credit system and carr${studied === 1 ? 'ies' : 'y'} a date (${spanInWords(periods)}${where}). ${copies}`;
}

/** What could have been found: steps half-way, from shares of these sizes. */
export function powerSentence(n: number, steps: readonly { share: number; step: number | null }[]): string {
  const known = steps.filter((one): one is { share: number; step: number } => one.step !== null);
  if (known.length === 0) return `With ${counted(n, 'article')} hardly any change could have been found.`;
  const sizes = listed(
    known.map(
      ({ share, step }) => `${(step * 100).toFixed(1)} points for a share of ${percent(share).replace('.0%', '%')}`,
    ),
  );
  return `With ${counted(n, 'article')}, a change half-way is found four times in five where it is at least some ${sizes}; smaller ones may be there unseen.`;
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

/** That the report is of sure dates alone. */
export const sureAloneSentence = ({ sure }: Flow): string =>
  `This report is of the ${counted(sure, 'article')} with a sure date alone, unless it says otherwise.`;

/** What restricting the study to sure dates does to the change points. */
export function sureDatesSentence(
  flow: Flow,
  lost: readonly string[],
  gained: readonly string[],
  kept: number,
): string {
  const { studied, sure } = flow;
  if (sure === studied) return 'All dates are sure, so that nothing changes with sure dates alone.';
  const start = `${whole(sure)} of ${counted(studied, 'article')} (${percent(sure / studied)}) have a sure date.`;
  if (sure === 0) return `${start} Nothing can be said of sure dates alone.`;
  if (lost.length + gained.length === 0) {
    return `${start} ${kept === 0 ? 'With sure dates alone, as with all, no change of level is found.' : `With sure dates alone the same ${kept === 1 ? 'measure changes' : 'measures change'} level as with all dates.`}`;
  }
  const words = [
    lost.length > 0 ? `${changesIn(lost)} no longer found` : '',
    gained.length > 0 ? `${changesIn(gained)} found that all dates do not show` : '',
  ].filter(Boolean);
  return `${start} With sure dates alone, ${words.join('; ')}.`;
}

const changesIn = (names: readonly string[]): string =>
  names.length === 1 ? `a change in ${names[0]} is` : `changes in ${listed(names)} are`;

/** What counting copies once does. */
export function syndicationSentence(
  { studied, stories }: Flow,
  most: { name: string; article: number; story: number } | null,
): string {
  if (studied === stories) return 'No article is a near-identical copy of another: each is a story of its own.';
  const copies = studied - stories;
  const start = `${counted(copies, 'article')} of ${whole(studied)} (${percent(copies / studied)}) ${copies === 1 ? 'is a' : 'are'} near-identical ${copies === 1 ? 'copy' : 'copies'} of an earlier one.`;
  return most
    ? `${start} Counting each article instead of once per story moves most the share of ${most.name}: ${percent(most.story)} once per story, ${percent(most.article)} for each article.`
    : start;
}
