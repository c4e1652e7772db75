/**
 * How well a text matches another, by the published method of the article extraction benchmark: runs of four words are
 * counted, precision and recall are means over pages, and F1 is that of the two means.
 */

const RUN = 4;

export interface Match {
  precision: number;
  recall: number;
  f1: number;
}

/** The runs of four words of a text with their number; of a shorter text, its words as one run. */
function runs(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at++) {
    const run = words.slice(at, at + RUN).join(' ');
    if (run !== '') counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of `found` against `wanted`; an empty text that should be empty scores 1. */
export function matchOf(wanted: string, found: string): Match {
  const [truth, guess] = [runs(wanted), runs(found)];
  let both = 0;
  for (const [run, count] of guess) both += Math.min(count, truth.get(run) ?? 0);
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
  const [wantedRuns, foundRuns] = [sum(truth), sum(guess)];
  const precision = foundRuns === 0 ? Number(wantedRuns === 0) : both / foundRuns;
  const recall = wantedRuns === 0 ? Number(foundRuns === 0) : both / wantedRuns;
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** The match over several pages. */
export function meanMatch(matches: readonly Match[]): Match {
  const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
  const precision = mean(matches.map((match) => match.precision));
  const recall = mean(matches.map((match) => match.recall));
  return { precision, recall, f1: harmonic(precision, recall) };
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
