/** How often intervals hold the truth, and tests raise a false alarm, in drawn data whose truth is known. */
import { expect, it } from 'vitest';
import { clusterDifference } from '../../../src/study/statistics/cluster-difference.ts';
import { compareShares } from '../../../src/study/statistics/difference.ts';
import { binomial } from '../../../src/study/statistics/draws.ts';
import { hamedRao } from '../../../src/study/statistics/hamed-rao.ts';
import { predictionPowered } from '../../../src/study/statistics/prediction-powered.ts';
import { type Random, randomFor, uniform } from '../../../src/study/statistics/random.ts';

/** The share of 2,000 draws in which `holds`: its own error is about half a point. */
function rate(name: string, holds: (random: Random) => boolean): number {
  const random = randomFor(1, name);
  let times = 0;
  for (let draw = 0; draw < 2000; draw++) if (holds(random)) times++;
  return times / 2000;
}

const within = (interval: { low: number; high: number } | null, truth: number): boolean =>
  interval !== null && interval.low <= truth && truth <= interval.high;

it('the interval of a difference holds it 95 % of the time', () => {
  const covered = rate('newcombe', (random) => {
    const [a, b] = [binomial(random, 60, 0.25), binomial(random, 90, 0.45)];
    return within(compareShares({ k: a, n: 60 }, { k: b, n: 90 })!.difference, 0.2);
  });
  expect(covered).toBeGreaterThan(0.935);
  expect(covered).toBeLessThan(0.97);
});

it('so does that of a difference between outlets of unequal size that differ', () => {
  const outlets = Array.from({ length: 24 }, (_, i) => ({ n: Math.ceil(150 / (1 + (i >> 1))), side: i % 2 }));
  const share = (random: Random, middle: number) => middle + 0.4 * (uniform(random) - 0.5);
  const none = { k: 0, n: 0 };
  let naive = 0;
  const covered = rate('clusters', (random) => {
    const pairs = outlets.map(({ n, side }) => {
      const cases = { k: binomial(random, n, share(random, side ? 0.5 : 0.3)), n };
      return side ? { a: none, b: cases } : { a: cases, b: none };
    });
    const sum = (side: 'a' | 'b') => ({
      k: pairs.reduce((k, pair) => k + pair[side].k, 0),
      n: pairs.reduce((n, pair) => n + pair[side].n, 0),
    });
    if (within(compareShares(sum('a'), sum('b'))!.difference, 0.2)) naive++;
    return within(clusterDifference(pairs), 0.2);
  });
  expect(covered).toBeGreaterThan(0.93);
  expect(covered).toBeLessThan(0.97);
  // As if articles of one outlet were independent, it holds far less often.
  expect(naive / 2000).toBeLessThan(0.75);
});

it('and of two periods of the same outlets', () => {
  const sizes = Array.from({ length: 12 }, (_, i) => Math.ceil(120 / (1 + i)));
  const covered = rate('same clusters', (random) => {
    const pairs = sizes.map((n) => {
      const share = 0.3 + 0.4 * (uniform(random) - 0.5);
      return { a: { k: binomial(random, n, share), n }, b: { k: binomial(random, n, share + 0.1), n } };
    });
    return within(clusterDifference(pairs), 0.1);
  });
  expect(covered).toBeGreaterThan(0.93);
  expect(covered).toBeLessThan(0.98);
});

it('a trend test that can widen alone raises a false alarm in no more than 5 % of steady series', () => {
  const steady = (random: Random) => Array.from({ length: 24 }, () => binomial(random, 60, 0.3) / 60);
  const alarms = rate('trend', (random) => hamedRao(steady(random), { lags: 3, leastFactor: 1 })!.p < 0.05);
  expect(alarms).toBeGreaterThan(0.02);
  expect(alarms).toBeLessThan(0.06);
});

it('a prediction-powered interval holds the share 95 % of the time, which the raw share is not', () => {
  const drawn = (random: Random) => {
    const truth = uniform(random) < 0.3 ? 1 : 0;
    return { truth, predicted: uniform(random) < (truth ? 0.85 : 0.15) ? 1 : 0 };
  };
  const covered = rate('prediction-powered', (random) => {
    const sample = Array.from({ length: 150 }, () => drawn(random));
    return within(predictionPowered(sample, { k: binomial(random, 1500, 0.3 * 0.85 + 0.7 * 0.15), n: 1500 }), 0.3);
  });
  expect(covered).toBeGreaterThan(0.935);
  expect(covered).toBeLessThan(0.965);
});
