/**
 * Articles to stories. Pure but for the sets it asks for.
 *
 * Chains do not make stories: of three articles the first may overlap the second and the second the third while the first
 * and the third are different texts. So articles come one after the other, the earliest first, and each is held against
 * the representatives of stories, never against all members. It joins where it overlaps a representative by
 * `COPY_OVERLAP`, and the story's first article by `FURTHEST` at least: no member is further from the text that names
 * the story than that, however long the chain. Stories are never merged.
 */
import { COPY_OVERLAP } from '../../batch/copies.ts';
import { BANDS, type Buckets } from './bands.ts';
import { jaccard, mostOverlap } from './overlap.ts';

/** Least overlap with a story's first article: half of both texts together, so that each holds most of what the other does. */
export const FURTHEST = 0.5;
/** A member nearer than this to a representative stands for nothing that it does not: it becomes none itself. */
const NEAR = 0.9;
/** Representatives of a story; a text that is topped and cut anew at each outlet has a handful of forms. */
const MOST_REPRESENTATIVES = 8;
/** Newest representatives of a bucket that are looked at: copies follow each other, and no bucket may cost more than it is worth. */
const MOST_IN_BUCKET = 64;
/** Representatives that an article is compared with, those it meets in most buckets first: a copy meets its original in most. */
const MOST_COMPARED = 16;

/** Sets of hashes by number of article. */
export interface Sets {
  size(article: number): number;
  get(article: number): Uint32Array;
}

/**
 * Of each article in `order`, the first article of its story, into `firstOf`, which holds every article's own number at
 * first. An article is compared with at most 16 others, so time is linear in their number whatever they hold.
 */
export function group(order: readonly number[], buckets: Buckets, sets: Sets, firstOf: Int32Array): void {
  /** Of each bucket its newest representative, as a place in `chain`; each place leads to the one before. */
  const newest = new Int32Array(buckets.count).fill(-1);
  const chain: number[] = [];
  const before: number[] = [];
  /** Of each story's first article how many representatives there are, and of each representative its turn. */
  const representatives = new Int32Array(firstOf.length);
  const turn = new Int32Array(firstOf.length);
  /** In how many buckets each representative was met by the article at hand. */
  const met = new Uint8Array(firstOf.length);

  for (const article of order) {
    const found = bestOf(article);
    const first = found === null ? article : firstOf[found.representative]!;
    firstOf[article] = first;
    if (found === null || (found.overlap < NEAR && representatives[first]! < MOST_REPRESENTATIVES)) {
      representatives[first]!++;
      represent(article);
    }
  }

  function represent(article: number): void {
    turn[article] = chain.length;
    for (let band = 0; band < BANDS; band++) {
      const bucket = buckets.of(article, band);
      if (bucket === -1) continue;
      before.push(newest[bucket]!);
      newest[bucket] = chain.push(article) - 1;
    }
  }

  /** Representatives that share a bucket with the article, those of most buckets first, then the earliest. */
  function candidates(article: number): number[] {
    const found: number[] = [];
    for (let band = 0; band < BANDS; band++) {
      const bucket = buckets.of(article, band);
      let place = bucket === -1 ? -1 : newest[bucket]!;
      for (let seen = 0; place !== -1 && seen < MOST_IN_BUCKET; seen++) {
        const other = chain[place]!;
        if (met[other]!++ === 0) found.push(other);
        place = before[place]!;
      }
    }
    const size = sets.size(article);
    const able = found.filter((other) => mostOverlap(size, sets.size(other)) >= COPY_OVERLAP);
    able.sort((a, b) => met[b]! - met[a]! || turn[a]! - turn[b]!);
    for (const other of found) met[other] = 0;
    return able.slice(0, MOST_COMPARED);
  }

  function bestOf(article: number): { representative: number; overlap: number } | null {
    let best: { representative: number; overlap: number } | null = null;
    for (const representative of candidates(article)) {
      const overlap = jaccard(sets.get(article), sets.get(representative), COPY_OVERLAP);
      if (overlap < COPY_OVERLAP || (best !== null && overlap <= best.overlap)) continue;
      const first = firstOf[representative]!;
      if (first !== representative && jaccard(sets.get(article), sets.get(first), FURTHEST) < FURTHEST) continue;
      best = { representative, overlap };
      if (overlap === 1) break;
    }
    return best;
  }
}
