import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PredictedClaim } from '../../src/eval/align.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import { type GoldPassage, parseGold } from '../../src/eval/gold.ts';
import { HEADLINE_NAMES } from '../../src/eval/headlines.ts';
import { noisyCheck } from './noisy.ts';

const file = 'fixtures/eval/train-1.jsonl';
const train = parseGold(readFileSync(file, 'utf8'), file);

/** What the reference scorer of the codebook gives for the same set and the same spoiled claims. */
const REFERENCE = {
  detection: { precision: 0.8666666666666667, recall: 0.850909090909091, f1: 0.8587155963302752 },
  labelMacroF1: 0.7139375362570943,
  accuracy: 0.6618181818181819,
  contradictionPrecision: 0.6666666666666666,
  contradictionRecall: 0.6956521739130435,
  strict: 0.5927272727272728,
  noClaimPassagesClean: 0.68,
  perLabel: {
    supported: { precision: 0.828125, recall: 0.5888888888888889, f1: 0.6883116883116883, gold: 90 },
    contradicted: { precision: 0.7529411764705882, recall: 0.6956521739130435, f1: 0.7231638418079096, gold: 92 },
    unverified: { precision: 0.7647058823529411, recall: 0.6989247311827957, f1: 0.7303370786516853, gold: 93 },
  },
};

test('the scores and the interval are those of the reference scorer, to the last digit', () => {
  const report = evaluate(train, noisyCheck(1));
  expect(report).toMatchObject({ passages: 154, claims: 275 });
  expect(report.scores).toEqual(REFERENCE);
  expect(report.intervals.labelMacroF1).toEqual([0.6547796519706631, 0.7657887127068199]);
});

test('the same claims give the same report', () => {
  expect(evaluate(train, noisyCheck(2))).toEqual(evaluate(train, noisyCheck(2)));
});

test('every figure lies within its interval', () => {
  const report = evaluate(train, noisyCheck(3));
  for (const name of HEADLINE_NAMES) {
    const [low, high] = report.intervals[name];
    expect(low).toBeLessThanOrEqual(report.headlines[name]);
    expect(high).toBeGreaterThanOrEqual(report.headlines[name]);
    expect(high).toBeGreaterThan(low);
  }
});

test('labelled claims given back score 1 and leave no error; nothing found scores 0 but leaves passages clean', () => {
  const perfect = evaluate(train, ({ text, claims }) =>
    claims.map(({ quote, label, evidence, attributed }) => ({
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
      label,
      evidence: evidence.slice(-1).map((locator) => ({ locator })),
      attribution: attributed ? { source: 'a', cue: 'b' } : null,
    })),
  );
  expect(Object.values(perfect.headlines)).toEqual(HEADLINE_NAMES.map(() => 1));
  expect(perfect.errors).toEqual([]);
  expect(perfect.attributionAgreement).toBe(1);
  const nothing = evaluate(train, () => []);
  expect(Object.values(nothing.headlines)).toEqual(
    HEADLINE_NAMES.map((name) => Number(name === 'noClaimPassagesClean')),
  );
  expect(nothing.errors).toHaveLength(275);
});

describe('breakdowns, confusion and errors', () => {
  const text = 'Everyone has a score. Critics say trains are banned. It is no dystopia. Fine.';
  const set: GoldPassage[] = [
    {
      id: 'a',
      date: null,
      text,
      claims: [
        {
          quote: 'Everyone has a score',
          label: 'contradicted',
          evidence: ['pilots.1.8', 'intro.1.1'],
          attributed: false,
          why: 'universal, r1 r11',
        },
        { quote: 'trains are banned', label: 'unverified', evidence: [], attributed: true, why: 'trains, r7' },
        { quote: 'It is no dystopia', label: 'supported', evidence: ['intro.1.1'], attributed: false, why: 'denial' },
      ],
    },
    { id: 'b', date: null, text: 'Nothing here.', claims: [] },
  ];
  const at = (quote: string, label: PredictedClaim['label'], locator?: string): PredictedClaim => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, label, evidence: locator ? [{ locator }] : [] };
  };
  const report = evaluate(set, ({ id }) =>
    id === 'a'
      ? [
          at('Everyone has a score', 'contradicted', 'blacklists.1.2'),
          at('trains are banned', 'contradicted', 'blacklists.1.3'),
          at('Fine', 'unverified'),
        ]
      : [],
  );

  test('a claim with two rules counts in both, one without a rule as "other"', () => {
    const group = (name: string) => report.by.rule.find((g) => g.name === name);
    expect(report.by.rule.map((g) => g.name)).toEqual(['other', 'r1', 'r11', 'r7']);
    expect(group('r1')).toEqual({ name: 'r1', claims: 1, detected: 1, right: 1, strict: 0, falseAlarms: 0 });
    expect(group('r7')).toEqual({ name: 'r7', claims: 1, detected: 1, right: 0, strict: 0, falseAlarms: 1 });
    expect(group('other')).toEqual({ name: 'other', claims: 1, detected: 0, right: 0, strict: 0, falseAlarms: 0 });
  });

  test('the other breakdowns go by first locator, attribution and rejection', () => {
    const sizes = (by: 'locator' | 'attribution' | 'rejection') =>
      Object.fromEntries(report.by[by].map((g) => [g.name, g.claims]));
    expect(sizes('locator')).toEqual({ 'pilots.1.8': 1, 'intro.1.1': 1, none: 1 });
    expect(sizes('attribution')).toEqual({ 'own voice': 2, attributed: 1 });
    expect(sizes('rejection')).toEqual({ asserted: 2, rejected: 1 });
  });

  test('by group counts the claims of passages that name one, and no other', () => {
    expect(report.by.group).toEqual([]);
    const grouped = [
      { ...set[0]!, group: 'universal' },
      { ...set[0]!, id: 'c' },
    ];
    const { by } = evaluate(grouped, () => [at('Everyone has a score', 'contradicted', 'pilots.1.8')]);
    expect(by.group).toEqual([{ name: 'universal', claims: 3, detected: 1, right: 1, strict: 1, falseAlarms: 0 }]);
  });

  test('the confusion table holds every labelled and every spurious claim', () => {
    const none = { supported: 0, contradicted: 0, unverified: 0, undetected: 0 };
    expect(report.confusion).toEqual({
      supported: { ...none, undetected: 1 },
      contradicted: { ...none, contradicted: 1 },
      unverified: { ...none, contradicted: 1 },
      'no claim': { ...none, unverified: 1 },
    });
  });

  test('errors are grouped and say what was wanted and what came', () => {
    expect(report.errors.map((e) => [e.group, e.quote, e.gold, e.got])).toEqual([
      ['supported -> undetected', 'It is no dystopia', ['intro.1.1'], []],
      [
        'contradicted -> contradicted, wrong locator',
        'Everyone has a score',
        ['pilots.1.8', 'intro.1.1'],
        ['blacklists.1.2'],
      ],
      ['unverified -> contradicted', 'trains are banned', [], ['blacklists.1.3']],
      ['no claim -> unverified', 'Fine', [], []],
    ]);
  });

  test('attribution agrees where both or neither name a source', () => {
    expect(report.attributionAgreement).toBe(0.5);
  });
});
