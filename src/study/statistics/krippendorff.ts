/** Krippendorff's alpha for codes without order, by any number of coders, not all of whom coded every unit. */
import type { Estimate } from '../model.ts';
import { multinomial } from './draws.ts';
import type { Random } from './random.ts';

/** The codes of one unit, one a coder; null where a coder gave none. */
export type CodedUnit = readonly (string | null)[];

/** Units that were coded alike: how many there are, and how often each value was given; two values or more. */
interface UnitPattern {
  units: number;
  given: ReadonlyMap<string, number>;
}

/**
 * Alpha for nominal codes (K. Krippendorff, 2019, chapter 12): 1 is full agreement, 0 what chance gives, below 0 less. Units
 * with fewer than two codes do not count. Null where no unit has two, or all codes are the same: then there is nothing to
 * tell agreement from chance.
 */
export function krippendorffAlpha(units: readonly CodedUnit[]): number | null {
  const patterns = patternsOf(units);
  return alphaOf(
    patterns,
    patterns.map(({ units }) => units),
  );
}

/**
 * Alpha with the 95 % percentile interval of a bootstrap over units (A. F. Hayes and K. Krippendorff, 2007, resample
 * pairs of codes instead). Samples in which all codes are the same have no alpha and are left out. Where all coders agree on all
 * units so they do in every sample, and the interval is 1 to 1, which few units do not bear out. Null where alpha is, and
 * where more than half of the samples have none. `draws` is 1,000 by default.
 */
export function alphaWithInterval(units: readonly CodedUnit[], random: Random, draws = 1000): Estimate | null {
  const patterns = patternsOf(units);
  const times = patterns.map((pattern) => pattern.units);
  const value = alphaOf(patterns, times);
  if (value === null) return null;
  const total = times.reduce((sum, count) => sum + count, 0);
  const drawn = new Array<number>(times.length).fill(0);
  const sampled: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    multinomial(random, total, times, total, drawn);
    const alpha = alphaOf(patterns, drawn);
    if (alpha !== null) sampled.push(alpha);
  }
  if (sampled.length < draws / 2) return null;
  sampled.sort((a, b) => a - b);
  return { value, low: quantile(sampled, 0.025), high: quantile(sampled, 0.975) };
}

function patternsOf(units: readonly CodedUnit[]): UnitPattern[] {
  const patterns = new Map<string, UnitPattern>();
  for (const unit of units) {
    const codes = unit.filter((code) => code !== null).sort();
    if (codes.length < 2) continue;
    const key = JSON.stringify(codes);
    const pattern = patterns.get(key) ?? { units: 0, given: countsOf(codes) };
    pattern.units++;
    patterns.set(key, pattern);
  }
  return [...patterns.values()];
}

function countsOf(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Alpha of units that have each pattern so many times. */
function alphaOf(patterns: readonly UnitPattern[], times: readonly number[]): number | null {
  const totals = new Map<string, number>();
  let observed = 0;
  let codes = 0;
  for (const [i, { given }] of patterns.entries()) {
    let size = 0;
    let alike = 0;
    for (const [value, count] of given) {
      size += count;
      alike += count * count;
      totals.set(value, (totals.get(value) ?? 0) + times[i]! * count);
    }
    observed += (times[i]! * (size * size - alike)) / (size - 1);
    codes += times[i]! * size;
  }
  let expected = codes * codes;
  for (const total of totals.values()) expected -= total * total;
  return expected === 0 ? null : 1 - ((codes - 1) * observed) / expected;
}

/** Between the two nearest of sorted values, as NumPy has it by default. */
function quantile(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
