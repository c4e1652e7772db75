/** Keeps sentences within the length that later stages are made for. */
import type { Sentence } from '../../model.ts';
import { isBlank, skipBlank, trimBlank } from './chars.ts';

/** Longest sentence, in UTF-16 units. English prose hardly passes 600; statutes reach 1,500. */
export const LONGEST_SENTENCE = 2000;

/** Where to cut `text.slice(start, …)` at most `LONGEST_SENTENCE` on: after a semicolon, else a comma, else a space. */
function cutPoint(text: string, start: number): number {
  const limit = start + LONGEST_SENTENCE;
  const floor = start + LONGEST_SENTENCE / 2;
  let comma = -1;
  let space = -1;
  for (let i = limit - 1; i > floor; i--) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) {
      if (space < 0) space = i;
      const mark = text.charCodeAt(i - 1);
      if (mark === 59) return i;
      if (comma < 0 && mark === 44) comma = i;
    }
  }
  if (comma > 0 || space > 0) return comma > 0 ? comma : space;
  // no space at all: anywhere but inside a surrogate pair
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

/** Appends the sentence `start` to `end` (trimmed already), cut into pieces where it is too long. */
export function keep(text: string, start: number, end: number, block: number, out: Sentence[]): void {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const at = cutPoint(text, from);
    out.push({ start: from, end: trimBlank(text, at, from), block });
    from = skipBlank(text, at, end);
  }
  if (from < end) out.push({ start: from, end, block });
}
