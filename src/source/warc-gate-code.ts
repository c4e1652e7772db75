/**
 * The search for what is worth a closer look in a page, in WebAssembly: 16 bytes at a time, where a scan in JavaScript
 * takes two or four, as pages must be searched nearly as fast as zlib inflates them.
 *
 * Each of eight groups of words has a bit. Of each byte, its low and its high half are looked up in a table of 16
 * entries, one for each of the three letters sought: entries say in which groups a byte with that half may be the
 * first letter, the second, the third. Where all six agree on a group, a word may stand. Marks are found in the same
 * way, by two bytes.
 */
import { type Halves, markTables, soughtTables } from './warc-gate-tables.ts';
import { AFTER_CUT, BEFORE_CUT, IS_NEXT, IS_SOUGHT } from './warc-gate-words.ts';
import * as wasm from './warc-wasm.ts';

/** Where `LETTERS` lies in memory, and where the page begins, with zeros before and behind it. */
export const LETTERS_AT = 0;
export const PAGE_AT = 65_536;

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/** Locals: offset and end, then numbers, then the halves of bytes 0, 1 and 2. */
const [AT, END, BITS, PLACE, WORD, KIND] = [0, 1, 2, 3, 4, 5];
const [FOUND, HALVES] = [6, 7];
const low = (k: number): wasm.Code => wasm.get(HALVES + 2 * k);
const high = (k: number): wasm.Code => wasm.get(HALVES + 2 * k + 1);

const allowed = (tables: Halves[]): wasm.Code =>
  tables
    .map((table, k) =>
      wasm.vectorAnd(wasm.lookUp(wasm.vector(table.low), low(k)), wasm.lookUp(wasm.vector(table.high), high(k))),
    )
    .reduce((a, b) => wasm.vectorAnd(a, b));

const loadHalves = (k: number): wasm.Code => [
  wasm.set(FOUND, wasm.loadVector(wasm.get(AT), k)),
  wasm.set(HALVES + 2 * k, wasm.vectorAnd(wasm.get(FOUND), wasm.vector(new Uint8Array(16).fill(15)))),
  wasm.set(HALVES + 2 * k + 1, wasm.shiftedRight(wasm.get(FOUND), 4)),
];

const byteIs = (offset: number, byte: number): wasm.Code =>
  wasm.equal(wasm.load8(wasm.minus(wasm.get(PLACE), wasm.int(2)), 2 + offset), wasm.int(byte));
const isLetterAtPlace: wasm.Code = wasm.below(
  wasm.minus(wasm.or(wasm.and(wasm.get(WORD), wasm.int(0xff)), wasm.int(0x20)), wasm.int(0x61)),
  wasm.int(26),
);
const kind = (three: wasm.Code, bit: number): wasm.Code => [wasm.set(WORD, three), wasm.set(KIND, wasm.int(bit))];

/** Which three letters decide about the place: those behind a tag, before one, or those sought. Other marks count. */
const chosen: wasm.Code = wasm.when(
  byteIs(0, GREATER_THAN),
  kind(wasm.right(wasm.get(WORD), wasm.int(8)), AFTER_CUT),
  wasm.when(
    isLetterAtPlace,
    wasm.when(
      byteIs(1, LESS_THAN),
      [
        // One or two letters between two tags.
        wasm.when(wasm.or(byteIs(-1, GREATER_THAN), byteIs(-2, GREATER_THAN)), wasm.give(wasm.get(PLACE))),
        kind(wasm.load32(wasm.minus(wasm.get(PLACE), wasm.int(2)), 0), BEFORE_CUT),
      ],
      wasm.set(KIND, wasm.int(IS_SOUGHT)),
    ),
    wasm.give(wasm.get(PLACE)),
  ),
);

const bitsOfLetter = (shift: number, mask: number, up: boolean): wasm.Code => {
  const moved = up ? wasm.left(wasm.get(WORD), wasm.int(shift)) : wasm.right(wasm.get(WORD), wasm.int(shift));
  return wasm.and(moved, wasm.int(mask));
};
const lettersIndex = wasm.or(
  wasm.or(bitsOfLetter(10, 0x7c00, true), bitsOfLetter(3, 0x3e0, false)),
  bitsOfLetter(16, 0x1f, false),
);
const lettersAre = (bit: wasm.Code): wasm.Code => wasm.and(wasm.load8(lettersIndex, LETTERS_AT), bit);

const closerLook: wasm.Code = [
  wasm.set(PLACE, wasm.plus(wasm.get(AT), wasm.zerosBelow(wasm.get(BITS)))),
  wasm.when(wasm.below(wasm.get(PLACE), wasm.get(END)), [], wasm.give(wasm.get(END))),
  wasm.set(WORD, wasm.load32(wasm.get(PLACE), 0)),
  chosen,
  wasm.when(lettersAre(wasm.get(KIND)), [
    wasm.when(wasm.equal(wasm.get(KIND), wasm.int(IS_SOUGHT)), [], wasm.give(wasm.get(PLACE))),
    // A fourth letter, as many words share three.
    wasm.set(WORD, wasm.right(wasm.get(WORD), wasm.int(8))),
    wasm.when(lettersAre(wasm.int(IS_NEXT)), wasm.give(wasm.get(PLACE))),
  ]),
  wasm.set(BITS, wasm.and(wasm.get(BITS), wasm.minus(wasm.get(BITS), wasm.int(1)))),
];

/** `run(at, end)`: the first place from `at` on that is worth a look, or `end`. */
export function searchModule(): Uint8Array<ArrayBuffer> {
  const block: wasm.Code = [
    [0, 1, 2].map(loadHalves),
    wasm.set(FOUND, wasm.vectorOr(allowed(soughtTables()), allowed(markTables()))),
    wasm.when(wasm.isAnySet(wasm.get(FOUND)), [
      wasm.set(BITS, wasm.bitsOf(wasm.get(FOUND))),
      wasm.repeat(closerLook, wasm.get(BITS)),
    ]),
    wasm.set(AT, wasm.plus(wasm.get(AT), wasm.int(16))),
  ];
  return wasm.moduleOf(2, 4, 7, [wasm.repeat(block, wasm.below(wasm.get(AT), wasm.get(END))), wasm.get(END)]);
}
