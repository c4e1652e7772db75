/**
 * How the numbers of compiled lexicons lie. Constants of a file that imports nothing, which the build writes out where they
 * are used: a walk reads them millions of times a second.
 */

/** What a node has, as bits of its first number. */
export const HAS_STEMS = 1;
export const HAS_EXACT = 2;
export const HAS_CONCEPTS = 4;
export const HAS_NUMBER = 8;
export const HAS_ANY = 16;
export const HAS_GAPS = 32;
export const HAS_ACCEPT = 64;
/**
 * The numbers of a node, behind what it has: its ways on by any number and any word, where its gaps and its concepts are listed,
 * and where its edges begin; they end where those of the next node begin, and behind the last node stands one that has
 * nothing. Then the bits of the words and of the concepts that lead on: most words lead nowhere, and a bit tells.
 */
export const NODE_NUMBER = 1;
export const NODE_ANY = 2;
export const NODE_GAPS = 3;
export const NODE_ACCEPT = 4;
export const NODE_EDGES = 5;
export const NODE_WORDS = 6;
export const NODE_CONCEPTS = 7;
export const NODE_SIZE = 8;
/** The numbers listed for a gap of so many words: the node that it leads to, and the bits of what leads on from there. */
export const GAP_WORDS = 1;
export const GAP_CONCEPTS = 2;
export const GAP_SIZE = 3;

/** The bit that every word has: a node that any word or number leads on from has all bits. */
export const EVERY_WORD = -2_147_483_648;
/** The bit of a word by its key, and that of a concept by its number. */
export const wordBit = (key: number): number => (key < 0 ? 0 : 1 << (key % 31));
export const conceptBit = (concept: number): number => 1 << (concept & 31);
