/** Measures over time with their intervals. Pure. */
import type { Counting, Dating, Estimate, Group, Interval, Measure, Period, Point, Series } from '../model.ts';
import { clusterInterval } from '../statistics/cluster-bootstrap.ts';
import { type ClusterPattern, clusterPatterns } from '../statistics/cluster-sample.ts';
import { likeness } from '../statistics/likeness.ts';
import { randomFor } from '../statistics/random.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Counts, grouped } from './counts.ts';

export interface SeriesOptions {
  draws: number;
  seed: number;
  /** The dates that the counts of clusters are of. */
  dating: Dating;
  /** Whether the intervals by clusters are drawn for a measure: they take most of the time. */
  isDrawn(measure: string, counting: Counting): boolean;
  /** The corrected share of a count of a measure; null where there is nothing to correct by. */
  correct(measure: string, k: number, n: number): Estimate | null;
}

const NOTHING = { k: 0, n: 0 };

/** Every measure for all articles, by counting and dating, and for groups as far as rows give them. */
export function seriesOf(
  counts: Counts,
  measures: readonly Measure[],
  periods: readonly Period[],
  options: SeriesOptions,
): Series[] {
  const byOutlet = outletIntervals(counts, options);
  const byStory = storyIntervals(counts, options);
  const rows = grouped(counts.rows, ({ measure, counting, dating, by, value }) =>
    JSON.stringify([measure, counting, dating, by, value]),
  );
  const order = new Map(measures.map(({ id }, i) => [id, i]));
  const series = [...rows.values()]
    .filter(([row]) => order.has(row!.measure))
    .map((own): Series => {
      const { measure, counting, dating, by, value } = own[0]!;
      const group: Group = { by, value };
      const whole = by === 'all' && dating === options.dating;
      const at = new Map(own.map((row) => [row.period, row]));
      const points = periods.map(({ id }, period): Point => {
        const { k, n } = at.get(id) ?? NOTHING;
        return {
          period: id,
          k,
          n,
          share: n === 0 ? null : k / n,
          wilson: wilson({ k, n }),
          byOutlet: whole ? byOutlet(measure, counting, period) : null,
          byStory: whole && counting === 'article' ? byStory(measure, period) : null,
          corrected: by === 'all' ? options.correct(measure, k, n) : null,
        };
      });
      return { measure, counting, dating, group, points };
    });
  return series.sort((a, b) => order.get(a.measure)! - order.get(b.measure)! || compare(keyOf(a), keyOf(b)));
}

const BY = ['all', 'outlet', 'country', 'language'];
const keyOf = ({ group, counting, dating }: Series): string =>
  [BY.indexOf(group.by), counting === 'story' ? 0 : 1, dating === 'all' ? 0 : 1, group.value ?? '\uffff'].join(
    '\u0000',
  );
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The series of a measure for all articles; null where it has no case at all. */
export function wholeSeries(
  series: readonly Series[],
  measure: string,
  counting: Counting,
  dating: Dating,
): Series | null {
  return (
    series.find(
      (s) => s.measure === measure && s.counting === counting && s.dating === dating && s.group.by === 'all',
    ) ?? null
  );
}

type OutletInterval = (measure: string, counting: Counting, period: number) => Interval | null;

function outletIntervals({ outlets }: Counts, options: SeriesOptions): OutletInterval {
  return (measure, counting, period) => {
    if (!options.isDrawn(measure, counting)) return null;
    const { k, n } = outlets(measure, counting)[period]!;
    const random = randomFor(options.seed, 'interval', 'outlet', measure, counting, String(period));
    return clusterInterval(inOrder(clusterPatterns(k, n)), random, { draws: options.draws });
  };
}

/**
 * Copies are coded nearly alike in all periods, and where a period has few stories of uneven size its own counts cannot show it:
 * the likeness of all periods stands in. In simulations of 5 to 600 stories a period, up to a third of them with up to ten
 * copies, intervals hold the share in 93 to 97 % with it and in 80 to 97 % without. Intervals by outlet hold it in 93 to 95 %
 * as they are.
 */
function storyIntervals(
  { stories }: Counts,
  options: SeriesOptions,
): (measure: string, period: number) => Interval | null {
  const alike = new Map<string, number | null>();
  return (measure, period) => {
    const periods = options.isDrawn(measure, 'article') ? stories(measure) : null;
    const patterns = periods?.[period];
    if (!periods || !patterns) return null;
    if (!alike.has(measure)) alike.set(measure, likeness(periods));
    const random = randomFor(options.seed, 'interval', 'story', measure, String(period));
    return clusterInterval(inOrder(patterns), random, { draws: options.draws, likeness: alike.get(measure)! });
  };
}

/** The same draws whatever the order in which patterns come. */
const inOrder = (patterns: readonly ClusterPattern[]): ClusterPattern[] =>
  [...patterns].sort((a, b) => a.n - b.n || a.k - b.k);
