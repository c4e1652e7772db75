/** Reads a lexicon file. Pure: text in, concepts out. */
import { parse } from 'yaml';
import * as z from 'zod';
import type { Concept } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import { FACETS } from '../model.ts';

const conceptSchema = z.strictObject({
  facet: z.enum(FACETS).nullable().default(null),
  says: z.string(),
  phrases: z.array(z.string()).min(1),
  not: z.array(z.string()).default([]),
  content: z.boolean().default(false),
  part: z.boolean().optional(),
});

/** The concepts of a lexicon file. Throws FactBaseError naming the file and the concept. */
export function parseLexicon(text: string, file: string): Concept[] {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (cause) {
    throw new FactBaseError('yaml', (cause as Error).message.split('\n')[0]!, { file }, null, { cause });
  }
  return Object.entries((raw ?? {}) as Record<string, unknown>).map(([id, entry]) => {
    const read = conceptSchema.safeParse(entry);
    if (read.success) return { id, ...read.data };
    const issue = read.error.issues[0]!;
    throw new FactBaseError('lexicon', `concept "${id}": ${issue.path.join('.')}: ${issue.message}`, { file });
  });
}
