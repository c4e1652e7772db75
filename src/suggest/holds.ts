/** Reads a rewording again where it would stand. */
import { checkArticle } from '../check.ts';
import type { FactBase } from '../facts/compile.ts';
import { claimArticle } from '../judge-text.ts';
import type { CheckedClaim } from '../model.ts';
import type { Excerpt } from './excerpt.ts';

/**
 * Whether the program, given the excerpt with `words` in the claim's place, finds them supported by one of the facts that
 * contradicted the claim (or one that rests on the same sentence), and contradicted by none.
 */
export function holds(excerpt: Excerpt, words: string, claim: CheckedClaim, base: FactBase): boolean {
  const { text, start, end } = excerpt;
  const reworded = text.slice(0, start) + words + text.slice(end);
  const { claims } = checkArticle(claimArticle(reworded), base, { assumeTopic: true });
  const there = claims.filter((c) => c.start < start + words.length && c.end > start);
  const known = new Set(claim.evidence.flatMap((e) => [e.factId, e.locator]));
  return (
    there.some((c) => c.label === 'supported' && c.evidence.some((e) => known.has(e.factId) || known.has(e.locator))) &&
    there.every((c) => c.label !== 'contradicted' && !c.rejected)
  );
}
