/** The scan: finds every place where a number starts and reads the bare number there. */
import type { Span } from '../../model.ts';
import type { Atom } from './atom.ts';
import { exactAtom } from './atom.ts';
import { isDigit, isLetter, matchAt, nextWord, type Word, wordBefore } from './chars.ts';
import { readNumberWords } from './number-words.ts';
import { belongsToName, readGlyph, readNumeral } from './numerals.ts';
import { readOne } from './one.ts';
import { tolerance } from './tolerance.ts';
import { readUnit } from './units.ts';
import { readVague } from './vague.ts';
import { ANCHORS, CARDINALS, DENOMINATORS, ISH_WORDS, mayBeAnchor, ORDINALS } from './vocabulary.ts';

const OF = /\s+of\b/iy;
const AND = /\s{1,3}and\s/iy;
/** "a second", "per second": a time, unless a noun follows ("a second list"). */
const BEFORE_SECOND = new Set(['a', 'per', 'each', 'every', 'split', 'one', 'half', 'for', 'this', 'any']);
const AFTER_SECOND = new Set(
  'later after before ago to and or of in on for that as but is was at it when while he she they we i'.split(' '),
);

function isTimeSecond(text: string, word: Word, before: Word | null, end: number): boolean {
  if (!before || !BEFORE_SECOND.has(before.text)) return false;
  if (before.text !== 'a' && before.text !== 'every' && before.text !== 'each' && before.text !== 'any') return true;
  const next = nextWord(text, word.end, end);
  return next === null || AFTER_SECOND.has(next.text);
}

function readOrdinal(text: string, word: Word, lo: number, end: number): Atom | null {
  const before = wordBefore(text, word.start, lo);
  if (word.text === 'second' && isTimeSecond(text, word, before, end)) return null;
  const part = DENOMINATORS.get(word.text);
  if (part !== undefined && before?.text === 'a' && matchAt(OF, text, word.end, end) > 0) {
    return exactAtom(before.start, word.end, 100 / part, { unit: 'percent' });
  }
  return readNumberWords(text, word.start, end, false);
}

function readCardinal(text: string, word: Word, lo: number, end: number): Atom | null {
  const before = wordBefore(text, word.start, lo);
  let atom = readNumberWords(text, word.start, end, true);
  // "between one hundred and two": the "and" parts two numbers, unless another one follows
  if (atom && before?.text === 'between' && matchAt(AND, text, atom.end, end) < 0) {
    atom = readNumberWords(text, word.start, end, false);
  }
  if (!atom) return null;
  if (word.text === 'one' && atom.end === word.end) {
    const reading = readOne(text, word, lo, end);
    if (reading === 'pronoun') return null;
    atom.weak = reading === 'weak';
  }
  // "a hundred": the article belongs to the number
  if (before?.text === 'a' && (word.text === 'hundred' || CARDINALS.get(word.text)?.rank === 'scale'))
    atom.start = before.start;
  return atom;
}

function readWord(text: string, start: number, stop: number, lo: number, end: number): Atom | null {
  const name = text.slice(start, stop).toLowerCase();
  if (!ANCHORS.has(name)) return null;
  const word: Word = { start, end: stop, text: name };
  const ish = ISH_WORDS.get(name);
  if (ish !== undefined)
    return exactAtom(start, stop, ish, {
      kind: 'about',
      min: ish - tolerance(ish, false),
      max: ish + tolerance(ish, false),
    });
  if (CARDINALS.has(name)) return readCardinal(text, word, lo, end);
  if (ORDINALS.has(name)) return readOrdinal(text, word, lo, end);
  return readVague(text, word, lo, end);
}

/** The bare numbers of `text.slice(lo, end)` in order, without those inside `dates`; each has its unit. */
export function readAtoms(text: string, lo: number, end: number, dates: readonly Span[]): Atom[] {
  const atoms: Atom[] = [];
  let date = 0;
  let floor = lo;
  const keep = (atom: Atom) => {
    if (atom.start < floor) return;
    readUnit(text, atom, floor, end);
    floor = atom.end;
    atoms.push(atom);
  };
  let i = lo;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code <= 32) {
      i++;
      continue;
    }
    if (date < dates.length && i >= dates[date]!.start) {
      i = floor = Math.max(i, dates[date++]!.end);
    } else if (isDigit(code)) {
      const named = belongsToName(text, i, lo);
      const { atoms: found, next } = readNumeral(text, i, floor, end);
      if (!named) for (const atom of found) keep(atom);
      i = Math.max(next, floor);
    } else if (isLetter(code)) {
      let stop = i + 1;
      while (stop < end && isLetter(text.charCodeAt(stop))) stop++;
      const atom = mayBeAnchor(text, i, stop) ? readWord(text, i, stop, floor, end) : null;
      if (atom) keep(atom);
      i = Math.max(stop, atom ? floor : 0);
    } else {
      const glyph = code >= 0xbc && code <= 0x2154 ? readGlyph(text, i) : null;
      if (glyph) keep(glyph);
      i = glyph ? floor : i + 1;
    }
  }
  return atoms;
}
