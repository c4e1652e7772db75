/**
 * Term lists compiled for a scan that looks at bytes two by two. A word of five letters or more, wherever it
 * begins, holds two whole pairs of letters: those at offsets 0 and 2, or those at 1 and 3. So each word is
 * entered with two ways to be met, and a way is a bit of `bits`: among the low 16 of its first pair and among
 * the high 16 of its second. Where `bits[pair before] & (bits[pair] >>> 16)` is not zero, a word may stand.
 */

/** What finding a term means: enough alone, or half of what is needed. */
export const ENOUGH = 1;
export const HALF = 2;

/** What a scan reads: text as it is, the inside of JSON strings, or of JSON strings that hold HTML. */
export type GateMode = 'text' | 'json' | 'json-html';

/** A word that begins terms; each of `ends` is what may follow it after any separators, null for nothing. */
export interface Word {
  head: Uint8Array;
  ends: { tail: Uint8Array | null; means: number }[];
}

/** A word that may stand where two pairs met; the first of them is `at` bytes into it. */
export interface Way {
  word: Word;
  at: number;
}

export interface GateTable {
  /** By pair, which is its first byte plus 256 times its second. Letter case makes no difference. */
  bits: Int32Array;
  /** The ways behind each bit. */
  ways: Way[][];
  mode: GateMode;
}

/** The bit of pairs that a scan must stop at: set low in every pair, and high in those. */
export const STOP = 1 << 15;
const WAY_BITS = 15;
/** The commonest letters of English first; a letter that is not in it is rarer still. */
const COMMON = 'etaoinshrdlcumwfgypbvk';

/** Words from terms as `gate-terms.ts` spells them, each with what finding it means. */
export function toWords(terms: [spelling: string, means: number][]): Word[] {
  const words = new Map<string, Word>();
  for (const [spelling, means] of terms) {
    const [head, tail] = spelling.split(' ') as [string, string | undefined];
    if (head.length < 5) throw new RangeError(`gate term "${spelling}" must begin with five letters or more`);
    const word: Word = words.get(head) ?? { head: Buffer.from(head), ends: [] };
    word.ends.push({ tail: tail === undefined ? null : Buffer.from(tail), means });
    words.set(head, word);
  }
  return [...words.values()];
}

/** Compiles `words`; the scan is also to stop at each pair that `stopsAt`, given its first byte and its second, if any. */
export function compileWords(
  words: Word[],
  mode: GateMode,
  stopsAt: ((a: number, b: number) => boolean) | null,
): GateTable {
  const bits = new Int32Array(65_536).fill(STOP);
  const ways: Way[][] = Array.from({ length: WAY_BITS }, () => []);
  const mark = (pair: number, bit: number): void => {
    bits[pair] = bits[pair]! | bit;
  };
  let next = 0;
  for (const word of words) {
    const rarest = rarestPart(word.head);
    for (const at of [rarest, rarest + 1]) {
      // More ways than bits: some share one, which costs a closer look now and then and nothing else.
      const way = next++ % WAY_BITS;
      ways[way]!.push({ word, at });
      for (const pair of pairsOf(word.head, at)) mark(pair, 1 << way);
      for (const pair of pairsOf(word.head, at + 2)) mark(pair, 1 << (way + 16));
    }
  }
  for (let pair = 0; stopsAt && pair < bits.length; pair++)
    if (stopsAt(pair & 0xff, pair >>> 8)) mark(pair, STOP << 16);
  return { bits, ways, mode };
}

/** The pair at `at` in lower case, in capitals and mixed. */
function pairsOf(head: Uint8Array, at: number): number[] {
  const [a, b] = [head[at]!, head[at + 1]!];
  const [bigA, bigB] = [a & ~0x20, b & ~0x20];
  return [a | (b << 8), bigA | (b << 8), a | (bigB << 8), bigA | (bigB << 8)];
}

/** Where the five letters begin that are rarest together, so that the scan stops least often. */
function rarestPart(head: Uint8Array): number {
  let best = 0;
  let bestRarity = -1;
  for (let at = 0; at + 5 <= head.length; at++) {
    let rarity = 0;
    for (let i = at; i < at + 5; i++) {
      const rank = COMMON.indexOf(String.fromCharCode(head[i]!));
      rarity += rank === -1 ? COMMON.length : rank;
    }
    if (rarity > bestRarity) [best, bestRarity] = [at, rarity];
  }
  return best;
}
