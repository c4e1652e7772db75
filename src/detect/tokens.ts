/** Cuts a sentence into word tokens with exact spans. Punctuation is kept as a break before the next word. */
import type { Span } from '../model.ts';
import { hashOf, intern, MAX_CACHED, MAX_REMEMBERED, stem } from './words.ts';

/** What stands between a word and the one before it, the strongest that does. */
export const BREAK = { none: 0, quote: 1, comma: 2, bracket: 3, strong: 4 } as const;
export type Break = (typeof BREAK)[keyof typeof BREAK];

/** A word of a sentence. Contractions are two words ("can't" → "can", "not") that share the span's letters. */
export interface Token extends Span {
  /** Lower case, straight apostrophes, contractions written out. */
  norm: string;
  stem: string;
  /** The stem as a number. */
  hash: number;
  /** The word begins with a capital letter. */
  capital: boolean;
  /** The break before this word. */
  before: Break;
}

const CONTRACTED: Record<string, string> = {
  "n't": 'not',
  "'re": 'are',
  "'ll": 'will',
  "'ve": 'have',
  "'m": 'am',
  "'d": 'would',
  "'s": "'s",
};
const WHOLE: Record<string, [string, string]> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  cant: ['can', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  isnt: ['is', 'not'],
  arent: ['are', 'not'],
  didnt: ['did', 'not'],
  wont: ['will', 'not'],
};

const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x3040 && c <= 0x9fff) ||
  (c >= 0xac00 && c <= 0xd7a3);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;

/** Strength of the break a punctuation character makes. */
function breakOf(c: number, spaced: boolean): Break {
  if (c === 0x2c || c === 0xff0c || c === 0x3001) return BREAK.comma;
  if (
    c === 0x3b ||
    c === 0x3a ||
    c === 0x2014 ||
    c === 0x2e ||
    c === 0x21 ||
    c === 0x3f ||
    c === 0x2026 ||
    c === 0x3002
  ) {
    return BREAK.strong;
  }
  if (c === 0x2013 || c === 0x2d || c === 0x2f) return spaced ? BREAK.strong : BREAK.none;
  if (c === 0x28 || c === 0x29 || c === 0x5b || c === 0x5d) return BREAK.bracket;
  if (c === 0x22 || c === 0x201c || c === 0x201d || isApostrophe(c) || c === 0x2018 || c === 0xab || c === 0xbb)
    return BREAK.quote;
  return BREAK.none;
}

/**
 * The words of `text` from `start` to `end`, in order. Linear in the length. Numbers keep their inner
 * separators ("1.4", "1,400"); hyphens part words without a break ("no-fly" is two words).
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let pending: Break = BREAK.strong;
  let i = start;
  const push = (from: number, to: number, word: string, capital: boolean): void => {
    const norm = intern(word);
    const root = stem(norm);
    tokens.push({ start: from, end: to, norm, stem: root, hash: hashOf(root), capital, before: pending });
    pending = BREAK.none;
  };
  while (i < end) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      let j = i + 1;
      while (j < end) {
        const d = text.charCodeAt(j);
        if (isLetter(d) || isDigit(d)) j++;
        else if (isApostrophe(d) && j + 1 < end && isLetter(text.charCodeAt(j + 1))) j++;
        else break;
      }
      // Dotted capitals ("U.S.", "a.m.") are one word.
      if (
        j - i === 1 &&
        text.charCodeAt(j) === 46 &&
        j + 2 < end &&
        isLetter(text.charCodeAt(j + 1)) &&
        text.charCodeAt(j + 2) === 46
      ) {
        let k = j + 1;
        while (k + 1 < end && isLetter(text.charCodeAt(k)) && text.charCodeAt(k + 1) === 46) k += 2;
        push(i, k, text.slice(i, k).replaceAll('.', '').toLowerCase(), c <= 90);
        i = k;
        continue;
      }
      if (isNumero(text, i, j, end)) push(i, j, 'number', false);
      else {
        for (const { from, to, norm, stem, hash, capital } of piecesOf(text.slice(i, j))) {
          tokens.push({ start: i + from, end: i + to, norm, stem, hash, capital, before: pending });
          pending = BREAK.none;
        }
      }
      i = j;
    } else if (isDigit(c)) {
      let j = i + 1;
      while (j < end) {
        const d = text.charCodeAt(j);
        const inner = (d === 46 || d === 44) && j + 1 < end && isDigit(text.charCodeAt(j + 1));
        if (isDigit(d) || inner) j++;
        else break;
      }
      const digits = j;
      while (j < end && j - digits < 3 && isLetter(text.charCodeAt(j))) j++;
      push(i, j, text.slice(i, j).toLowerCase(), false);
      i = j;
    } else {
      const spaced = i > start && text.charCodeAt(i - 1) <= 32 && i + 1 < end && text.charCodeAt(i + 1) <= 32;
      const strength =
        c === 46 && tokens.at(-1)?.norm === 'number' && i === tokens.at(-1)!.end ? BREAK.none : breakOf(c, spaced);
      if (strength > pending) pending = strength;
      i++;
    }
  }
  return tokens;
}

/** "No. 23": short for number, no denial. */
function isNumero(text: string, from: number, to: number, end: number): boolean {
  if (to - from !== 2 || text.slice(from, to).toLowerCase() !== 'no' || text.charCodeAt(to) !== 46) return false;
  const next = text.charCodeAt(to + 1) === 32 ? to + 2 : to + 1;
  return next < end && isDigit(text.charCodeAt(next));
}

/** A part of a word as it is written: its letters counted from the word's first. */
interface Piece {
  from: number;
  to: number;
  norm: string;
  stem: string;
  hash: number;
  capital: boolean;
}

const known = new Map<string, readonly Piece[]>();

/** The words that a written word stands for: contractions and possessives are parted. Remembered. */
function piecesOf(written: string): readonly Piece[] {
  let pieces = known.get(written);
  if (!pieces) {
    pieces = part(written);
    if (written.length <= MAX_REMEMBERED && known.size < MAX_CACHED) known.set(written, pieces);
  }
  return pieces;
}

function part(written: string): Piece[] {
  const length = written.length;
  const lower = written.toLowerCase();
  const raw = intern(lower.includes('\u2019') ? lower.replaceAll('\u2019', "'") : lower);
  const code = written.charCodeAt(0);
  const capital = code >= 65 && code <= 90;
  const piece = (from: number, to: number, word: string, upper: boolean): Piece => {
    const norm = intern(word);
    const root = stem(norm);
    return { from, to, norm, stem: root, hash: hashOf(root), capital: upper };
  };
  const whole = WHOLE[raw];
  if (whole) return [piece(0, length - 1, whole[0], capital), piece(length - 1, length, whole[1], false)];
  const apostrophe = raw.lastIndexOf("'");
  // Lower case can be longer than the text ("İ"), and then its offsets are not the text's.
  if (apostrophe > 0 && raw.length === length) {
    const cut = raw.endsWith("n't") ? raw.length - 3 : apostrophe;
    const tail = CONTRACTED[raw.slice(cut)];
    if (tail !== undefined && cut > 0)
      return [piece(0, cut, raw.slice(0, cut), capital), piece(cut, length, tail, false)];
  }
  return [piece(0, length, raw, capital)];
}
