/** Prose of what a study is of: articles, outlets, dates, copies. */
import { cleanText } from '../figures/clean.ts';
import { spanInWords } from '../figures/names.ts';
import { percent, whole } from '../figures/numbers.ts';
import type { Flow, Period, StudyResult } from '../model.ts';
import { counted, listed } from './sentences.ts';

/** What the study is of. */
export function corpusSentence(flow: Flow, periods: readonly Period[]): string {
  const { read, failed, studied, stories } = flow;
  if (read === 0) return 'No article was read.';
  if (read === failed) return `${counted(read, 'article')} could not be read, so that this report can state no share.`;
  const start = `Of ${counted(read, 'article')} that ${read === 1 ? 'was' : 'were'} read,`;
  if (studied === 0)
    return `${start} none is about China’s social credit system and carries a date, so that this report can state no share.`;
  const where = flow.outlets > 0 ? `, in ${counted(flow.outlets, 'outlet')}` : '';
  const copies =
    stories === studied
      ? 'None is a near-identical copy of another.'
      : `Near-identical copies count once, as the earliest of them, which leaves ${counted(stories, 'story', 'stories')}.`;
  return `${start} ${whole(studied)} ${studied === 1 ? 'is' : 'are'} about China’s social credit system and carr${studied === 1 ? 'ies' : 'y'} a date (${spanInWords(periods)}${where}). ${copies}`;
}

/** "12 outlets", with how many articles name none; `before` comes first where there is anything to say. */
export function outletsOf({ outlets, withoutOutlet, studied }: Flow, before: string): string {
  if (outlets === 0) return `${before}unknown outlets`;
  const unknown = withoutOutlet > 0 ? ` (${whole(withoutOutlet)} of ${whole(studied)} articles name none)` : '';
  return `${before}${counted(outlets, 'outlet')}${unknown}`;
}

/** Whether any record was made by another program, or by other facts, than those that count them. */
export const isElsewhere = ({ coders }: Flow, { version, factBase }: StudyResult['engine']): boolean =>
  coders.some((coder) => coder.version !== version || coder.factBase !== factBase);

/** What the articles were coded by, each with how many records. */
export const codersOf = ({ coders }: Flow): string =>
  listed(
    coders.map(({ version, factBase, records }) => {
      const base = factBase === null ? 'facts that are not known' : `facts of the SHA-256 ${cleanText(factBase, 64)}`;
      return `${counted(records, 'record')} by ${version === null ? 'a version that is not known' : `version ${cleanText(version, 40)}`} with ${base}`;
    }),
  );

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
