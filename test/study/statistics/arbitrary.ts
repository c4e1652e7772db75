/** Arbitrary inputs of the statistics, for properties. */
import fc from 'fast-check';
import type { Count } from '../../../src/study/model.ts';

/** k of n, n being between two bounds. */
export const anyCount = (least: number, most: number): fc.Arbitrary<Count> =>
  fc.integer({ min: least, max: most }).chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));

/** The values of some periods, with ties, and with missing ones where `missing` is set. */
export const anySeries = (most: number, missing = false): fc.Arbitrary<(number | null)[]> => {
  const value = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
  return fc.array(missing ? fc.option(value, { freq: 5 }) : value, { maxLength: most });
};
