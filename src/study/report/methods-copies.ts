/** How copies were found, in sentences. */
import { whole } from '../figures/numbers.ts';
import type { StudyResult } from '../model.ts';
import { type MethodPart, none, STAGES } from './method-part.ts';
import { counted } from './sentences.ts';

/** What was done with texts that were compared here, with articles of runs, or with each. */
export function copies({ flow }: StudyResult): MethodPart {
  const title = 'Syndication';
  const { studied, stories, copiesFrom } = flow;
  if (studied === 0) return none(title);
  const { words, fewestWords, mostWords, bins, copyOverlap, bands, rows, furthest } = STAGES;
  const both = copiesFrom.length > 1;
  const hashing = (bandsOf: number, rowsOf: number): string =>
    `MinHash (Broder, 1997) by one hash in ${bins} bins (Li et al., 2012), in ${bandsOf} bands of ${rowsOf} rows, over runs of ${words} words`;
  const byTexts = `candidates were found by ${hashing(bands, rows)}; each was checked by its real overlap: articles with a Jaccard index of ${copyOverlap} or more are one story, of which no member overlaps the first by less than ${furthest}.`;
  const byRuns = `each article was held, when it was coded, against up to ${whole(STAGES.runOriginals)} originals before it by ${hashing(STAGES.runBands, STAGES.runRows)}: it is a copy where the Jaccard index, as estimated from the bins, is ${copyOverlap} or more.`;
  const how: Record<(typeof copiesFrom)[number], string> = {
    texts: `${both ? 'Among articles that were coded for this study' : 'For near-identical copies'} ${byTexts}`,
    runs: `${both ? 'Of those that had been coded before' : 'For near-identical copies'} ${byRuns}`,
  };
  return {
    title,
    sentences: [
      ...copiesFrom.map((from) => how[from]),
      `Of each text the first ${whole(mostWords)} words were compared; one of fewer than ${fewestWords} counts as no copy.`,
      `${counted(studied, 'article')} ${studied === 1 ? 'is' : 'are'} ${counted(stories, 'story', 'stories')}. Unless said otherwise a story counts once, as its earliest article.`,
    ],
    references: ['broder', 'li'],
  };
}
