/** Character tests and bounded word reading, shared by the number and date readers. */

/** Longest word any reader looks at; longer ones are no number word and are cut off here. */
const LONGEST_WORD = 16;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters as far as words need telling apart: ASCII, and everything from À up that is not punctuation. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

export function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}

/** Hyphens that join words: the ASCII one, U+2010 and the non-breaking one. */
export function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

/** A word in lower case and where it stands. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

/** The word that starts exactly at `pos`, or null; reads at most `LONGEST_WORD` letters. */
export function wordAt(text: string, pos: number, end: number): Word | null {
  const limit = Math.min(end, pos + LONGEST_WORD + 1);
  let i = pos;
  while (i < limit && isLetter(text.charCodeAt(i))) i++;
  if (i === pos || i - pos > LONGEST_WORD) return null;
  return { start: pos, end: i, text: text.slice(pos, i).toLowerCase() };
}

/** Where the next word may start after one to three spaces or one hyphen; -1 when neither follows. */
export function afterGap(text: string, pos: number, end: number): number {
  if (pos >= end) return -1;
  if (isHyphen(text.charCodeAt(pos))) return pos + 1;
  let i = pos;
  while (i < end && i - pos < 3 && isSpace(text.charCodeAt(i))) i++;
  return i === pos ? -1 : i;
}

/** The word after one to three spaces or a hyphen, or null. */
export function nextWord(text: string, pos: number, end: number): Word | null {
  const at = afterGap(text, pos, end);
  return at < 0 ? null : wordAt(text, at, end);
}

/** The word before one to three spaces or a hyphen that end at `pos`, not reaching before `lo`; or null. */
export function wordBefore(text: string, pos: number, lo: number): Word | null {
  let i = pos;
  if (i > lo && isHyphen(text.charCodeAt(i - 1))) i--;
  else while (i > lo && pos - i < 3 && isSpace(text.charCodeAt(i - 1))) i--;
  if (i === pos) return null;
  const end = i;
  const limit = Math.max(lo, end - LONGEST_WORD - 1);
  while (i > limit && isLetter(text.charCodeAt(i - 1))) i--;
  if (i === end || end - i > LONGEST_WORD) return null;
  return { start: i, end, text: text.slice(i, end).toLowerCase() };
}

/** Whether the sticky expression matches at `pos`, staying inside `end`; gives the end of the match or -1. */
export function matchAt(pattern: RegExp, text: string, pos: number, end: number): number {
  pattern.lastIndex = pos;
  return pattern.test(text) && pattern.lastIndex <= end ? pattern.lastIndex : -1;
}
