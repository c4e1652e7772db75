/** Which keys may stand where in a fact file, for hints about unknown ones. */
import { FACETS } from '../model.ts';
import { readingSchema } from './reading.ts';
import { examplesSchema, factEntrySchema } from './schema.ts';

/** The keys known at a path within a fact entry (empty path: the entry's own keys); none where keys are free. */
export function knownKeysAt(path: readonly PropertyKey[]): string[] {
  const [head] = path;
  if (head === undefined) return Object.keys(factEntrySchema.shape);
  if (head === 'facets') return [...FACETS];
  if (head === 'examples') return Object.keys(examplesSchema.shape);
  if (head !== 'readings') return [];
  const part = path[2];
  if (part === undefined) return Object.keys(readingSchema.shape);
  if (part === 'quantity') return Object.keys(readingSchema.shape.quantity.unwrap().shape);
  if (part === 'date') return Object.keys(readingSchema.shape.date.unwrap().shape);
  return [];
}
