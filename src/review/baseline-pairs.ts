/** Pairs what was with what is, one to one. Pure. */

/** Most on either side of a bucket that are all compared with one another: 90,000 comparisons of wordings take 0.2 s. */
const MOST = 300;

/**
 * Adds to `pairs` what fits of those that are in none yet: within a bucket, pairs of the highest score first, of equal scores
 * those that come first; a score of 0 is none. Of larger buckets the first 300 on either side are compared, and the rest
 * in step: each with the one at its own place. The same lists give the same pairs.
 */
export function pairUp<A, B extends A>(
  old: readonly A[],
  now: readonly B[],
  pairs: Map<A, B>,
  bucketOf: (one: A) => string,
  score: (a: A, b: A) => number,
): void {
  const taken = new Set<A>(pairs.values());
  const buckets = new Map<string, { was: A[]; is: B[] }>();
  for (const one of old) {
    if (pairs.has(one)) continue;
    const key = bucketOf(one);
    const bucket = buckets.get(key);
    if (bucket) bucket.was.push(one);
    else buckets.set(key, { was: [one], is: [] });
  }
  for (const one of now) if (!taken.has(one)) buckets.get(bucketOf(one))?.is.push(one);
  for (const { was, is } of buckets.values()) {
    pairBest(was.slice(0, MOST), is.slice(0, MOST), pairs, taken, score);
    if (was.length > MOST || is.length > MOST) pairInStep(was, is, pairs, taken, score);
  }
}

type Score<A> = (a: A, b: A) => number;

function pairBest<A, B extends A>(was: A[], is: B[], pairs: Map<A, B>, taken: Set<A>, score: Score<A>): void {
  const found = was
    .flatMap((a, i) => is.map((b, j) => ({ a, b, i, j, score: score(a, b) })))
    .filter((one) => one.score > 0);
  found.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  for (const { a, b } of found) {
    if (pairs.has(a) || taken.has(b)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
}

function pairInStep<A, B extends A>(was: A[], is: B[], pairs: Map<A, B>, taken: Set<A>, score: Score<A>): void {
  const left = is.filter((one) => !taken.has(one));
  const open = was.filter((one) => !pairs.has(one));
  for (const [i, one] of open.entries()) {
    const other = left[i];
    if (other === undefined || score(one, other) === 0) continue;
    pairs.set(one, other);
    taken.add(other);
  }
}
