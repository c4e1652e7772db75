/** Number of single-letter insertions, deletions and substitutions that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * The known word most like `word`, or null when none is like it: more than half of the longer word's letters
 * would have to change. Case is ignored; of equally near words the first in `known` wins. Words of more
 * than 200 letters have no neighbour.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > 200) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const d = distance(wanted, candidate.toLowerCase());
    if (d < least && d * 2 <= Math.max(wanted.length, candidate.length)) {
      best = candidate;
      least = d;
    }
  }
  return best;
}

/** The hint for an unknown word: its nearest known one, or (up to twelve of) the known ones. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  if (best !== null) return `did you mean "${best}"?`;
  return `known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`;
}
