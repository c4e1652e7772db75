/**
 * Stories: articles of a whole corpus that are near-identical copies of each other, as syndication makes them. Candidates by
 * MinHash with locality-sensitive hashing, checked by the real overlap of their runs of five words.
 */
import { sketchOfRuns } from '../../batch/sketch.ts';
import { BANDS, bandIndex } from './bands.ts';
import { group } from './group.ts';
import { dateKey, inDateOrder } from './order.ts';
import { type StoreOptions, shingleStore } from './shingle-store.ts';

/** An article as stories see it. */
export interface StoryArticle {
  id: string;
  /** ISO 8601, also in part; null where it is not known. */
  publishedAt: string | null;
  /** As `shinglesOf` gives them: ascending, distinct; null for a text that is too short, which is a story of its own. */
  shingles: Uint32Array | null;
}

/** The story of an article: the id of the earliest article of it, by date and then by order. */
export interface StoryOf {
  id: string;
  story: string;
}

export interface StoryFinder {
  /** Takes the next article. Throws system errors, as when the disk is full. */
  add(article: StoryArticle): void;
  /** The story of each article, in the order they were added. Throws system errors. */
  stories(): Generator<StoryOf>;
  /** Gives back the disk that shingles took up. To be called in the end, whatever happened. */
  close(): void;
}

/**
 * Finds the stories of the articles it is shown, in the order of the inputs; what it finds depends on that order, dates and
 * texts alone. Sets of shingles beyond `memory` bytes (default 128 MB) lie in a file in `folder` (default: the system's
 * for temporary files), four bytes a word; beside them an article takes some 300 bytes of memory. Time is n log n in the
 * articles, with an upper bound on the work for each, however alike they are. Missed are one in some thousand pairs that
 * overlap by 0.7, fewer of those that overlap by more.
 */
export function storyFinder(options: StoreOptions = {}): StoryFinder {
  const store = shingleStore(options);
  const index = bandIndex();
  const ids: string[] = [];
  const keys: string[] = [];
  const nothing = new Uint32Array(0);
  return {
    add({ id, publishedAt, shingles }) {
      const compared = shingles !== null && shingles.length > 0;
      store.add(compared ? shingles : nothing);
      index.add(compared ? sketchOfRuns(shingles) : null);
      ids.push(id);
      keys.push(dateKey(publishedAt));
    },
    *stories() {
      const buckets = index.buckets();
      const firstOf = Int32Array.from(ids.keys());
      const met = (article: number): boolean => {
        for (let band = 0; band < BANDS; band++) if (buckets.of(article, band) !== -1) return true;
        return false;
      };
      // Most articles of most corpora meet no other and are done.
      const order = inDateOrder([...ids.keys()].filter(met), keys);
      group(order, buckets, store, firstOf);
      for (const [article, id] of ids.entries()) yield { id, story: ids[firstOf[article]!]! };
    },
    close: () => store.close(),
  };
}
