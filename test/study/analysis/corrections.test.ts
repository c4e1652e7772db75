import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRAMES, type Frame, STANCES, type Stance } from '../../../src/model.ts';
import { type CodedTwice, correctionsOf, corrector, errorRatesOf } from '../../../src/study/analysis/corrections.ts';
import type { Count } from '../../../src/study/model.ts';

const codes: fc.Arbitrary<Map<Frame, Stance>> = fc
  .array(fc.tuple(fc.constantFrom(...FRAMES), fc.constantFrom(...STANCES)), { maxLength: 8 })
  .map((pairs) => new Map(pairs));
const sampleArbitrary: fc.Arbitrary<CodedTwice[]> = fc.array(
  fc.record({ truth: codes, predicted: codes, weight: fc.double({ min: 1, max: 20, noNaN: true }) }),
  { maxLength: 60 },
);

/** A corpus that holds the sample: what the program finds in it, each frame in `more` further articles of `rest`. */
const rawOf =
  (sample: readonly CodedTwice[], more: number, rest: number) =>
  (measure: string): Count => {
    const frame = measure.slice('frame:'.length) as Frame;
    const found = sample.filter(({ predicted }) => predicted.has(frame)).length;
    return { k: found + Math.min(more, rest), n: sample.length + rest };
  };

describe('error rates', () => {
  test('part the sample, whatever the stance', () => {
    fc.assert(
      fc.property(sampleArbitrary, (sample) => {
        const rates = errorRatesOf(sample);
        expect(rates.map(({ measure }) => measure)).toEqual(
          sample.length === 0 ? [] : FRAMES.map((frame) => `frame:${frame}`),
        );
        for (const [i, rate] of rates.entries()) {
          const { truePositive, falsePositive, falseNegative, trueNegative, sensitivity, specificity } = rate;
          expect(truePositive + falsePositive + falseNegative + trueNegative).toBe(sample.length);
          expect(truePositive + falseNegative).toBe(sample.filter(({ truth }) => truth.has(FRAMES[i]!)).length);
          expect(truePositive + falsePositive).toBe(sample.filter(({ predicted }) => predicted.has(FRAMES[i]!)).length);
          expect(sensitivity === null).toBe(truePositive + falseNegative === 0);
          expect(specificity === null).toBe(trueNegative + falsePositive === 0);
        }
      }),
    );
  });
});

describe('corrections', () => {
  const corpus = fc.tuple(sampleArbitrary, fc.nat(400), fc.nat(400));

  test('are within 0 and 1 where there is one, and none without a sample', () => {
    fc.assert(
      fc.property(corpus, ([sample, more, rest]) => {
        const raw = rawOf(sample, more, rest);
        const found = correctionsOf(sample, errorRatesOf(sample), raw);
        expect(found).toHaveLength(sample.length === 0 ? 0 : FRAMES.length);
        for (const { measure, raw: count, roganGladen, predictionPowered } of found) {
          expect(count).toEqual(raw(measure));
          for (const estimate of [roganGladen, predictionPowered]) {
            if (estimate === null) continue;
            expect(Object.keys(estimate).sort()).toEqual(['high', 'low', 'value']);
            for (const number of Object.values(estimate)) {
              expect(number).toBeGreaterThanOrEqual(0);
              expect(number).toBeLessThanOrEqual(1);
            }
            expect(estimate.low).toBeLessThanOrEqual(estimate.high);
          }
          if (rest === 0) expect(predictionPowered).toBeNull();
        }
      }),
    );
  });

  test('of a program without error leave the share as it is', () => {
    fc.assert(
      fc.property(corpus, ([drawn, more, rest]) => {
        const sample = drawn.map((one) => ({ ...one, predicted: one.truth, weight: 1 }));
        for (const { raw, roganGladen } of correctionsOf(sample, errorRatesOf(sample), rawOf(sample, more, rest)))
          if (roganGladen !== null) expect(roganGladen.value).toBeCloseTo(raw.k / raw.n, 12);
      }),
    );
  });

  test('do not depend on the order of the sample', () => {
    fc.assert(
      fc.property(corpus, ([sample, more, rest]) => {
        const raw = rawOf(sample, more, rest);
        const turned = [...sample].reverse();
        const [one, other] = [sample, turned].map((each) => correctionsOf(each, errorRatesOf(each), raw));
        for (const [i, { roganGladen, predictionPowered }] of one!.entries()) {
          expect(other![i]!.roganGladen).toEqual(roganGladen);
          if (predictionPowered === null) expect(other![i]!.predictionPowered).toBeNull();
          else expect(other![i]!.predictionPowered!.value).toBeCloseTo(predictionPowered.value, 9);
        }
      }),
    );
  });

  test('take off what the program invents and add what it misses', () => {
    const one = (truth: boolean, predicted: boolean): CodedTwice => {
      const has = (is: boolean): Map<Frame, Stance> => new Map(is ? [['score', 'advanced']] : []);
      return { truth: has(truth), predicted: has(predicted), weight: 1 };
    };
    const many = (count: number, truth: boolean, predicted: boolean): CodedTwice[] =>
      Array.from({ length: count }, () => one(truth, predicted));
    // Sensitivity 0.8, specificity 0.9: of 1,000 articles with a true share of 0.4 it finds 0.38.
    const sample = [
      ...many(80, true, true),
      ...many(20, true, false),
      ...many(15, false, true),
      ...many(135, false, false),
    ];
    const raw = (): Count => ({ k: 380, n: 1000 });
    const [score] = correctionsOf(sample, errorRatesOf(sample), raw);
    expect(score!.roganGladen!.value).toBeCloseTo(0.4, 12);
    expect(score!.predictionPowered!.value).toBeCloseTo(0.4, 2);
  });
});

test('a corrector knows the measures of the sample alone', () => {
  const both = new Map<Frame, Stance>([['score', 'advanced']]);
  const none = new Map<Frame, Stance>();
  const correct = corrector(
    errorRatesOf([
      { truth: both, predicted: both, weight: 1 },
      { truth: none, predicted: none, weight: 1 },
    ]),
  );
  expect(correct('frame:score:advanced', 1, 2)).toBeNull();
  expect(correct('label:contradicted', 1, 2)).toBeNull();
  expect(correct('frame:trust', 1, 2)).toBeNull();
  expect(correct('frame:score', 0, 0)).toBeNull();
  expect(corrector([])('frame:score', 1, 2)).toBeNull();
});
