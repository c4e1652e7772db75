/**
 * Word classes and stems. The classes come from `claims/lexicons/words.json` (drawn from compromise by
 * `words.config.ts`), the stemmer is natural's Porter, imported alone: the whole of natural takes half a second.
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import words from '../../claims/lexicons/words.json' with { type: 'json' };

export type WordClass =
  | 'adjective'
  | 'adverb'
  | 'base'
  | 'city'
  | 'country'
  | 'gerund'
  | 'noun'
  | 'participle'
  | 'past'
  | 'plural'
  | 'present';

/** The bit of each class, as the list has them; all are below `PAST_CLASSES`. */
export const CLASS_BIT = Object.fromEntries(words.classes.split(' ').map((name, i) => [name, 1 << i])) as Record<
  WordClass,
  number
>;
/** The classes are fewer than twelve: the list gives a word's as three hexadecimal digits. */
export const PAST_CLASSES = 1 << 12;
/** The words of any class, sorted; cut when the first one is looked for. */
let list: readonly string[] | null = null;
/** Classes of words that were looked up, as bits. */
const seen = new Map<string, number>();

const lemmas = new Map<string, string>();
const pairs = words.irregular.split(' ');
for (let i = 0; i + 1 < pairs.length; i += 2) lemmas.set(pairs[i]!, pairs[i + 1]!);

/** Whether a lower-case word can be of a class; words not in the list are of none. */
export function isOfClass(word: string, name: WordClass): boolean {
  return (classesOf(word) & CLASS_BIT[name]) !== 0;
}

/** The classes that a lower-case word can be of, as bits. */
export function classesOf(word: string): number {
  const known = seen.get(word);
  if (known !== undefined) return known;
  list ??= words.words.split(' ');
  let [low, high] = [0, list.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (list[middle]! <= word) low = middle;
    else high = middle;
  }
  const bits = list[low] === word ? Number.parseInt(words.bits.slice(3 * low, 3 * low + 3), 16) : 0;
  if (word.length <= MAX_REMEMBERED && seen.size < MAX_CACHED) seen.set(word, bits);
  return bits;
}

const stems = new Map<string, string>();
/** Bound of the caches of words: the vocabulary of a large corpus fits, hostile input cannot grow them. */
export const MAX_CACHED = 200_000;
/** Porter runs regular expressions over the token; longer tokens are no English words and stay as they are. */
export const MAX_REMEMBERED = 32;
/** Porter makes "on" of "one" and "hi" of "his": short words stay as they are. */
const MIN_STEMMED = 4;

/** Stem of a lower-case word: its lemma where it is irregular ("kept" → "keep"), then Porter. Cached. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (word.length > MAX_REMEMBERED || word.length < MIN_STEMMED) return lemmas.get(word) ?? word;
  const value = porter.stem(lemmas.get(word) ?? word);
  if (stems.size < MAX_CACHED) stems.set(word, value);
  return value;
}

const interned = new Map<string, string>();
/** The same word as one string object: its hash is then computed once, and the many look-ups of a walk compare by identity. */
export function intern(word: string): string {
  const known = interned.get(word);
  if (known !== undefined) return known;
  if (word.length <= MAX_REMEMBERED && interned.size < MAX_CACHED) interned.set(word, word);
  return word;
}

const hashes = new Map<string, number>();
/** The names of facts with their readings are not longer; a giant token is not kept alive by a cache. */
const MAX_HASHED = 96;

/** FNV-1a of a word or name (a 32-bit number), remembered. */
export function hashOf(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  if (text.length <= MAX_HASHED && hashes.size < MAX_CACHED) hashes.set(text, h);
  return h;
}
