import { describe, expect, it } from 'vitest';
import { type HashedExample, probabilities, type Softmax, trainSoftmax } from '../../src/eval/softmax.ts';

const SIZE = 16;
const CLASSES = 3;
const example = (features: number[], label: number, weight = 1): HashedExample => ({
  features: Int32Array.from(features),
  label,
  weight,
});
/** Three classes, each told by either of two features of its own; feature 0 stands in all and tells nothing. */
const TOY = Array.from({ length: 20 }, (_, i) => [
  example([0, 1 + (i % 2)], 0),
  example([0, 3 + (i % 2)], 1),
  example([0, 5 + (i % 2)], 2),
]).flat();
const FIT = { ridge: 0.1, epochs: 30, rate: 0.2 };

function shares(model: Softmax, features: number[]): number[] {
  const out = new Float64Array(model.classes);
  probabilities(model, features, out);
  return [...out];
}
const likeliest = (model: Softmax, features: number[]): number => {
  const all = shares(model, features);
  return all.indexOf(Math.max(...all));
};

describe('what is learned', () => {
  const model = trainSoftmax(TOY, CLASSES, SIZE, FIT);

  it('tells separable classes apart, surely', () => {
    for (const { features, label } of TOY) {
      expect(likeliest(model, [...features])).toBe(label);
      expect(shares(model, [...features])[label]).toBeGreaterThan(0.9);
    }
  });

  it('probabilities add up to one, whatever the features', () => {
    for (const features of [[], [0], [1, 3, 5], [15]]) {
      expect(shares(model, features).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });

  it('a feature never seen weighs nothing', () => {
    expect([...model.weights.slice(7 * CLASSES)].every((w) => w === 0)).toBe(true);
    expect(shares(model, [1, 15])).toEqual(shares(model, [1]));
  });

  it('a feature of all classes weighs less than one of a single class', () => {
    const size = (feature: number): number =>
      Math.max(...model.weights.slice(feature * CLASSES, (feature + 1) * CLASSES).map(Math.abs));
    expect(size(0)).toBeLessThan(size(1) / 2);
  });

  it('a stronger penalty makes it less sure', () => {
    const strong = trainSoftmax(TOY, CLASSES, SIZE, { ...FIT, ridge: 100 });
    expect(shares(strong, [0, 1])[0]).toBeLessThan(shares(model, [0, 1])[0]!);
  });

  it('examples that count more win over those that count less', () => {
    const clash = (first: number, second: number): HashedExample[] =>
      Array.from({ length: 20 }, () => [example([1], 0, first), example([1], 1, second)]).flat();
    expect(likeliest(trainSoftmax(clash(1, 0.2), 2, SIZE, FIT), [1])).toBe(0);
    expect(likeliest(trainSoftmax(clash(0.2, 1), 2, SIZE, FIT), [1])).toBe(1);
  });

  it('comes out of no example at all, and holds every class as likely', () => {
    const none = trainSoftmax([], CLASSES, SIZE, FIT);
    for (const share of shares(none, [1, 2])) expect(share).toBeCloseTo(1 / 3, 12);
  });
});

describe('the same examples give the same model, to the bit', () => {
  it.each([0, 0.5])('with %d of the features dropped', (drop) => {
    const first = trainSoftmax(TOY, CLASSES, SIZE, { ...FIT, drop });
    const again = trainSoftmax(TOY, CLASSES, SIZE, { ...FIT, drop });
    expect([...again.weights]).toEqual([...first.weights]);
    expect([...again.bias]).toEqual([...first.bias]);
  });
});

describe('dropping features', () => {
  it('gives another model, which still tells the classes apart', () => {
    const plain = trainSoftmax(TOY, CLASSES, SIZE, FIT);
    const dropped = trainSoftmax(TOY, CLASSES, SIZE, { ...FIT, drop: 0.5 });
    expect([...dropped.weights]).not.toEqual([...plain.weights]);
    for (const { features, label } of TOY) expect(likeliest(dropped, [...features])).toBe(label);
  });

  it('leaves the examples as they are', () => {
    const examples = [example([1, 2, 3], 0), example([4, 5, 6], 1)];
    trainSoftmax(examples, 2, SIZE, { ...FIT, drop: 0.5 });
    expect(examples.map((e) => [...e.features])).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('keeps a feature from leaning on another that always stands beside it', () => {
    // Feature 1 always tells; feature 2 tells too, but stands beside it only half the time.
    const pair = Array.from({ length: 20 }, (_, i) => [example(i % 2 ? [1, 2] : [1], 0), example([3], 1)]).flat();
    const alone = (drop: number): number => shares(trainSoftmax(pair, 2, SIZE, { ...FIT, drop }), [2])[0]!;
    expect(alone(0.5)).toBeGreaterThan(alone(0));
  });
});
