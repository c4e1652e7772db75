/** Character classes of the sentence splitter. */

/** Opens a quotation or bracket before a sentence, or a list item. */
const OPENERS = new Set([...'"\'“‘„«‹([{「『（《¿¡*_'].map((c) => c.charCodeAt(0)));
/** May follow a terminator and still belong to its sentence. */
const CLOSERS = new Set([...'"\'”’»›)]}」』）》*_'].map((c) => c.charCodeAt(0)));
const QUOTES = new Set([...'"\'”’»›」』'].map((c) => c.charCodeAt(0)));
const BULLETS = new Set([0x2022, 0x2023, 0x2043, 0x25aa, 0x25ab, 0x25a0, 0x25cf, 0x25e6, 0x2219, 0x25b6, 0x25ba]);

export const isOpener = (code: number): boolean => OPENERS.has(code);
export const isCloser = (code: number): boolean => CLOSERS.has(code);
export const isQuote = (code: number): boolean => QUOTES.has(code);
export const isBullet = (code: number): boolean => BULLETS.has(code);
export const isDash = (code: number): boolean => code === 0x2014 || code === 0x2013;

/** White space as `\s` has it. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** First position from `pos` that is no white space, or `end`. */
export function skipBlank(text: string, pos: number, end: number): number {
  let i = pos;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** Position after the last character before `pos` that is no white space, not below `lo`. */
export function trimBlank(text: string, pos: number, lo: number): number {
  let i = pos;
  while (i > lo && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}

export function isLower(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return code >= 97 && code <= 122;
  return char !== char.toUpperCase() && char === char.toLowerCase();
}

export function isUpper(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return char !== char.toLowerCase() && char === char.toUpperCase();
}

/** Ideographs, kana and the like: letters without case, which begin sentences as capitals do. */
export function isCaseless(code: number): boolean {
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff);
}

const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s(?=\p{Extended_Pictographic})){1,40}/uy;
/** Pictures that mark items or stand for words rather than end a sentence. */
const MARKS = /^[✅❌✔✖☑➡👉🔹🔸▶⚠❗❓📌🔴🟢❤♥♡]/u;

/** A run of pictures at `pos`: where it ends, and whether its first marks an item; null when there is none. */
export function emojiAt(text: string, pos: number, end: number): { end: number; mark: boolean } | null {
  EMOJI.lastIndex = pos;
  if (!EMOJI.test(text)) return null;
  const stop = Math.min(end, EMOJI.lastIndex);
  return { end: stop, mark: MARKS.test(text.slice(pos, pos + 2)) };
}
