/** The schema of a file of suggestions: for each fact, clauses that state it, to write where a claim goes wrong. Pure. */
import { parse } from 'yaml';
import * as z from 'zod';
import { FactBaseError } from '../errors.ts';

/** Longest clause, in characters: a suggestion takes the place of a clause, not of a paragraph. */
const MOST_CHARACTERS = 160;

const clause = z
  .string()
  .max(MOST_CHARACTERS, `a clause has at most ${MOST_CHARACTERS} characters`)
  .regex(/^\S+(?: \S+)*[\p{L}\p{N})”]$/u, 'a clause is written without a full stop at its end, with single spaces');

export const rewordingsSchema = z.strictObject({
  /** Clauses that state the fact, or a part of it, the most usual first. */
  clauses: z.array(clause).min(1).max(6),
  /**
   * What the claim's own words may become: tried in order, the first place alone, and kept when the claim then agrees
   * with the fact. Written `wrong words -> right words`; with `^` before it, for the head of the claim alone.
   */
  swaps: z.array(z.string().regex(/^\S[^>]* -> \S[^>]*$/, 'write wrong words -> right words')).default([]),
  /** Texts with a contradicted claim, and the text with the suggestion in its place. */
  examples: z.array(z.strictObject({ text: z.string().min(1), becomes: z.string().min(1) })).min(1),
});
/** What a file of suggestions gives for a fact. */
export type RewordingsSource = z.infer<typeof rewordingsSchema>;

/** What may be written in place of a claim that a fact contradicts. */
export interface Rewordings {
  clauses: readonly string[];
  swaps: readonly string[];
}

/**
 * The suggestions in a file, by the id of their fact. Throws FactBaseError, naming the file, when it is not YAML or
 * does not fit the schema.
 */
export function parseSuggestions(text: string, file: string): Map<string, RewordingsSource> {
  let data: unknown;
  try {
    data = parse(text) ?? {};
  } catch (cause) {
    throw new FactBaseError('yaml', (cause as Error).message.split('\n')[0]!, { file }, null, { cause });
  }
  const result = z.record(z.string(), rewordingsSchema).safeParse(data);
  if (result.success) return new Map(Object.entries(result.data));
  const issue = result.error.issues[0]!;
  throw new FactBaseError('suggestion-invalid', `${issue.path.join('.')}: ${issue.message}`, { file });
}
