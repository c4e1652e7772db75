/**
 * Near-identical articles, as syndication makes them: each is linked to the first of its kind while reading. MinHash over
 * runs of words (Broder 1997) by one hash in bins (Li, Owen, Zhang 2012; empty bins after Shrivastava 2017) with locality-sensitive hashing in bands (Leskovec, Rajaraman, Ullman: Mining of Massive
 * Datasets, chapter 3). Pure but for the index, which remembers what it was shown.
 */

/** Bins of a sketch, a power of two (`filled` takes seven bits); the estimate of the overlap is off by 0.04 at one standard deviation. */
const FUNCTIONS = 128;
/** Words in a run: what two reports on one event share by chance is shorter. */
const RUN = 5;
/** Texts with fewer words are told apart by too little. */
const FEWEST_WORDS = 40;
/** Words looked at; a text cut short by an outlet still shares its beginning. */
const MOST_WORDS = 4000;
/** Sixteen bands of eight rows: of pairs with an overlap of 0.8, 95 in 100 meet in a band; of 0.5, 6 in 100. */
const BANDS = 16;
const ROWS = FUNCTIONS / BANDS;
/** Estimated overlap (Jaccard) from which two articles count as copies: outlets cut and top wire text, rarely by more. */
export const COPY_OVERLAP = 0.7;
/** Articles remembered: copies appear within days, and memory must not grow with the length of a run. */
const REMEMBERED = 20_000;

/** Marks a bin without a hash. */
const NONE = 0xffffffff;
/** Bins tried in place of an empty one: of 128, a text of 40 words fills about 30, and one of 200 nearly all it will. */
const MOST_ATTEMPTS = 64;

/** What an article is compared by: two bytes of the least hash of each function; null for a text that is too short. */
export function sketchOf(text: string): Uint16Array | null {
  const words = wordHashes(text);
  if (words.length < FEWEST_WORDS) return null;
  const least = new Uint32Array(FUNCTIONS).fill(NONE);
  for (let i = 0; i + RUN <= words.length; i++) {
    let run = 0x811c9dc5;
    for (let k = i; k < i + RUN; k++) run = Math.imul(run ^ words[k]!, 0x01000193);
    run = Math.imul(run ^ (run >>> 15), 0x85ebca6b);
    run = Math.imul(run ^ (run >>> 13), 0xc2b2ae35);
    const hash = (run ^ (run >>> 16)) >>> 0;
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
  return least[at]! === NONE ? least.find((hash) => hash !== NONE)! : least[at]!;
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

export interface CopyIndex {
  /** The id of the earliest article shown that this one is a copy of, or null; the article is remembered if it is none. */
  copyOf(id: string, sketch: Uint16Array): string | null;
}

/** Room for articles at first; it doubles until all that are remembered have a place. */
const FIRST_ROOM = 256;

/**
 * An index of the last 20,000 originals, in a ring: numbers alone, so that memory is soon as large as it gets. Articles must be
 * shown in the order of the inputs.
 */
export function copyIndex(): CopyIndex {
  let room = FIRST_ROOM;
  let sketches = new Uint16Array(room * FUNCTIONS);
  /** For each place and band, the place of the original before it with the same key, or -1. */
  let before = new Int32Array(room * BANDS);
  const ids: string[] = [];
  /** The place of the newest original with a key, for each band. */
  const newest = Array.from({ length: BANDS }, () => new Map<number, number>());
  let shown = 0;
  const sketchAt = (place: number): Uint16Array => sketches.subarray(place * FUNCTIONS, (place + 1) * FUNCTIONS);
  /** How old the original at a place is: the smaller, the earlier it came. */
  const ageOf = (place: number): number => (shown <= room ? place : (place - (shown % room) + room) % room);

  return {
    copyOf(id, sketch) {
      let found = -1;
      for (let band = 0; band < BANDS; band++) {
        let place = newest[band]!.get(bandKey(sketch, band)) ?? -1;
        for (; place !== -1; place = before[place * BANDS + band]!) {
          if (found !== -1 && ageOf(place) >= ageOf(found)) continue;
          if (overlapOf(sketchAt(place), sketch) >= COPY_OVERLAP) found = place;
        }
      }
      if (found !== -1) return ids[found]!;
      remember(id, sketch);
      return null;
    },
  };

  function remember(id: string, sketch: Uint16Array): void {
    if (shown === room && room < REMEMBERED) grow();
    const place = shown % room;
    if (shown >= room) forget(place);
    sketches.set(sketch, place * FUNCTIONS);
    ids[place] = id;
    for (let band = 0; band < BANDS; band++) {
      const key = bandKey(sketch, band);
      before[place * BANDS + band] = newest[band]!.get(key) ?? -1;
      newest[band]!.set(key, place);
    }
    shown++;
  }

  function grow(): void {
    room = Math.min(2 * room, REMEMBERED);
    const [old, links] = [sketches, before];
    sketches = new Uint16Array(room * FUNCTIONS);
    before = new Int32Array(room * BANDS);
    sketches.set(old);
    before.set(links);
  }

  /** Takes the oldest original out of the chains, at whose ends it stands. */
  function forget(oldest: number): void {
    for (let band = 0; band < BANDS; band++) {
      const key = bandKey(sketchAt(oldest), band);
      let place = newest[band]!.get(key)!;
      if (place === oldest) newest[band]!.delete(key);
      else {
        while (before[place * BANDS + band] !== oldest) place = before[place * BANDS + band]!;
        before[place * BANDS + band] = -1;
      }
    }
  }
}

function bandKey(sketch: Uint16Array, band: number): number {
  let key = band + 1;
  for (let k = band * ROWS; k < (band + 1) * ROWS; k++) key = Math.imul(key ^ sketch[k]!, 0x01000193);
  return key;
}
