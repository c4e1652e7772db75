/** P-values adjusted for multiple tests. A test that gave no p-value is null, stays null, and does not count. */

/** Holm's step-down adjustment (S. Holm, 1979): controls the chance of any false alarm, whatever the dependence. */
export const holm = (ps: readonly (number | null)[]): (number | null)[] =>
  adjust(ps, (sorted) => {
    let most = 0;
    return sorted.map((p, i) => {
      most = Math.max(most, Math.min(1, p * (sorted.length - i)));
      return most;
    });
  });

/**
 * Benjamini and Hochberg's step-up adjustment (1995): controls the expected share of false alarms among what is
 * reported, where tests are independent or positively dependent.
 */
export const benjaminiHochberg = (ps: readonly (number | null)[]): (number | null)[] =>
  adjust(ps, (sorted) => {
    let least = 1;
    const adjusted = [...sorted];
    for (let i = sorted.length - 1; i >= 0; i--) {
      least = Math.min(least, sorted[i]! * (sorted.length / (i + 1)));
      adjusted[i] = least;
    }
    return adjusted;
  });

/** `method` maps p-values in ascending order to adjusted ones. Throws a RangeError for what is no p-value. */
function adjust(ps: readonly (number | null)[], method: (sorted: number[]) => number[]): (number | null)[] {
  const present: { p: number; at: number }[] = [];
  for (const [at, p] of ps.entries()) {
    if (p === null) continue;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no p-value`);
    present.push({ p, at });
  }
  present.sort((a, b) => a.p - b.p);
  const result: (number | null)[] = ps.map(() => null);
  const adjusted = method(present.map(({ p }) => p));
  for (const [i, { at }] of present.entries()) result[at] = adjusted[i]!;
  return result;
}
