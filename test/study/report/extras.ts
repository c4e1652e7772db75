/** What is worked out from counts, made up to match: trends, change points, comparisons, corrections, agreement, examples. */
import { FRAMES } from '../../../src/model.ts';
import type {
  Agreement,
  ChangePoint,
  Comparison,
  Correction,
  Count,
  Estimate,
  Example,
  StudyResult,
  Trend,
} from '../../../src/study/model.ts';
import { interval } from './draw.ts';
import type { Shape } from './result.ts';

type Extras = Pick<
  StudyResult,
  'trends' | 'changePoints' | 'comparisons' | 'corrections' | 'errorRates' | 'agreement' | 'events' | 'examples'
>;

export function extrasOf(base: StudyResult, shape: Shape): Extras {
  const shown = base.measures.filter(
    ({ family, stance }) =>
      (family === 'frame' && stance === null) || ['article', 'attribution', 'misreport'].includes(family),
  );
  const total = (
    measure: string,
    from = 0,
    to = base.periods.length,
    group = 'all',
    value: string | null = '',
  ): Count => {
    const series = base.series.find(
      (one) =>
        one.measure === measure &&
        one.counting === 'story' &&
        one.dating === 'all' &&
        one.group.by === group &&
        one.group.value === value,
    );
    return (series?.points ?? [])
      .slice(from, to)
      .reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
  };
  const half = Math.floor(base.periods.length / 2);
  const moving =
    shape.shift && !shape.zero && half > 0 ? ['frame:score', 'frame:fragmentation', 'article:contradicted'] : [];
  const partOf = (measure: string, part: number): number => {
    const [before, after] = [total(measure, 0, half), total(measure, half)];
    return part * (after.k / after.n - before.k / before.n);
  };
  const sign = (id: string): number => (id.includes('fragmentation') ? -1 : 1);
  return {
    trends:
      base.periods.length < 4
        ? []
        : shown.map(
            ({ id }): Trend => ({
              measure: id,
              counting: 'story',
              dating: 'all',
              periods: base.periods.length,
              tau: moving.includes(id) ? -0.6 : 0.05,
              s: -30,
              z: -2.8,
              p: moving.includes(id) ? 0.0004 : 0.61,
              holm: moving.includes(id) ? 0.012 : 1,
              bh: moving.includes(id) ? 0.004 : 0.9,
              slope: moving.includes(id) ? -0.03 * sign(id) : 0.0004,
              slopeInterval: moving.includes(id)
                ? sign(id) > 0
                  ? { low: -0.045, high: -0.012 }
                  : { low: 0.012, high: 0.045 }
                : { low: -0.004, high: 0.005 },
            }),
          ),
    changePoints: moving.map(
      (measure): ChangePoint => ({
        measure,
        counting: 'story',
        dating: 'all',
        period: base.periods[half]!.id,
        before: total(measure, 0, half),
        after: total(measure, half),
        p: 0.0005,
        holm: 0.018,
        stability: 0.92,
        outlets: shape.outlets.length > 1 ? { within: partOf(measure, 0.9), mix: partOf(measure, 0.1) } : null,
      }),
    ),
    comparisons: [
      ...shown.map(({ id }) =>
        compare(
          'periods',
          id,
          { name: '2014 to 2018', ...total(id, 0, half) },
          { name: '2019 to 2024', ...total(id, half) },
        ),
      ),
      ...shape.outlets.flatMap((name) =>
        ['frame:score', 'article:contradicted'].map((id) => {
          const [own, all] = [total(id, 0, Infinity, 'outlet', name), total(id)];
          return compare(
            'outlets',
            id,
            { name: 'all others', k: Math.max(0, all.k - own.k), n: Math.max(0, all.n - own.n) },
            { name, ...own },
          );
        }),
      ),
    ],
    ...(shape.extras
      ? coded(base, shape, total)
      : { corrections: [], errorRates: [], agreement: [], events: [], examples: [] }),
  };
}

