/** The tables of the search in `warc-gate-code.ts`. */
import { SOUGHT } from './warc-gate-words.ts';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/** By low and by high half of a byte, in which groups it may stand. */
export type Halves = { low: Uint8Array; high: Uint8Array };
const halves = (): Halves => ({ low: new Uint8Array(16), high: new Uint8Array(16) });

function allow({ low, high }: Halves, byte: number, group: number): void {
  low[byte & 15] = low[byte & 15]! | (1 << group);
  high[byte >> 4] = high[byte >> 4]! | (1 << group);
}

/** The tables of the three letters sought. */
export function soughtTables(): Halves[] {
  const tables = [halves(), halves(), halves()];
  for (const { letters, group } of SOUGHT) {
    letters.forEach((letter, k) => {
      allow(tables[k]!, letter, group);
      allow(tables[k]!, letter & ~0x20, group);
    });
  }
  return tables;
}

const LETTERS_LOW = [0x41, 0x4f, 0x61, 0x6f];
const LETTERS_HIGH = [0x50, 0x5a, 0x70, 0x7a];
const span = ([a, b, c, d]: number[]): number[] => [range(a!, b!), range(c!, d!)].flat();
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const ANY = range(0, 255);

/** Pairs of bytes that are worth a look: what may cut a word, hide a letter, or show that the page is not in UTF-8. */
const MARKS: [first: number[], second: number[]][] = [
  [span(LETTERS_LOW), [LESS_THAN]],
  [span(LETTERS_HIGH), [LESS_THAN]],
  [[GREATER_THAN], span(LETTERS_LOW)],
  [[GREATER_THAN], span(LETTERS_HIGH)],
  // &# and &shy;, and &<b>#
  [[0x26], [0x23, 0x73, LESS_THAN]],
  // A soft hyphen.
  [[0xc2], [0xad]],
  // NUL and escape: no UTF-8, or UTF-8 in name only.
  [[0, 0x1b], ANY],
];

export function markTables(): Halves[] {
  const tables = [halves(), halves()];
  MARKS.forEach((pair, group) => {
    pair.forEach((bytes, k) => {
      for (const byte of bytes) allow(tables[k]!, byte, group);
    });
  });
  return tables;
}
