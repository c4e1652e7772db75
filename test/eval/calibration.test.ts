import { describe, expect, test } from 'vitest';
import type { PredictedClaim, ScoredPassage } from '../../src/eval/align.ts';
import { calibration } from '../../src/eval/calibration.ts';
import type { GoldClaim } from '../../src/eval/gold.ts';
import type { Label } from '../../src/model.ts';

const gold = (label: Label): GoldClaim => ({ quote: 'q', label, evidence: [], attributed: false, why: '' });
const said = (label: Label, confidence?: number): PredictedClaim => ({
  start: 0,
  end: 1,
  label,
  evidence: [],
  ...(confidence === undefined ? {} : { confidence }),
});
/** A passage of rows (labelled, said) and of claims found beside them. */
function passage(rows: [Label, PredictedClaim | null][], spurious: PredictedClaim[] = []): ScoredPassage {
  return {
    passage: { id: 'p', date: null, text: 'q', claims: rows.map(([label]) => gold(label)) },
    rows: rows.map(([label, predicted]) => ({ gold: gold(label), predicted, strict: false })),
    spurious,
  };
}

const SCORED = [
  passage(
    [
      ['supported', said('supported', 0.9)],
      ['contradicted', said('contradicted', 0.96)],
      ['contradicted', said('supported', 0.62)],
      ['contradicted', null],
    ],
    [said('contradicted', 0.55)],
  ),
  passage([['unverified', said('unverified', 0.68)]]),
];

describe('bins', () => {
  test('hold the claims that were reported, by the confidence stated; empty ones are left out', () => {
    const { bins } = calibration(SCORED);
    expect(bins.map(({ from, to, claims }) => [from, to, claims])).toEqual([
      [0.5, 0.6, 1],
      [0.6, 0.7, 2],
      [0.9, 1, 2],
    ]);
    const [half, two, sure] = bins;
    // What is found where nothing is labelled is wrong.
    expect(half).toMatchObject({ stated: 0.55, right: 0 });
    expect(two!.stated).toBeCloseTo(0.65, 12);
    expect(two!.right).toBe(0.5);
    expect(sure!.stated).toBeCloseTo(0.93, 12);
    expect(sure!.right).toBe(1);
  });

  test('a bound belongs to the bin above it, certainty to the last one', () => {
    const one = (confidence: number) => calibration([passage([['supported', said('supported', confidence)]])]).bins;
    expect(one(0)).toEqual([{ from: 0, to: 0.1, claims: 1, stated: 0, right: 1 }]);
    expect(one(0.5)).toEqual([{ from: 0.5, to: 0.6, claims: 1, stated: 0.5, right: 1 }]);
    expect(one(1)).toEqual([{ from: 0.9, to: 1, claims: 1, stated: 1, right: 1 }]);
  });

  test('a claim that states no confidence is taken to be certain', () => {
    const { bins } = calibration([passage([['supported', said('contradicted')]])]);
    expect(bins).toEqual([{ from: 0.9, to: 1, claims: 1, stated: 1, right: 0 }]);
  });
});

describe('the expected calibration error', () => {
  test('is the gap between stated and right, weighed by claims', () => {
    // One of five 0.55 off, two of five 0.15 off, two of five 0.07 off.
    expect(calibration(SCORED).error).toBeCloseTo((0.55 + 2 * 0.15 + 2 * 0.07) / 5, 12);
  });

  test('is nought where as many are right as was said', () => {
    const half = passage([
      ['supported', said('supported', 0.5)],
      ['supported', said('contradicted', 0.5)],
    ]);
    expect(calibration([half]).error).toBe(0);
  });

  test('is one where all is stated with certainty and all is wrong', () => {
    expect(calibration([passage([], [said('contradicted', 1), said('supported', 1)])]).error).toBe(1);
  });
});

describe('the curve', () => {
  const { curve } = calibration(SCORED);
  const at = (confidence: number) => curve.find((point) => point.confidence === confidence);

  test('says what is left when less sure claims are left out', () => {
    expect(at(0)).toEqual({
      confidence: 0,
      claims: 5,
      precision: 3 / 5,
      recall: 3 / 5,
      contradictionPrecision: 1 / 2,
      contradictionRecall: 1 / 3,
    });
    expect(at(0.6)).toMatchObject({ claims: 4, precision: 3 / 4, recall: 3 / 5, contradictionPrecision: 1 });
    expect(at(0.9)).toMatchObject({ claims: 2, precision: 1, recall: 2 / 5, contradictionRecall: 1 / 3 });
    expect(at(0.95)).toMatchObject({ claims: 1, precision: 1, recall: 1 / 5 });
  });

  test('has its points in rising order, from nought, with ever fewer claims', () => {
    const points = curve.map((point) => point.confidence);
    expect(points[0]).toBe(0);
    expect(points).toEqual([...new Set(points)].sort((a, b) => a - b));
    const claims = curve.map((point) => point.claims);
    expect(claims).toEqual([...claims].sort((a, b) => b - a));
  });
});

test('where nothing was found or nothing is labelled, shares are nought', () => {
  const { error, bins, curve } = calibration([passage([['supported', null]])]);
  expect({ error, bins }).toEqual({ error: 0, bins: [] });
  expect(curve[0]).toMatchObject({ claims: 0, precision: 0, recall: 0, contradictionRecall: 0 });
  expect(calibration([]).curve[0]).toMatchObject({ claims: 0, precision: 0, recall: 0 });
});
