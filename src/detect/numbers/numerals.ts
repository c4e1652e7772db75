/** Numbers written in digits: "1,400,000", "1.4bn", "20m", "19th", "40-50", "¾". */
import { type Atom, exactAtom } from './atom.ts';
import { afterGap, isDigit, isHyphen, isLetter, matchAt, wordAt } from './chars.ts';
import { CARDINALS, SCALES } from './vocabulary.ts';

/** Longer runs of digits and separators are no quantity (card numbers, hashes, rulers). */
const LONGEST_CLUSTER = 48;
/** More digits than a double holds exactly. */
const MOST_DIGITS = 15;

const GROUPED = /^\d{1,3}(?:([,\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const DOTTED = /^\d{1,3}(?:\.\d{3}){2,}$/;
const SPACED_GROUPS = /(?: \d{3}){2,4}(?![\d,.]\d|\d)/y;
const CLOCK = /\s?(?:[ap]\.?m\b|o['’]clock\b)/iy;
const HALF = /[\s-]and[\s-]a[\s-]half\b/iy;
const ATTACHED_SCALE: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  tn: 1e12,
  trn: 1e12,
};
const ORDINAL_SUFFIX = new Set(['st', 'nd', 'rd', 'th']);
/** Letters that may stand right after the digits and leave the number what it is. */
const ATTACHED_UNIT = new Set(['yuan', 'rmb', 'cny', 'usd', 'eur', 'pc', 'pct', 'percent', 'ish', 'odd']);
const SIGN_BEFORE = /(?:^|[\s([{"'“‘=:])$/;

function isSeparator(code: number): boolean {
  // . , : / - ‑ – − and the narrow spaces that group digits
  return (
    (code >= 44 && code <= 47) ||
    code === 58 ||
    isHyphen(code) ||
    code === 0x2013 ||
    code === 0x2212 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009
  );
}

/** End of the run of digits and single separators between digits that starts at `pos`. */
export function clusterEnd(text: string, pos: number, end: number): number {
  let i = pos + 1;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) i++;
    else if (i + 1 < end && isSeparator(code) && isDigit(text.charCodeAt(i + 1))) i += 2;
    else break;
  }
  return i;
}

/** The value of digits with separators, or null when they do not make one number. */
function decimalValue(part: string): number | null {
  if (part.length > 24) return null;
  if (/^\d+$/.test(part)) return part.length > MOST_DIGITS ? null : Number(part);
  if (GROUPED.test(part)) return Number(part.replace(/[,\u00a0\u202f\u2009]/g, ''));
  if (DOTTED.test(part)) return Number(part.replaceAll('.', ''));
  return /^\d+\.\d+$/.test(part) ? Number(part) : null;
}

/** Scale words and suffixes after a numeral ("20m", "3.1 bn", "5 hundred thousand", "2 and a half million"). */
function readScale(text: string, atom: Atom, end: number): void {
  let value = atom.value as number;
  const half = matchAt(HALF, text, atom.end, end);
  if (half > 0) {
    value += 0.5;
    atom.end = half;
  }
  for (let round = 0; round < 2; round++) {
    const at = afterGap(text, atom.end, end);
    const word = at < 0 ? null : wordAt(text, at, end);
    if (!word) break;
    const name = word.text.length > 4 && word.text.endsWith('s') ? word.text.slice(0, -1) : word.text;
    const factor = name === 'hundred' ? 100 : name === 'dozen' ? 12 : SCALES.get(name);
    if (factor === undefined || (name !== word.text && !CARDINALS.has(name))) break;
    value *= factor;
    atom.scale *= factor;
    atom.dozen ||= name === 'dozen';
    atom.end = word.end;
  }
  setValue(atom, value);
}

function setValue(atom: Atom, value: number): void {
  // 1.4 × 1e9 is exact, 17.3 × 1e6 is not: cut the dust of the multiplication.
  atom.value = atom.min = atom.max = Number.isSafeInteger(value) ? value : Number(value.toPrecision(MOST_DIGITS));
}

/** Reads one number at `start`; null when what follows shows that it is none (a clock time, "5G", "1980s"). */
function readPart(text: string, start: number, stop: number, end: number): Atom | null {
  const value = decimalValue(text.slice(start, stop));
  if (value === null) return null;
  const atom = exactAtom(start, stop, value);
  if (matchAt(CLOCK, text, stop, end) > 0) return null;
  const suffix = wordAt(text, stop, end);
  if (suffix) {
    const factor = ATTACHED_SCALE[suffix.text];
    if (isDigit(text.charCodeAt(suffix.end))) return null;
    if (ORDINAL_SUFFIX.has(suffix.text)) {
      atom.unit = 'ordinal';
      atom.end = suffix.end;
    } else if (factor !== undefined) {
      setValue(atom, value * factor);
      atom.scale = factor;
      atom.end = suffix.end;
    } else if (!ATTACHED_UNIT.has(suffix.text)) return null;
    return atom;
  }
  if (isLetter(text.charCodeAt(stop))) return null;
  // "ep. 88's": a name, not an amount
  if ((text[stop] === "'" || text[stop] === '’') && text[stop + 1] === 's') return null;
  readScale(text, atom, end);
  return atom;
}

/** "3/4", "2/3": a share; other slashes ("24/7", "1/9") are no quantity. */
function readFraction(text: string, start: number, stop: number): Atom | null {
  const m = /^(\d)\/([2-5])$/.exec(text.slice(start, stop));
  if (!m || Number(m[1]) >= Number(m[2]) || m[1] === '0') return null;
  return exactAtom(start, stop, (100 * Number(m[1])) / Number(m[2]), { unit: 'percent' });
}

/** Atoms of the cluster of digits at `pos`, and where reading goes on. */
export function readNumeral(text: string, pos: number, lo: number, end: number): { atoms: Atom[]; next: number } {
  let stop = clusterEnd(text, pos, end);
  if (stop - pos > LONGEST_CLUSTER) return { atoms: [], next: stop };
  const spaced = stop - pos <= 3 ? matchAt(SPACED_GROUPS, text, pos + (stop - pos), end) : -1;
  if (spaced > 0) {
    const atom = exactAtom(pos, spaced, Number(text.slice(pos, spaced).replaceAll(' ', '')));
    readScale(text, atom, end);
    return { atoms: [atom], next: atom.end };
  }
  const cluster = text.slice(pos, stop);
  if (/^\d{1,6}$/.test(cluster)) {
    const atom = readPart(text, pos, stop, end);
    if (atom && isNegative(text, pos, lo)) negate(atom);
    return { atoms: atom ? [atom] : [], next: Math.max(stop, atom?.end ?? 0) };
  }
  if (cluster.includes(':')) return { atoms: [], next: stop };
  if (cluster.includes('/')) {
    const fraction = readFraction(text, pos, stop);
    return { atoms: fraction ? [fraction] : [], next: stop };
  }
  const atoms: Atom[] = [];
  const parts = cluster.split(/[-‐‑–−]/);
  if (parts.length > 2) return { atoms, next: stop };
  let at = pos;
  for (const part of parts) {
    const pieces = decimalValue(part) === null && !part.includes('.') ? part.split(',') : [part];
    for (const piece of pieces) {
      const atom = readPart(text, at, at + piece.length, end);
      if (atom) {
        atoms.push(atom);
        stop = Math.max(stop, atom.end);
      }
      at += piece.length + 1;
    }
  }
  const first = atoms[0];
  if (first && first.start === pos && isNegative(text, pos, lo)) negate(first);
  return { atoms, next: stop };
}

function isNegative(text: string, pos: number, lo: number): boolean {
  const sign = pos > lo ? text[pos - 1] : '';
  return (sign === '-' || sign === '−') && SIGN_BEFORE.test(text.slice(Math.max(lo, pos - 2), pos - 1));
}

function negate(atom: Atom): void {
  atom.start -= 1;
  setValue(atom, -(atom.value as number));
}

const GLYPHS: ReadonlyMap<string, number> = new Map([
  ['½', 50],
  ['⅓', 100 / 3],
  ['⅔', 200 / 3],
  ['¼', 25],
  ['¾', 75],
]);

/** A fraction written as one character. */
export function readGlyph(text: string, pos: number): Atom | null {
  const percent = GLYPHS.get(text[pos] as string);
  return percent === undefined ? null : exactAtom(pos, pos + 1, percent, { unit: 'percent' });
}

/** Whether digits at `pos` belong to a name ("A4", "COVID-19"); `post-2018` and its like do not. */
export function belongsToName(text: string, pos: number, lo: number): boolean {
  if (pos === lo) return false;
  const before = text.charCodeAt(pos - 1);
  if (isLetter(before))
    return !/(?:^|[^a-z])(?:rmb|cny|usd|eur|gbp|hkd|us|rs|no|art|sec|p|pp)$/i.test(
      text.slice(Math.max(lo, pos - 5), pos),
    );
  if (!isHyphen(before) || pos - 1 === lo) return false;
  const from = Math.max(lo, pos - 8);
  const prefix = /[a-zÀ-ɏ]+-$/i.exec(text.slice(from, pos));
  return prefix !== null && !/^(?:mid|post|pre|sub|over|under|some|about|near|around)-$/i.test(prefix[0]);
}
