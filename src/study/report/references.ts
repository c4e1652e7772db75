/** Where the methods come from. */
import type { Reference } from './reference.ts';
import { OF_CODING } from './references-coding.ts';
import { OF_STATISTICS } from './references-statistics.ts';

const REFERENCES = { ...OF_STATISTICS, ...OF_CODING } satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;

/** All of them. */
export const REFERENCE_IDS = Object.keys(REFERENCES) as ReferenceId[];

/** The references of these ids, each once, by author and year. */
export function referencesOf(ids: Iterable<ReferenceId>): Reference[] {
  const found: Reference[] = [...new Set(ids)].map((id) => REFERENCES[id]);
  return found.sort((a, b) => (a.authors < b.authors ? -1 : a.authors > b.authors ? 1 : a.year - b.year));
}
