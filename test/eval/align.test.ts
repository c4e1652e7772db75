import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type PredictedClaim } from '../../src/eval/align.ts';
import type { GoldClaim, GoldPassage } from '../../src/eval/gold.ts';

const text = 'Everyone has a score and one agency runs it all.';
const gold = (quote: string, label: GoldClaim['label'] = 'contradicted'): GoldClaim => {
  return { quote, label, evidence: label === 'unverified' ? [] : ['pilots.1.8'], attributed: false, why: '' };
};
const passage = (...claims: GoldClaim[]): GoldPassage => ({ id: 'p', date: null, text, claims });
const found = (start: number, end: number, over: Partial<PredictedClaim> = {}): PredictedClaim => {
  return { start, end, label: 'contradicted', evidence: [{ locator: 'pilots.1.8' }], ...over };
};

test('half of the shorter span is enough, less is not', () => {
  const one = passage(gold('Everyone has a score')); // 0 to 20
  expect(align(one, [found(15, 25)]).rows[0]?.predicted).not.toBeNull();
  expect(align(one, [found(16, 25)]).rows[0]?.predicted).toBeNull();
  expect(align(one, [found(16, 25)]).spurious).toHaveLength(1);
  expect(align(one, [found(0, 48)]).rows[0]?.predicted).not.toBeNull();
});

test('the larger overlap wins, and a found claim serves one labelled claim only', () => {
  const two = passage(gold('Everyone has a score'), gold('one agency runs it all'));
  const whole = found(0, 48);
  const second = found(25, 40);
  const scored = align(two, [whole, second]);
  // The whole sentence overlaps the second quote by 22, the first by 20, so the first is left without.
  expect(scored.rows.map((row) => row.predicted)).toEqual([null, whole]);
  expect(scored.spurious).toEqual([second]);
});

test('strict wants the label and one right locator, but no locator where nothing is known', () => {
  const strict = (claim: GoldClaim, over: Partial<PredictedClaim>) =>
    align(passage(claim), [found(0, 20, over)]).rows[0]?.strict;
  const quote = 'Everyone has a score';
  expect(strict(gold(quote), {})).toBe(true);
  expect(strict(gold(quote), { label: 'supported' })).toBe(false);
  expect(strict(gold(quote), { evidence: [{ locator: 'intro.1.1' }] })).toBe(false);
  expect(strict(gold(quote), { evidence: [{ locator: 'intro.1.1' }, { locator: 'pilots.1.8' }] })).toBe(true);
  expect(strict(gold(quote, 'unverified'), { label: 'unverified', evidence: [] })).toBe(true);
});

test('every found claim is paired once or spurious, whatever the spans', () => {
  const span = fc.tuple(fc.nat(47), fc.integer({ min: 1, max: 20 })).map(([s, n]) => found(s, Math.min(48, s + n)));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (predicted) => {
      const scored = align(
        passage(gold('Everyone has a score'), gold('score and one agency'), gold('it all')),
        predicted,
      );
      const paired = scored.rows.flatMap((row) => row.predicted ?? []);
      expect(new Set([...paired, ...scored.spurious]).size).toBe(predicted.length);
      expect(paired.length + scored.spurious.length).toBe(predicted.length);
    }),
  );
});
