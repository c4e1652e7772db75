/** What stands beside a claim in its sentence. */
import { type Token, tokenize } from '../detect/tokens.ts';
import type { Excerpt } from './excerpt.ts';

export interface Surroundings {
  /** The sentence up to the claim, without white space at either end. */
  before: string;
  /** Words of `before` since the last semicolon: what is told is told that far at most. */
  lead: Token[];
  /** The sentence behind the claim, up to the mark that ends it or to a semicolon. */
  behind: string;
  tail: Token[];
  /** What follows from that mark on. */
  next: string;
}

/** The surroundings of the claim of an excerpt. */
export function surroundingsOf({ text, start, end }: Excerpt): Surroundings {
  const before = sentenceBefore(text.slice(0, start));
  const rest = text.slice(end);
  const stop = /[.!?…\n;]/.exec(rest)?.index ?? rest.length;
  const behind = rest.slice(0, stop);
  return {
    before,
    lead: tokenize(before.slice(before.lastIndexOf(';') + 1)),
    behind,
    tail: tokenize(behind),
    next: rest.slice(stop),
  };
}

/** Back to the mark that ended the sentence before; a full stop within a number or a name is none. */
function sentenceBefore(head: string): string {
  const trimmed = head.trimEnd();
  let i = trimmed.length;
  while (i > 0) {
    const c = trimmed[i - 1]!;
    if (c === '\n' || ('.!?…'.includes(c) && (i === trimmed.length || /\s/.test(trimmed[i]!)))) break;
    i--;
  }
  return trimmed.slice(i).trimStart();
}
