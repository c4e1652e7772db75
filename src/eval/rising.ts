/** Calibration that never falls. */
import type { Scorer } from '../scorer/model.ts';

/** Raw probabilities and the share that was right, pooled until they rise: isotonic regression, in at most ten steps. */
export function rising(raw: { p: number; right: boolean }[]): Scorer['calibration'] {
  const sorted = [...raw].sort((a, b) => a.p - b.p);
  const size = Math.ceil(sorted.length / 10);
  const pools: { p: number; right: number; n: number }[] = [];
  for (let i = 0; i < sorted.length; i += size) {
    const bin = sorted.slice(i, i + size);
    pools.push({ p: bin.reduce((s, r) => s + r.p, 0), right: bin.filter((r) => r.right).length, n: bin.length });
    for (
      let k = pools.length - 1;
      k > 0 && pools[k - 1]!.right / pools[k - 1]!.n >= pools[k]!.right / pools[k]!.n;
      k--
    ) {
      const [a, b] = [pools[k - 1]!, pools[k]!];
      pools.splice(k - 1, 2, { p: a.p + b.p, right: a.right + b.right, n: a.n + b.n });
    }
  }
  return pools.map(({ p, right, n }) => [Number((p / n).toFixed(3)), Number((right / n).toFixed(3))]);
}
