/** The schema of a fact file: a list of facts, with no key that is not named here. */
import * as z from 'zod';
import { FACETS, type Fact } from '../model.ts';
import { type Reading, readingSchema } from './reading.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `section.paragraph.sentence`, paragraphs and sentences counted from 1. */
export const LOCATOR = /^[a-z][a-z0-9-]*\.[1-9]\d*\.[1-9]\d*$/;

const words = (what: string) =>
  z.string({ error: `${what} must be text` }).refine((s) => s.trim() !== '', { error: `${what} is empty` });
const exampleList = z.array(words('an example'), { error: 'must be a list of sentences' });

export const examplesSchema = z.strictObject({
  entailed: exampleList,
  contradicted: exampleList,
  neither: exampleList,
});

const facetShape = Object.fromEntries(FACETS.map((name) => [name, words(`facet ${name}`).optional()]));

export const factEntrySchema = z.strictObject({
  id: z.string({ error: 'id must be text' }).regex(KEBAB, 'id must be lower-case words joined by hyphens'),
  statement: words('statement'),
  locators: z
    .array(z.string().regex(LOCATOR, 'a locator is written section.paragraph.sentence, as in pilots.1.8'), {
      error: 'locators must be a list, as in [pilots.1.8, intro.2.2]',
    })
    .min(1, 'at least one locator is needed'),
  asOf: z.iso.date('asOf must be a date, as in 2022-05-08'),
  source: words('source'),
  facets: z.strictObject(facetShape),
  clashes: words('clashes'),
  readings: z.array(readingSchema, { error: 'readings must be a list (empty if there are none)' }),
  examples: examplesSchema,
});

/** Where the parts of an entry stand: 1-based line by path within it (`statement`, `examples.entailed.2`). */
export type LinesByPath = Readonly<Record<string, number>>;

/** A fact as its file gives it: the fact, how it is read, and where each part of it stands. */
export interface FactSource extends Fact {
  readings: Reading[];
  lines: LinesByPath;
}

export const EXAMPLE_KINDS = ['entailed', 'contradicted', 'neither'] as const;
export type ExampleKind = (typeof EXAMPLE_KINDS)[number];
