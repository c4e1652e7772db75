/** Two stretches of time, and each outlet and all others, compared. Pure. */
import type { Comparison, Count, Counting, Period } from '../model.ts';
import { benjaminiHochberg, holm } from '../statistics/adjust.ts';
import { clusterDifference } from '../statistics/cluster-difference.ts';
import { compareShares } from '../statistics/difference.ts';
import { byOutlet, type Counts, totalOf } from './counts.ts';

/** The periods from number `first` on, before `end`. */
export interface Stretch {
  name: string;
  first: number;
  end: number;
}

/** Outlets that are compared with all others: those with the most articles, as far as a reader can take in. */
const MOST_OUTLETS = 40;
/** Outlets with fewer articles are not compared: an interval would span most of all shares. */
const LEAST_ARTICLES = 10;

/** The first half of the periods and the second, where there are two and more; an odd one in the middle is in the second. */
export function halves(periods: readonly Period[]): [Stretch, Stretch] | null {
  if (periods.length < 2) return null;
  const middle = Math.floor(periods.length / 2);
  return [stretch(periods, 0, middle), stretch(periods, middle, periods.length)];
}

/** The periods from `first` on, before `end`, named by their ends. */
export function stretch(periods: readonly Period[], first: number, end: number): Stretch {
  const [from, to] = [periods[first]!.id, periods[end - 1]!.id];
  return { name: from === to ? from : `${from} to ${to}`, first, end };
}

/** Two stretches compared on each measure of a family; p-values are adjusted within it. */
export function compareStretches(
  counts: Counts,
  family: readonly string[],
  counting: Counting,
  [a, b]: readonly [Stretch, Stretch],
): Comparison[] {
  return adjusted(
    family.map((measure) => {
      const periods = counts.outlets(measure, counting);
      const [left, right] = [byOutlet(periods, a), byOutlet(periods, b)];
      const outlets = [...new Set([...left.keys(), ...right.keys()])].sort((x, y) => x - y);
      const pairs = outlets.map((outlet) => ({ a: left.get(outlet) ?? NONE, b: right.get(outlet) ?? NONE }));
      const sides = [totalOf(left.values()), totalOf(right.values())] as const;
      return { ...comparison(measure, counting, 'periods', [a.name, b.name], sides), clustered: clustered(pairs) };
    }),
  );
}

const NONE: Count = { k: 0, n: 0 };

function clustered(pairs: { a: Count; b: Count }[]): NonNullable<Comparison['clustered']> | null {
  const found = clusterDifference(pairs);
  if (!found) return null;
  const { value, low, high, p, clusters } = found;
  return { value, low, high, p, clusters };
}

/** Each of the largest outlets compared with all others together, on each measure of a family; adjusted over all of them. */
export function compareOutlets(counts: Counts, family: readonly string[], counting: Counting): Comparison[] {
  const of = (measure: string): Map<number, Count> => {
    const periods = counts.outlets(measure, counting);
    return byOutlet(periods, { first: 0, end: periods.length });
  };
  const largest = [...of(family[0]!)]
    .filter(([rank, { n }]) => n >= LEAST_ARTICLES && counts.names[rank] != null)
    .sort(([a, { n: m }], [b, { n }]) => n - m || a - b)
    .slice(0, MOST_OUTLETS)
    .map(([rank]) => ({ rank, name: counts.names[rank]! }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (largest.length < 2) return [];
  return adjusted(
    family.flatMap((measure) => {
      const own = of(measure);
      const all = totalOf(own.values());
      return largest.map(({ rank, name }) => {
        const inside = own.get(rank) ?? NONE;
        const others = { k: all.k - inside.k, n: all.n - inside.n };
        return comparison(measure, counting, 'outlets', ['all others', name], [others, inside]);
      });
    }),
  );
}

function comparison(
  measure: string,
  counting: Counting,
  kind: Comparison['kind'],
  [nameA, nameB]: readonly [string, string],
  [a, b]: readonly [Count, Count],
): Comparison {
  const found = compareShares(a, b);
  const sides = { a: { name: nameA, ...a }, b: { name: nameB, ...b } };
  const tested = { difference: found?.difference ?? null, h: found?.h.value ?? null, p: found?.p ?? null };
  return { measure, counting, kind, ...sides, ...tested, holm: null, bh: null };
}

/** P-values are those by outlet where there are such: they are the more cautious. */
function adjusted(comparisons: Comparison[]): Comparison[] {
  const ps = comparisons.map(({ clustered, p }) => clustered?.p ?? p);
  const [byHolm, byBh] = [holm(ps), benjaminiHochberg(ps)];
  return comparisons.map((one, i) => ({ ...one, holm: byHolm[i]!, bh: byBh[i]! }));
}
