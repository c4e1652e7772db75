/** Reads the files of the fact base: lexicons, facts, readings. Pure: text in, entries out. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Concept } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import { FACETS } from '../model.ts';

const conceptSchema = z.strictObject({
  facet: z.enum(FACETS).nullable().default(null),
  says: z.string(),
  phrases: z.array(z.string()).min(1),
  not: z.array(z.string()).default([]),
  content: z.boolean().default(false),
});

/** The concepts of a lexicon file. Throws FactBaseError naming the file. */
export function parseLexicon(text: string, file: string): Concept[] {
  const raw = parse(text) as Record<string, unknown>;
  return Object.entries(raw).map(([id, entry]) => {
    const read = conceptSchema.safeParse(entry);
    if (!read.success) throw new FactBaseError('lexicon', `concept "${id}": ${z.prettifyError(read.error)}`, { file });
    return { id, ...read.data };
  });
}
