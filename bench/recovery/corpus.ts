/** Simulated corpora: articles of twelve outlets over time, coded for one thing, from a stated model. */
import type { ClusterPattern } from '../../src/study/statistics/cluster-sample.ts';
import { integer, type Random, uniform } from '../../src/study/statistics/random.ts';

/** What a corpus is drawn from. Shares are 0 to 1; periods are numbered from 0. */
export interface Model {
  periods: number;
  /** Stories, each published once or more. */
  stories: number;
  /** The expected share of stories that carry what is coded. */
  share: (period: number) => number;
  /** The standard deviation of the outlets' own shares around it, drawn anew for each corpus; 0 by default. */
  outletSpread?: number;
  /** The same for periods; 0 by default. `periodMemory` is the correlation of one with the next. */
  periodSpread?: number;
  periodMemory?: number;
  /** Weights of outlets and of periods; all alike by default, but for outlets 1, 1/2, 1/3 … */
  outletWeight?: (outlet: number, period: number) => number;
  periodWeight?: (period: number) => number;
  /** An outlet's own share less that of all; 0 by default. */
  outletShift?: (outlet: number) => number;
  /** How many copies a story has, 1 or more; 1 by default. */
  copies?: (random: Random, period: number) => number;
  /** How the program codes: of what carries it, and of what does not, the share that it codes right. 1 by default. */
  sensitivity?: (period: number) => number;
  specificity?: (period: number) => number;
}

export const OUTLETS = 12;

export interface Corpus {
  /** Every article counts: of each outlet, k of n in each period. */
  outlets: { k: number[]; n: number[] }[];
  /** The same, by stories: how many of them have k of n articles, in each period. */
  stories: ClusterPattern[][];
  /** Every story counts once. */
  once: { k: number[]; n: number[] };
}

/** All articles of a corpus, k of n in each period. */
export function articlesOf({ outlets }: Corpus): { k: number[]; n: number[] } {
  const sum = (key: 'k' | 'n') =>
    outlets[0]!.n.map((_, t) => outlets.reduce((all, outlet) => all + outlet[key][t]!, 0));
  return { k: sum('k'), n: sum('n') };
}

export function simulate(model: Model, random: Random): Corpus {
  const { periods, stories, copies = () => 1, sensitivity = () => 1, specificity = () => 1 } = model;
  const zeros = () => Array<number>(periods).fill(0);
  const outlets = Array.from({ length: OUTLETS }, () => ({ k: zeros(), n: zeros() }));
  const once = { k: zeros(), n: zeros() };
  const sizes = Array.from({ length: periods }, () => new Map<string, ClusterPattern>());
  const share = shares(model, random);
  const pickPeriod = picker(
    Array.from({ length: periods }, (_, t) => model.periodWeight?.(t) ?? 1),
    random,
  );
  const pickOutlet = Array.from({ length: periods }, (_, t) =>
    picker(
      Array.from({ length: OUTLETS }, (_, o) => model.outletWeight?.(o, t) ?? 1 / (o + 1)),
      random,
    ),
  );
  for (let story = 0; story < stories; story++) {
    const t = pickPeriod();
    const first = pickOutlet[t]!();
    const carries = uniform(random) < share(first, t);
    const right = uniform(random) < (carries ? sensitivity(t) : specificity(t));
    const k = carries === right ? 1 : 0;
    const n = copies(random, t);
    for (let copy = 0; copy < n; copy++) {
      const outlet = outlets[copy === 0 ? first : integer(random, OUTLETS)]!;
      outlet.k[t]! += k;
      outlet.n[t]!++;
    }
    once.k[t]! += k;
    once.n[t]!++;
    const pattern = sizes[t]!.get(`${k}/${n}`) ?? { k: k * n, n, clusters: 0 };
    pattern.clusters++;
    sizes[t]!.set(`${k}/${n}`, pattern);
  }
  return { outlets, stories: sizes.map((patterns) => [...patterns.values()]), once };
}

/** The share of an outlet in a period. Spreads are those of a beta distribution's, so that shares stay within 0 and 1. */
function shares(model: Model, random: Random): (outlet: number, period: number) => number {
  const { share, outletSpread = 0, periodSpread = 0, periodMemory = 0, outletShift = () => 0 } = model;
  const own = Array.from({ length: OUTLETS }, () => outletSpread * bounded(random));
  let noise = bounded(random);
  const period = Array.from({ length: model.periods }, () => {
    noise = periodMemory * noise + Math.sqrt(1 - periodMemory ** 2) * bounded(random);
    return periodSpread * noise;
  });
  return (outlet, t) => Math.min(1, Math.max(0, share(t) + own[outlet]! + outletShift(outlet) + period[t]!));
}

/** Of mean 0 and standard deviation 1, within ±√6: the sum of two uniform numbers. */
const bounded = (random: Random): number => (uniform(random) + uniform(random) - 1) * Math.sqrt(6);

function picker(weights: readonly number[], random: Random): () => number {
  const sums: number[] = [];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const at = uniform(random) * sums.at(-1)!;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
