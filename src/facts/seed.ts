/** The record of a source document in `seeds/`: what it is, how it is laid out, the hash of each sentence. */
import * as z from 'zod';
import type { Problem } from './problem.ts';
import { LOCATOR } from './schema.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');
const known = z.string().min(1).nullable();

const sectionSchema = z.strictObject({
  /** First part of the section's locators. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The section's heading, or null where the document gives it none. */
  heading: known,
  /** Sentences in each paragraph, in order. */
  sentences: z.array(z.int().min(1)).min(1),
});

export const seedRecordSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: known,
  author: known,
  /** ISO date the document bears. */
  date: z.iso.date(),
  /** BCP 47 tag. */
  language: z.string().min(2),
  /** Revision mark the document bears. */
  revision: known,
  publisher: known,
  url: known,
  /** Of the document's bytes as it was read. */
  sha256,
  outline: z.array(sectionSchema).min(1),
  /** SHA-256 of each sentence's UTF-8, white space collapsed, by locator, in the document's order. */
  locators: z.record(z.string().regex(LOCATOR), sha256),
});
export type SeedRecord = z.infer<typeof seedRecordSchema>;

/** The locators an outline gives rise to, in the document's order. */
export function outlineLocators(outline: SeedRecord['outline']): string[] {
  return outline.flatMap(({ id, sentences }) =>
    sentences.flatMap((n, p) => Array.from({ length: n }, (_, s) => `${id}.${p + 1}.${s + 1}`)),
  );
}

/**
 * Reads a seed record; null with problems when it is not JSON, does not fit the schema, or its locators are
 * not those of its outline in the same order. Never throws.
 */
export function parseSeedRecord(text: string, file: string): { record: SeedRecord | null; problems: Problem[] } {
  const broken = (message: string) => ({ record: null, problems: [{ file, line: 1, message, hint: null }] });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return broken(`not JSON: ${(cause as Error).message}`);
  }
  const read = seedRecordSchema.safeParse(json);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const at = issue.path.map(String).join('.');
      return { file, line: 1, message: `${at === '' ? '' : `${at}: `}${issue.message}`, hint: null };
    });
    return { record: null, problems };
  }
  const wanted = outlineLocators(read.data.outline);
  const given = Object.keys(read.data.locators);
  const odd = given.find((locator, i) => locator !== wanted[i]) ?? wanted[given.length];
  if (odd !== undefined) return broken(`locator ${odd} does not agree with the outline`);
  return { record: read.data, problems: [] };
}
