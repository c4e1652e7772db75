/** What reference software made of given inputs, as `fixtures/statistics/reference-a.py` recorded it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The vectors of `fixtures/statistics/<name>.json`, of which there are at least twenty. */
export function reference<Vector>(name: string): Vector[] {
  const { vectors } = JSON.parse(readFileSync(`fixtures/statistics/${name}.json`, 'utf8'));
  expect(vectors.length).toBeGreaterThanOrEqual(20);
  return vectors;
}

/** Equal to 1e-9, relative, or another error; null equals null alone. `what` is said where it is not so. */
export function expectClose(actual: number | null | undefined, expected: number | null, what: string, relative = 1e-9) {
  if (expected === null) return expect(actual, what).toBe(null);
  const within = Math.abs(actual! - expected) <= relative * Math.abs(expected);
  expect(within, `${what}: ${actual} against ${expected}`).toBe(true);
}
