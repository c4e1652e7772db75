/** What follows a possible sentence end. */
import { isLetter } from '../numbers/chars.ts';
import { isBlank, isBullet, isCaseless, isDash, isLower, isOpener, isUpper, skipBlank } from './chars.ts';

export interface Follow {
  /** Where the next sentence would start. */
  start: number;
  /** Case of its first letter; digit, or other when it starts with neither. */
  first: 'upper' | 'lower' | 'digit' | 'other' | 'none';
  /** Its first word in lower case, at most 12 letters; empty when it starts with no letter. */
  word: string;
  /** Where that word starts. */
  at: number;
  /** Starts with a dash or a bullet. */
  dash: boolean;
  bullet: boolean;
}

const LONGEST_LEAD = 6;
const LONGEST_WORD = 12;

/** Reads what comes after white space from `pos`, past at most a few quotes, brackets and dashes. */
export function follow(text: string, pos: number, end: number): Follow {
  const start = skipBlank(text, pos, end);
  const f: Follow = { start, first: 'none', word: '', at: start, dash: false, bullet: false };
  if (start >= end) return f;
  let i = start;
  for (let n = 0; n < LONGEST_LEAD && i < end; n++) {
    const code = text.charCodeAt(i);
    if (isDash(code) || code === 45) f.dash = true;
    else if (isBullet(code)) f.bullet = true;
    else if (!isOpener(code) && !isBlank(code)) break;
    i++;
  }
  f.at = i;
  f.first = firstOf(text, i, end);
  if (f.first === 'upper' || f.first === 'lower') {
    let stop = i;
    while (stop < end && stop - i < LONGEST_WORD && isLetter(text.charCodeAt(stop))) stop++;
    f.word = text.slice(i, stop).toLowerCase();
  }
  return f;
}

function firstOf(text: string, pos: number, end: number): Follow['first'] {
  if (pos >= end) return 'none';
  const code = text.charCodeAt(pos);
  if (code >= 48 && code <= 57) return 'digit';
  if (isCaseless(code)) return 'upper';
  const char = text[pos]!;
  return isUpper(char) ? 'upper' : isLower(char) ? 'lower' : 'other';
}
