/** What a claim says, as far as words tell, so that two wordings can be held against one another. Pure. */
import { findQuantities } from '../detect/quantities.ts';
import { tokenize } from '../detect/tokens.ts';
import { stem } from '../detect/words.ts';
import { DENIES, EMPTY, MODALS, QUANTIFIERS, SAME, SUBJECT, WHO } from './meaning-words.ts';

/** How much of a claim is looked at, in characters; longer ones differ before that or not at all. */
const LONGEST = 1000;
/** Most words of meaning kept; claims have a dozen, and every pair of them is looked at. */
const MOST_WORDS = 60;
/**
 * Least overlap (Dice) of the words of a claim that was reworded by leaving out or putting in words. Of the pairs in
 * `test/review/pairs.ts` that differ so, those to be taken for one have 0.89 or more, most of the others 0.86 or
 * less: four words may gain one, eight two.
 */
export const LEAST_OVERLAP = 0.88;
/** Least share of pairs of words that keep their order: a fronted phrase leaves two thirds, agents that change places a third. */
const LEAST_ORDER = 0.6;

export interface Meaning {
  /**
   * What may not differ between wordings of one claim: its numbers with their bounds, how often it denies, its
   * quantifiers and modal verbs. One string, to compare by.
   */
  core: string;
  /** Words that carry meaning, stemmed and with one word for each kind of synonyms, in order. */
  words: string[];
  /** Those of them written as names. */
  names: ReadonlySet<string>;
  /** "Rated by": who acts stands behind what is done. */
  passive: boolean;
  /** All of it: equal for wordings that differ in punctuation, letter case, inflection and empty words alone. */
  key: string;
}

const kinds = new Map([...SAME].map(([word, kind]) => [stem(word), kind]));

/** What `claim` says; `rejected` tells that its text asserts the opposite. Linear in the first 1,000 characters. */
export function meaningOf(claim: string, rejected = false): Meaning {
  const text = claim.slice(0, LONGEST).normalize('NFKC').replace(/[‐‑]/g, '-').replace(/\s+/g, ' ');
  const numbers = findQuantities(text);
  const words: string[] = [];
  const names = new Set<string>();
  const hard = new Set<string>();
  let denials = rejected ? 1 : 0;
  let next = 0;
  for (const [index, { norm, stem: root, start, capital }] of tokenize(text).entries()) {
    while (next < numbers.length && numbers[next]!.end <= start) next++;
    const inNumber = next < numbers.length && start >= numbers[next]!.start;
    const said = QUANTIFIERS.get(norm) ?? MODALS.get(norm);
    if (DENIES.has(norm)) denials++;
    else if (said !== undefined) hard.add(said);
    else if (!inNumber && !EMPTY.has(norm) && words.length < MOST_WORDS) {
      const word = kinds.get(root) ?? root;
      words.push(word);
      // A capital says nothing of the first word, and the subject's own names come and go.
      if (capital && index > 0 && !kinds.has(root)) names.add(word);
    }
  }
  const values = numbers.map(({ kind, unit, min, max }) => `${kind} ${unit} ${min ?? ''}..${max ?? ''}`).sort();
  const core = `${values.join(',')}|${denials}|${[...hard].sort().join(',')}`;
  const passive = PASSIVE.test(text);
  return { core, words, names, passive, key: `${core}|${passive ? 'by' : ''}|${words.join(' ')}` };
}

const PASSIVE = /\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:[a-z-]{1,20}\s){0,2}[a-z-]{1,20}\sby\b/i;

/**
 * How alike two wordings are that may be of one claim, above 0 to 1; 0 where they are of two. Words may be put in or
 * left out, not exchanged for others: "trains" for "planes" is another claim, and nothing here tells it from a synonym
 * that is not listed. Nor may those be put in that say who is meant. Order may change a little.
 */
export function likeness(a: Meaning, b: Meaning): number {
  if (a.core !== b.core) return 0;
  if (a.key === b.key) return 1;
  const [gone, come] = [without(a.words, b.words), without(b.words, a.words)];
  if (gone.length > 0 && come.length > 0) return 0;
  if ([...gone, ...come].some((word) => WHO.has(word) || a.names.has(word) || b.names.has(word))) return 0;
  const like = overlap(a.words, b.words);
  if (like < LEAST_OVERLAP) return 0;
  const order = orderKept(a.words, b.words);
  const isKept = a.passive === b.passive ? order >= LEAST_ORDER : order <= 1 - LEAST_ORDER;
  // Never quite the same, so that the same comes first.
  return isKept ? Math.min(like, 0.99) : 0;
}

/** The words of `text` but those of the subject, stemmed, each once, in order: what surroundings are compared by. */
export function wordsAround(text: string): string[] {
  const words = new Set(tokenize(text).map((token) => kinds.get(token.stem) ?? token.stem));
  return [...words].filter((word) => !SUBJECT.has(word));
}

/** The overlap of two lists of words, 0 to 1 (Dice), each word as often as it stands there; 1 where both are empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const both = a.length + b.length;
  return both === 0 ? 1 : (both - without(a, b).length - without(b, a).length) / both;
}

/** The words of `a` that `b` does not have, or not as often. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  return a.filter((word) => {
    const some = left.get(word) ?? 0;
    if (some > 0) left.set(word, some - 1);
    return some === 0;
  });
}

/** The share of pairs of words that both lists have in the same order; 1 where there is no pair. At most 60 words each. */
function orderKept(a: readonly string[], b: readonly string[]): number {
  const places = a.map((word) => b.indexOf(word)).filter((place) => place >= 0);
  let [kept, all] = [0, 0];
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      if (places[i] === places[j]) continue;
      all++;
      if (places[i]! < places[j]!) kept++;
    }
  }
  return all === 0 ? 1 : kept / all;
}
