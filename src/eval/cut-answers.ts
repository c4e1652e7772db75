/** Where the labels part a sentence: between two labelled claims, and never within one. */
import type { Token } from '../detect/tokens.ts';
import type { Span } from '../model.ts';
import type { GoldPassage } from './gold.ts';

/** Words that may stand between two claims: a connective, a source and its verb. */
const BETWEEN = 10;

/** Where the labelled claims of a passage stand. */
export const spansOf = ({ text, claims }: GoldPassage): Span[] =>
  claims.map(({ quote }) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length };
  });

/** For each word the number of the labelled claim that it stands in; -1 when in none. */
export const claimsAt = (spans: readonly Span[], tokens: readonly Token[]): number[] =>
  tokens.map((token) => spans.findIndex(({ start, end }) => token.start >= start && token.start < end));

/** Whether the labels part the clause that began at word `left` before word `at`; null when they do not say. */
export function answerOf(claims: readonly number[], left: number, at: number): boolean | null {
  const before = claims[at - 1]!;
  if (before >= 0 && before === claims[at]) return false;
  // The first place behind a claim that another one follows.
  let last = at - 1;
  while (last >= left && claims[last]! < 0) last--;
  if (last < left) return null;
  const open = claims[last]!;
  for (let k = at; k < Math.min(claims.length, at + BETWEEN); k++) {
    if (claims[k] === open) return false;
    if (claims[k]! >= 0) return true;
  }
  return null;
}
