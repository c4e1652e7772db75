import { describe, expect, it } from 'vitest';
import { fitNetwork, type NetworkExample } from '../../src/eval/fit-network.ts';
import { wholeNetwork } from '../../src/eval/whole-network.ts';
import { networkSums } from '../../src/scorer/network.ts';

const example = (words: number[], label: number, states: number[] = [], marks: number[] = []): NetworkExample => ({
  input: { words, marks, at: marks.map(() => 0), states },
  label,
  weight: 1,
});
/** Told by the order of two words, by a mark on the first, and by a state; the last word tells nothing. */
const TOY = Array.from({ length: 60 }, (_, i) => [
  example([10, 20, 90 + (i % 3)], 0),
  example([20, 10, 90 + (i % 3)], 1),
  example([30, 40, 90 + (i % 3)], 2, [], [7]),
  example([30, 40, 90 + (i % 3)], 3, [9]),
]).flat();
const FIT = { size: 8, cells: 8, epochs: 60, rate: 0.01 };
const none = { answers: 0, words: 0, readings: 0, label: 0 };
const network = wholeNetwork(fitNetwork(TOY, { ...FIT, leave: none }));

const likeliest = (sums: Float64Array): number => sums.indexOf(Math.max(...sums));

describe('a network that was fitted', () => {
  it('tells apart what word order, marks and states tell apart', () => {
    for (const { input, label } of TOY) expect(likeliest(networkSums(input, network))).toBe(label);
  });

  it('does so with parts left out at random while it learns', () => {
    const dropped = wholeNetwork(
      fitNetwork(TOY, { ...FIT, leave: { answers: 0.3, words: 0.05, readings: 0.2, label: 0.05 } }),
    );
    for (const { input, label } of TOY) expect(likeliest(networkSums(input, dropped))).toBe(label);
  });

  it('knows the words and marks that stand in enough examples, and treats all others alike', () => {
    const few = [...TOY, example([55, 56], 0), example([55, 57], 1)];
    const { keys } = fitNetwork(few, { ...FIT, epochs: 1 });
    expect([...keys]).toEqual([7, 10, 20, 30, 40, 90, 91, 92]);
    const sums = (word: number) => networkSums(example([10, word], 0).input, network);
    expect(sums(12345)).toEqual(sums(-99));
  });

  it('follows the examples that count more', () => {
    const clash = (first: number, second: number): NetworkExample[] =>
      Array.from({ length: 40 }, () => [
        { ...example([10], 0), weight: first },
        { ...example([10], 1), weight: second },
      ]).flat();
    const won = (first: number, second: number): number =>
      likeliest(networkSums(example([10], 0).input, wholeNetwork(fitNetwork(clash(first, second), FIT))));
    expect(won(1, 0.2)).toBe(0);
    expect(won(0.2, 1)).toBe(1);
  });

  it('is of whole numbers of a byte, and hardly another than that of the numbers it was fitted with', () => {
    const exact = fitNetwork(TOY, { ...FIT, leave: none });
    expect(network.weights).toBeInstanceOf(Int8Array);
    expect(network.weights).toHaveLength(
      exact.vectors.length + exact.given.length + exact.kept.length + exact.out.length,
    );
    const vectors = exact.vectors.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127;
    for (let i = 0; i < exact.vectors.length; i++)
      expect(Math.abs(network.weights[i]! * vectors - exact.vectors[i]!)).toBeLessThan(0.51 * vectors);
  });
});

describe('the same examples give the same network, to the bit', () => {
  it.each([none, { answers: 0.5, words: 0.1, readings: 0.2, label: 0.05 }])('leaving out %o', (leave) => {
    const options = { ...FIT, epochs: 3, leave };
    expect(wholeNetwork(fitNetwork(TOY, options))).toEqual(wholeNetwork(fitNetwork(TOY, options)));
    expect(fitNetwork(TOY, options)).toEqual(fitNetwork(TOY, options));
  });

  it('and another with another seed', () => {
    const [one, other] = [1, 2].map((seed) => fitNetwork(TOY, { ...FIT, epochs: 1, seed }));
    expect(one!.vectors).not.toEqual(other!.vectors);
  });
});
