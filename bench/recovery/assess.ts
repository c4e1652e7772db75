/** One draw of a design: what the statistics say, beside what was put in. */

import type { Interval } from '../../src/study/model.ts';
import { holm } from '../../src/study/statistics/adjust.ts';
import { type ChangeAnalysis, findChanges } from '../../src/study/statistics/change-points.ts';
import { clusterInterval } from '../../src/study/statistics/cluster-bootstrap.ts';
import { clusterPatterns } from '../../src/study/statistics/cluster-sample.ts';
import { withoutMix } from '../../src/study/statistics/composition.ts';
import { hamedRao } from '../../src/study/statistics/hamed-rao.ts';
import { likeness } from '../../src/study/statistics/likeness.ts';
import type { CountSeries } from '../../src/study/statistics/pelt.ts';
import { randomFor } from '../../src/study/statistics/random.ts';
import { wilson } from '../../src/study/statistics/wilson.ts';
import { articlesOf, type Corpus, OUTLETS, simulate } from './corpus.ts';
import type { Design, IntervalKind } from './design.ts';

export interface Settings {
  /** Measures that are tested together; their p-values are adjusted by Holm. */
  measures: number;
  /** Of each bootstrap and permutation test. */
  draws: number;
}

export interface Outcome {
  /** Intervals of periods that hold the expected share, and all intervals. */
  covered: Record<IntervalKind, { held: number; all: number }>;
  /** Whether any of the measures shows a change, or a trend, after adjustment. */
  anyChange: boolean;
  anyTrend: boolean;
  /** Of the first measure by itself, changes at p ≤ 0.05. */
  found: { at: number; earliest: number; latest: number }[];
  trend: boolean;
}

const LEVEL = 0.05;

/** The outcome of draw number `draw`: draws and designs have chance of their own. */
export function assess(design: Design, draw: number, settings: Settings): Outcome {
  const corpora = Array.from({ length: settings.measures }, (_, measure) =>
    simulate(design.model, randomFor(draw, 'corpus', design.name, String(measure))),
  );
  const series = corpora.map((corpus) => countedOf(corpus, design));
  const analyses = series.map((counts, measure) =>
    findChanges(counts, {
      seed: draw,
      names: [design.name, String(measure)],
      draws: Math.max(settings.draws, 40 * settings.measures),
      season: design.season,
    }),
  );
  const trendPs = series.map(trendP);
  const first = analyses[0] ?? null;
  return {
    covered: coverage(corpora[0]!, design, draw, settings.draws),
    anyChange: holm(analyses.map((one) => one?.p ?? null)).some(
      (p, i) => significant(p) && changesOf(analyses[i]).length > 0,
    ),
    anyTrend: holm(trendPs).some(significant),
    found: changesOf(first),
    trend: significant(trendPs[0] ?? null),
  };
}

const significant = (p: number | null): boolean => p !== null && p <= LEVEL;
const changesOf = (analysis: ChangeAnalysis | null | undefined) =>
  (analysis?.changes ?? []).filter(({ p }) => p <= LEVEL);

function countedOf(corpus: Corpus, { counting }: Design): CountSeries {
  if (counting === 'story') return corpus.once;
  return counting === 'article' ? articlesOf(corpus) : withoutMix(corpus.outlets);
}

/** As a study tests trends: Hamed and Rao with three lags, which can only widen. */
function trendP({ k, n }: CountSeries): number | null {
  const values = Array.from(n, (cases, t) => (cases > 0 ? k[t]! / cases : null));
  return hamedRao(values, { lags: 3, leastFactor: 1 })?.p ?? null;
}

function coverage(corpus: Corpus, design: Design, draw: number, draws: number): Outcome['covered'] {
  const { k, n } = articlesOf(corpus);
  const alike = likeness(corpus.stories);
  const covered = { wilson: { held: 0, all: 0 }, byOutlet: { held: 0, all: 0 }, byStory: { held: 0, all: 0 } };
  for (let t = 0; t < n.length; t++) {
    const outlets = clusterPatterns(
      corpus.outlets.map((outlet) => outlet.k[t]!),
      corpus.outlets.map((outlet) => outlet.n[t]!),
    );
    const intervals: Record<IntervalKind, () => Interval | null> = {
      wilson: () => wilson({ k: k[t]!, n: n[t]! }),
      byOutlet: () => clusterInterval(outlets, randomFor(draw, design.name, 'outlet', String(t)), { draws }),
      byStory: () =>
        clusterInterval(corpus.stories[t]!, randomFor(draw, design.name, 'story', String(t)), {
          draws,
          likeness: alike,
        }),
    };
    for (const kind of design.valid) {
      const interval = intervals[kind]();
      if (interval === null) continue;
      const share = expected(design, t);
      covered[kind].all++;
      if (interval.low <= share && share <= interval.high) covered[kind].held++;
    }
  }
  return covered;
}

/** The share of a period that an endless corpus would have. */
function expected({ model }: Design, t: number): number {
  const { share, outletShift, outletWeight } = model;
  if (!outletShift) return share(t);
  let [sum, weights] = [0, 0];
  for (let outlet = 0; outlet < OUTLETS; outlet++) {
    const weight = outletWeight?.(outlet, t) ?? 1 / (outlet + 1);
    sum += weight * (share(t) + outletShift(outlet));
    weights += weight;
  }
  return sum / weights;
}
