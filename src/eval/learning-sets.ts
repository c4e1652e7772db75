/** The labelled sets that models learn from. Never `dev`, never a round, and not the groups of phenomena, which measure. */
import { readdirSync, readFileSync } from 'node:fs';
import { type GoldPassage, parseGold } from './gold.ts';

const folder = new URL('../../fixtures/eval/', import.meta.url);

/** Names of the files, sorted: what was given to learn from, and the passages written for it. */
export const LEARNING = readdirSync(folder)
  .filter((name) => /^(?:train|learn)-\d+\.jsonl$/.test(name))
  .sort();

/** The passages of each file. */
export function readSets(names: readonly string[]): Map<string, GoldPassage[]> {
  return new Map(names.map((name) => [name, parseGold(readFileSync(new URL(name, folder), 'utf8'), name)]));
}
