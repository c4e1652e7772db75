/**
 * Near-identical articles, as syndication makes them: each is linked to the first of its kind while reading. MinHash over
 * runs of words (`sketch.ts`) with locality-sensitive hashing in bands (Leskovec, Rajaraman, Ullman: Mining of Massive
 * Datasets, chapter 3). Pure but for the index, which remembers what it was shown.
 */
import { FUNCTIONS, overlapOf, runHashes, sketchOfRuns } from './sketch.ts';

export { overlapOf };

/** Sixteen bands of eight rows: of pairs with an overlap of 0.8, 95 in 100 meet in a band; of 0.5, 6 in 100. */
export const BANDS = 16;
const ROWS = FUNCTIONS / BANDS;
/** Overlap (Jaccard) from which two articles count as copies: outlets cut and top wire text, rarely by more. Here it is estimated. */
export const COPY_OVERLAP = 0.7;
/** Articles remembered: copies appear within days, and memory must not grow with the length of a run. */
export const REMEMBERED = 20_000;

/** What an article is compared by: two bytes of the least hash of each function; null for a text that is too short. */
export function sketchOf(text: string): Uint16Array | null {
  const runs = runHashes(text);
  return runs && sketchOfRuns(runs);
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
