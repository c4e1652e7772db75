/**
 * The labelled sets that models learn from, and those that tell what to make of what was learnt. Never `dev`, never a round, and not
 * the groups of phenomena and the near misses, which measure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type GoldPassage, parseGold } from './gold.ts';

const folder = new URL('../../fixtures/eval/', import.meta.url);

/** Names of the files, sorted: what was given to learn from, and the passages written for it. */
export const LEARNING = namesOf(/^(?:train|learn)-\d+\.jsonl$/);

/** Names of the files that no scorer learns from, in the manner of `train`: on them its answers are weighed. */
export const TUNING = namesOf(/^tune-\d+\.jsonl$/);

function namesOf(pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort();
}

/** The passages of each file. */
export function readSets(names: readonly string[]): Map<string, GoldPassage[]> {
  return new Map(names.map((name) => [name, parseGold(readFileSync(new URL(name, folder), 'utf8'), name)]));
}