function compare(kind: Comparison['kind'], measure: string, a: Comparison['a'], b: Comparison['b']): Comparison {
  const known = a.n > 0 && b.n > 0;
  const value = known ? b.k / b.n - a.k / a.n : 0;
  const half = known ? 1.96 * Math.sqrt(0.2 / a.n + 0.2 / b.n) : 0;
  const p = known ? Math.min(1, Math.exp(-Math.abs(value / half) * 3)) : null;
  return {
    measure,
    counting: 'story',
    kind,
    a,
    b,
    difference: known ? { value, low: value - half, high: value + half } : null,
    ...(kind === 'periods'
      ? { clustered: known ? { value, low: value - 1.2 * half, high: value + 1.2 * half, p: p!, clusters: 6 } : null }
      : {}),
    h: known ? value * 2 : null,
    p,
    holm: p === null ? null : Math.min(1, p * 5),
    bh: p === null ? null : Math.min(1, p * 2),
  };
}

function coded(
  base: StudyResult,
  shape: Shape,
  total: (id: string) => Count,
): Omit<Extras, 'trends' | 'changePoints' | 'comparisons'> {
  const ids = base.measures.filter(({ family }) => family === 'frame').map(({ id }) => id);
  const frames = base.measures
    .filter(({ family, stance }) => family === 'frame' && stance === null)
    .map(({ id }) => id);
  const around = (value: number, half: number): Estimate => ({
    value,
    low: Math.max(0, value - half),
    high: Math.min(1, value + half),
  });
  const corrections = frames.map((measure): Correction => {
    const raw = total(measure);
    const wilson = interval(raw);
    if (!wilson) return { measure, raw, roganGladen: null, predictionPowered: null };
    const share = raw.k / raw.n;
    return { measure, raw, roganGladen: around(share * 1.12, 0.03), predictionPowered: around(share * 1.08, 0.02) };
  });
  return {
    corrections,
    errorRates: frames.map((measure) => ({
      measure,
      truePositive: 40,
      falsePositive: 6,
      falseNegative: 8,
      trueNegative: 146,
      sensitivity: around(0.83, 0.1),
      specificity: around(0.96, 0.03),
    })),
    agreement: [...FRAMES, 'all frames', 'stance: score'].flatMap((variable, index): Agreement[] => [
      {
        variable,
        coders: ['coder A', 'coder B'],
        units: 200,
        alpha: around(0.72 + (index % 5) * 0.05, 0.08),
        kappa: 0.7 + (index % 5) * 0.05,
        agreement: 0.93,
      },
      {
        variable,
        coders: ['coder A', 'scscheck'],
        units: 200,
        alpha: index === 3 ? null : around(0.66 + (index % 6) * 0.05, 0.09),
        kappa: index === 3 ? null : 0.66,
        agreement: 0.91,
      },
    ]),
    events: [
      { date: '2014-06-14', label: 'State Council planning outline' },
      { date: '2018-05-01', label: 'Travel restrictions for debtors begin' },
      { date: '2018-10-04', label: 'A speech that was widely quoted' },
      { date: '2020-12-18', label: 'Guidance that narrows what may be listed' },
      { date: '2022-11-14', label: 'Draft law put out for comments' },
    ],
    examples: examplesOf(base, shape, ids),
  };
}

function examplesOf(base: StudyResult, shape: Shape, ids: string[]): Example[] {
  return base.periods.flatMap(({ id: period, from }) =>
    ids.flatMap((measure) =>
      [0, 1].map(
        (index): Example => ({
          measure,
          period,
          articleId: `${period}-${index}`,
          outlet: shape.outlets[index] ?? null,
          publishedAt: from,
          url: index === 0 ? `https://news.example/${period}/${index}?a=1&b=2` : null,
          before: 'Officials in the county said that ',
          quote: `the scheme is seen as ${measure.split(':')[1]} there`,
          after: ', although a clerk who was asked could not name a single case.',
        }),
      ),
    ),
  );
}
