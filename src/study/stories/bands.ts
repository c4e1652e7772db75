/**
 * Locality-sensitive hashing: sketches are cut into bands, and articles that agree on a whole band are worth comparing
 * (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). Pure but for what it remembers.
 */

/**
 * Thirty-two bands of four rows. Every pair is held against its real overlap afterwards, so a band may be short: of pairs
 * with an overlap of 0.7 more than 999 in 1,000 meet; of 0.3, 23 in 100; of 0.1, 3 in 1,000.
 */
export const BANDS = 32;
const ROWS = 4;

/** Of each article and band, the bucket it stands in, or -1 where it is alone there. */
export interface Buckets {
  count: number;
  of(article: number, band: number): number;
}

export interface BandIndex {
  /** Takes the sketch of the next article; null for one that is compared with none. */
  add(sketch: Uint16Array | null): void;
  /** The buckets of all articles added. Time: n log n. */
  buckets(): Buckets;
}

/** An empty index; 128 bytes an article. */
export function bandIndex(): BandIndex {
  let keys = new Uint32Array(1024 * BANDS);
  /** Numbers of the articles that have a sketch. */
  const sketched: number[] = [];
  let count = 0;
  return {
    add(sketch) {
      if ((count + 1) * BANDS > keys.length) {
        const more = new Uint32Array(2 * keys.length);
        more.set(keys);
        keys = more;
      }
      if (sketch !== null) {
        sketched.push(count);
        for (let band = 0; band < BANDS; band++) keys[count * BANDS + band] = bandKey(sketch, band);
      }
      count++;
    },
    buckets() {
      const places = new Int32Array(count * BANDS).fill(-1);
      let buckets = 0;
      for (let band = 0; band < BANDS; band++) buckets = fillBand(band, buckets);
      return { count: buckets, of: (article, band) => places[article * BANDS + band]! };

      /** Numbers the buckets of a band from `first` on; gives the next free number. */
      function fillBand(band: number, first: number): number {
        let next = first;
        const sorted = sortedByKey(sketched, (article) => keys[article * BANDS + band]!);
        for (let from = 0; from < sorted.length; ) {
          let to = from + 1;
          while (to < sorted.length && sorted.key(to) === sorted.key(from)) to++;
          if (to - from > 1) {
            for (let at = from; at < to; at++) places[sorted.article(at) * BANDS + band] = next;
            next++;
          }
          from = to;
        }
        return next;
      }
    },
  };
}

/**
 * Articles by key, and by number among equal keys. Both go into one number, which holds 53 bits: beyond two million articles
 * keys lose bits, which only makes more of them worth comparing.
 */
function sortedByKey(
  articles: readonly number[],
  keyOf: (article: number) => number,
): { length: number; key(at: number): number; article(at: number): number } {
  const bits = Math.max(1, 32 - Math.clz32((articles.at(-1) ?? 0) | 1));
  const lost = 2 ** Math.max(0, 32 + bits - 53);
  const room = 2 ** bits;
  const pairs = new Float64Array(articles.length);
  for (const [i, article] of articles.entries()) pairs[i] = Math.floor(keyOf(article) / lost) * room + article;
  pairs.sort();
  const key = (at: number): number => Math.floor(pairs[at]! / room);
  return { length: pairs.length, key, article: (at) => pairs[at]! - key(at) * room };
}

function bandKey(sketch: Uint16Array, band: number): number {
  let key = band + 1;
  for (let k = band * ROWS; k < (band + 1) * ROWS; k++) key = Math.imul(key ^ sketch[k]!, 0x01000193);
  key = Math.imul(key ^ (key >>> 15), 0x85ebca6b);
  return (key ^ (key >>> 13)) >>> 0;
}
