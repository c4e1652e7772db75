/** What was worked out, as rows of tables. Pure. */
import type { Estimate, Interval, StudyResult } from '../model.ts';
import type { Row } from './duckdb.ts';

const ends = (name: string, interval: Interval | null): Row => {
  return { [`${name}_low`]: interval?.low ?? null, [`${name}_high`]: interval?.high ?? null };
};
const estimate = (name: string, value: Estimate | null): Row => ({
  [name]: value?.value ?? null,
  ...ends(name, value),
});

/** The rows of each table of results, by its name, with a key for each column. */
export function resultRows(result: StudyResult): Record<string, Iterable<Row>> {
  return {
    estimates: estimates(result),
    trends: result.trends.map(({ slopeInterval, ...trend }) => ({ ...trend, ...ends('slope', slopeInterval) })),
    change_points: result.changePoints.map(({ before, after, outlets, ...change }) => ({
      ...change,
      before_k: before.k,
      before_n: before.n,
      after_k: after.k,
      after_n: after.n,
      within_outlets: outlets?.within ?? null,
      outlet_mix: outlets?.mix ?? null,
    })),
    comparisons: result.comparisons.map(({ a, b, difference, clustered = null, ...comparison }) => ({
      ...comparison,
      a: a.name,
      a_k: a.k,
      a_n: a.n,
      b: b.name,
      b_k: b.k,
      b_n: b.n,
      ...estimate('difference', difference),
      ...estimate('clustered', clustered),
      clustered_p: clustered?.p ?? null,
      clusters: clustered?.clusters ?? null,
    })),
    corrections: result.corrections.map(({ measure, raw, roganGladen, predictionPowered }) => ({
      measure,
      ...raw,
      ...estimate('rogan_gladen', roganGladen),
      ...estimate('prediction_powered', predictionPowered),
    })),
    error_rates: result.errorRates.map((rates) => ({
      measure: rates.measure,
      true_positive: rates.truePositive,
      false_positive: rates.falsePositive,
      false_negative: rates.falseNegative,
      true_negative: rates.trueNegative,
      ...estimate('sensitivity', rates.sensitivity),
      ...estimate('specificity', rates.specificity),
    })),
    agreement: result.agreement.map(({ coders, alpha, ...one }) => ({
      ...one,
      coders: coders.join('; '),
      ...estimate('alpha', alpha),
    })),
  };
}

function* estimates({ series }: StudyResult): Generator<Row> {
  for (const { measure, counting, dating, group, points } of series) {
    for (const { period, k, n, share, wilson, byOutlet, byStory, corrected } of points) {
      yield {
        measure,
        counting,
        dating,
        ...{ by: group.by, value: group.value },
        ...{ period, k, n, share },
        ...ends('wilson', wilson),
        ...ends('outlet', byOutlet),
        ...ends('story', byStory),
        ...estimate('corrected', corrected),
      };
    }
  }
}
