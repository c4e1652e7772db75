import { describe, expect, it } from 'vitest';
import { type Example, score, trainLogistic as trained } from '../../src/eval/logistic.ts';

const times = (n: number, features: string[], positive: boolean): Example[] =>
  Array.from({ length: n }, () => ({ features, positive }));

describe('fit', () => {
  const examples = [
    ...times(40, ['shared', 'yes'], true),
    ...times(40, ['shared', 'no'], false),
    ...times(3, ['shared', 'rare'], true),
  ];
  const model = trained(examples);

  it('tells the classes apart', () => {
    expect(score(model, ['shared', 'yes'])).toBeGreaterThan(1);
    expect(score(model, ['shared', 'no'])).toBeLessThan(-1);
  });

  it('weighs features by what they tell', () => {
    expect(model.weights.get('yes')!).toBeGreaterThan(0.5);
    expect(model.weights.get('no')!).toBeLessThan(-0.5);
    expect(Math.abs(model.weights.get('shared')!)).toBeLessThan(0.3);
  });

  it('leaves out features seen too seldom', () => {
    expect(model.weights.has('rare')).toBe(false);
    expect(trained(examples, { minimum: 3 }).weights.has('rare')).toBe(true);
    expect(score(model, ['rare', 'never seen'])).toBe(model.bias);
  });

  it('a stronger penalty gives smaller weights', () => {
    const strong = trained(examples, { ridge: 0.5 });
    expect(Math.abs(strong.weights.get('yes')!)).toBeLessThan(Math.abs(model.weights.get('yes')!));
  });

  it('gives the rate of the class where there is nothing to go by', () => {
    const { bias } = trained([...times(75, [], true), ...times(25, [], false)]);
    expect(1 / (1 + Math.exp(-bias))).toBeCloseTo(0.75, 3);
  });

  it('gives the same model for the same examples, to the bit', () => {
    const again = trained(examples);
    expect(again.bias).toBe(model.bias);
    expect([...again.weights]).toEqual([...model.weights]);
  });

  it('comes out of no example at all', () => {
    expect(trained([]).weights.size).toBe(0);
  });
});
