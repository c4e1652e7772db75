/**
 * What texts are compared by: the hashes of their runs of words, and small sketches of these. MinHash (Broder 1997) by one
 * hash in bins (Li, Owen, Zhang 2012; empty bins after Shrivastava 2017). Pure.
 */

/** Bins of a sketch, a power of two (`filled` takes seven bits); the estimate of the overlap is off by 0.04 at one standard deviation. */
export const FUNCTIONS = 128;
/** Words in a run: what two reports on one event share by chance is shorter. */
export const RUN = 5;
/** Texts with fewer words are told apart by too little. */
export const FEWEST_WORDS = 40;
/** Words looked at; a text cut short by an outlet still shares its beginning. */
export const MOST_WORDS = 4000;

/** Marks a bin without a hash. */
const NONE = 0xffffffff;
/** Bins tried in place of an empty one: of 128, a text of 40 words fills about 30, and one of 200 nearly all it will. */
const MOST_ATTEMPTS = 64;

/**
 * The hash of each run of five words, in the order of the text, repeats too; null for a text of fewer than 40 words. Looks at
 * the first 4,000 words, at letters and digits alone, in lower case.
 */
export function runHashes(text: string): Uint32Array | null {
  const words = wordHashes(text);
  if (words.length < FEWEST_WORDS) return null;
  const runs = new Uint32Array(words.length - RUN + 1);
  for (let i = 0; i < runs.length; i++) {
    let run = 0x811c9dc5;
    for (let k = i; k < i + RUN; k++) run = Math.imul(run ^ words[k]!, 0x01000193);
    run = Math.imul(run ^ (run >>> 15), 0x85ebca6b);
    run = Math.imul(run ^ (run >>> 13), 0xc2b2ae35);
    runs[i] = run ^ (run >>> 16);
  }
  return runs;
}

/** The distinct hashes of `runHashes`, ascending: the set whose overlap with another's is that of the texts. */
export function shinglesOf(text: string): Uint32Array | null {
  const runs = runHashes(text);
  return runs && distinct(runs);
}

/** The distinct values, ascending; sorts `values` in place. */
export function distinct(values: Uint32Array): Uint32Array {
  values.sort();
  let kept = 0;
  for (const value of values) if (kept === 0 || value !== values[kept - 1]) values[kept++] = value;
  return values.slice(0, kept);
}

/** Of the hashes of a text's runs, of which there is at least one, in any order: two bytes of the least hash of each function. */
export function sketchOfRuns(runs: Uint32Array): Uint16Array {
  const least = new Uint32Array(FUNCTIONS).fill(NONE);
  for (const hash of runs) {
    const bin = hash & (FUNCTIONS - 1);
    if (hash < least[bin]!) least[bin] = hash;
  }
  return Uint16Array.from({ length: FUNCTIONS }, (_, bin) => filled(least, bin) >>> 16);
}

/** The least hash of a bin; an empty one takes that of another, which one being settled by its number (densification). */
function filled(least: Uint32Array, bin: number): number {
  let at = bin;
  for (let attempt = 1; least[at] === NONE && attempt < MOST_ATTEMPTS; attempt++)
    at = (Math.imul(bin + 1, 0x9e3779b1) + Math.imul(attempt, 0x85ebca6b)) >>> 25;
  return least[at]! === NONE ? (least.find((hash) => hash !== NONE) ?? NONE) : least[at]!;
}

/** Hashes of the words, letters and digits alone, in lower case. */
function wordHashes(text: string): Uint32Array {
  const hashes = new Uint32Array(MOST_WORDS);
  let count = 0;
  let hash = 0;
  const lower = text.toLowerCase();
  for (let i = 0; i <= lower.length && count < MOST_WORDS; i++) {
    const c = i < lower.length ? lower.charCodeAt(i) : 32;
    const isWord = (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c > 0xbf && !isPunctuation(c));
    if (isWord) hash = Math.imul(hash ^ c, 0x01000193) + 1;
    else if (hash !== 0 && c !== 39 && c !== 0x2019) {
      hashes[count++] = hash >>> 0;
      hash = 0;
    }
  }
  return hashes.subarray(0, count);
}

/** Dashes, quotation marks and the like, of the West and of the East. */
const isPunctuation = (c: number): boolean => (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x303f);

/** The share of bins on which two sketches agree: an estimate of the overlap. */
export function overlapOf(a: Uint16Array, b: Uint16Array): number {
  let same = 0;
  for (let k = 0; k < FUNCTIONS; k++) if (a[k] === b[k]) same++;
  return same / FUNCTIONS;
}
