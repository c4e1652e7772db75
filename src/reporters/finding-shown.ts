/** Which findings formats for linters print, and under what rule. Pure. */
import type { Excuse, Finding, Review } from '../review/finding.ts';

/** The rule of claims that no fact decides. */
export const UNVERIFIED_RULE = 'unverified';

/** The rule of a finding: the id of its fact. */
export function ruleOf({ factId }: Pick<Finding, 'factId'>): string {
  return factId ?? UNVERIFIED_RULE;
}

export type Excused = Finding & { excuse: Exclude<Excuse, { kind: 'quoted' }> };

/** Whether the finding is one that somebody has let be, in the text or in the baseline. */
export function isExcused(finding: Finding): finding is Excused {
  return finding.excuse !== null && finding.excuse.kind !== 'quoted';
}

/** The findings to print: all but those let be. What stands in quoted speech is printed even where it does not count. */
export function shownFindings(review: Review | null): Finding[] {
  return review?.findings.filter((finding) => !isExcused(finding)) ?? [];
}

/** Whether the words to write instead can be put into the file, in place of what stands at `place`. */
export function changesFile({ claim, place }: Pick<Finding, 'claim' | 'place'>): boolean {
  return claim.suggestion !== null && place.file !== null && place.written === claim.quote;
}
