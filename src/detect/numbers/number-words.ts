/** Numbers written out: "forty-seven", "one hundred and two thousand", "two and a half million", "twenty-first". */
import { type Atom, exactAtom } from './atom.ts';
import { afterGap, matchAt, nextWord, type Word, wordAt } from './chars.ts';
import { CARDINALS, DENOMINATORS, type NumberWord, ORDINALS, PLURAL_DENOMINATORS } from './vocabulary.ts';

/** No number that people write has more words; bounds the work at one place. */
const MOST_WORDS = 24;
const AND_A_HALF = /[\s-]{1,3}and[\s-]a[\s-]half\b/iy;

interface State {
  /** Sum of the groups closed by a scale. */
  total: number;
  /** The group being built (below 1,000), -1 before its first word. */
  group: number;
  /** The last scale named; the next must be smaller, or multiplies the whole. */
  scale: number;
  /** Where the number ends so far. */
  end: number;
}

/** Adds a word to the number; false when it cannot follow. */
function add(s: State, word: NumberWord): boolean {
  const g = s.group;
  if (word.rank === 'scale') {
    if (g < 0 && s.total === 0) s.total = word.value;
    else if (g < 0) s.total *= word.value;
    else if (s.scale === 1 || word.value < s.scale) s.total += g * word.value;
    else return false;
    s.group = -1;
    s.scale = word.value;
    return true;
  }
  if (word.rank === 'hundred') {
    if (g === 0 || g >= 100 || (g < 0 && s.total > 0)) return false;
    s.group = g < 0 ? 100 : g * 100;
    return true;
  }
  const free = word.rank === 'unit' ? g % 100 >= 20 && g % 10 === 0 : false;
  if (g >= 0 && !free && !(g > 0 && g % 100 === 0)) return false;
  s.group = Math.max(g, 0) + word.value;
  return true;
}

function numberOf(s: State): number {
  return s.total + Math.max(s.group, 0);
}

/** "and" joins a remainder ("one hundred and two"), unless that is itself multiplied ("… and two hundred"). */
function joined(text: string, word: Word, s: State, end: number): Word | null {
  if (!(s.group < 0 ? s.total > 0 : s.group >= 100 && s.group % 100 === 0)) return null;
  const rest = nextWord(text, word.end, end);
  const first = rest && (CARDINALS.get(rest.text) ?? ORDINALS.get(rest.text));
  if (!rest || !first || first.rank === 'hundred' || first.rank === 'scale') return null;
  const follower = nextWord(text, rest.end, end);
  const after =
    follower && CARDINALS.get(follower.text)?.rank === 'unit' ? nextWord(text, follower.end, end) : follower;
  return after && (after.text === 'hundred' || (s.group < 0 && CARDINALS.get(after.text)?.rank === 'scale'))
    ? null
    : rest;
}

/** Digits after "point", as in "one point four billion". */
function readDecimals(text: string, s: State, pos: number, end: number): void {
  let place = 0.1;
  for (let word = nextWord(text, pos, end), n = 0; word && n < 6; word = nextWord(text, word.end, end), n++) {
    const digit =
      word.text === 'zero' ? 0 : CARDINALS.get(word.text)?.rank === 'unit' ? CARDINALS.get(word.text)!.value : -1;
    if (digit < 0) break;
    s.group += digit * place;
    place /= 10;
    s.end = word.end;
  }
}

/**
 * The number whose first word stands at `pos`, or null. `joinAnd` is false inside "between … and …", where
 * "and" parts two numbers. Denominators make a share ("two thirds" is 66.7 percent).
 */
export function readNumberWords(text: string, pos: number, end: number, joinAnd: boolean): Atom | null {
  const s: State = { total: 0, group: -1, scale: 1, end: -1 };
  let word = wordAt(text, pos, end);
  for (let n = 0; word && n < MOST_WORDS; n++) {
    const cardinal = CARDINALS.get(word.text);
    const ordinal = ORDINALS.get(word.text);
    if (cardinal) {
      if (!add(s, cardinal)) break;
      s.end = word.end;
    } else if (ordinal && s.end < 0) {
      return exactAtom(pos, word.end, ordinal.value, { unit: 'ordinal' });
    } else if (
      ordinal &&
      !(numberOf(s) < 20 && ordinal.rank !== 'hundred' && ordinal.rank !== 'scale') &&
      add(s, ordinal)
    ) {
      return exactAtom(pos, word.end, numberOf(s), { unit: 'ordinal' });
    } else if (word.text === 'point' && s.group >= 0) {
      readDecimals(text, s, word.end, end);
      if (s.end < word.end) break;
    } else {
      word = word.text === 'and' && joinAnd && s.end > 0 ? joined(text, word, s, end) : null;
      continue;
    }
    const half = matchAt(AND_A_HALF, text, s.end, end);
    if (half > 0) {
      if (s.group >= 0) s.group += 0.5;
      else s.total += s.scale / 2;
      s.end = half;
    }
    const gap = afterGap(text, s.end, end);
    word = gap < 0 ? null : wordAt(text, gap, end);
  }
  return s.end < 0 ? null : finish(text, pos, s, end);
}

function finish(text: string, pos: number, s: State, end: number): Atom {
  const value = Number(numberOf(s).toPrecision(15));
  const next = nextWord(text, s.end, end);
  if (next && value < 100 && Number.isInteger(value)) {
    const part = PLURAL_DENOMINATORS.get(next.text) ?? (value === 1 ? DENOMINATORS.get(next.text) : undefined);
    if (part !== undefined && value <= part) return exactAtom(pos, next.end, (100 * value) / part, { unit: 'percent' });
  }
  if (next && (next.text === 'dozen' || next.text === 'dozens') && value < 100) {
    return exactAtom(pos, next.end, value * 12, { dozen: true, scale: 12 });
  }
  return exactAtom(pos, s.end, value, { scale: s.scale });
}
