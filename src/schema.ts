/** The zod schemas of what crosses a boundary: articles as lines of JSONL, result records. */
import * as z from 'zod';
import { DATE_SOURCES, FRAMES, LABELS, STANCES } from './model.ts';

/** An article as a line of JSONL (contract, "Inputs"). */
export const articleLineSchema = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String).optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    url: z.string().nullish(),
    title: z.string().nullish(),
    outlet: z.string().nullish(),
    publishedAt: z.string().nullish(),
    language: z.string().nullish(),
    byline: z.string().nullish(),
    country: z.string().nullish(),
  })
  .refine((a) => a.text !== undefined || a.html !== undefined, { message: 'needs "text" or "html"' });
export type ArticleLine = z.infer<typeof articleLineSchema>;

const attributionSchema = z.object({ source: z.string(), cue: z.string() }).nullable();
const evidenceSchema = z.object({
  factId: z.string(),
  locator: z.string(),
  relation: z.enum(['entails', 'contradicts']),
  statement: z.string(),
  /** The source's own sentence; only with `--source FILE`. */
  sourceText: z.string().optional(),
});
const claimRecordSchema = z.object({
  id: z.string(),
  quote: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  /** Where it ends, behind its last character. */
  endLine: z.number().int().min(1),
  endColumn: z.number().int().min(1),
  label: z.enum(LABELS),
  confidence: z.number().min(0).max(1),
  attribution: attributionSchema,
  rejected: z.boolean(),
  /** In quotation marks or a block quotation: somebody's own words. */
  quoted: z.boolean(),
  evidence: z.array(evidenceSchema),
  reason: z.string(),
  suggestion: z.string().nullable(),
});
const frameSchema = z.object({
  frame: z.enum(FRAMES),
  stance: z.enum(STANCES),
  spans: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })).min(1),
});
/** One an article: what `--format jsonl` prints, a line each (contract, "Result record"). */
export const resultRecordSchema = z.object({
  article: z.object({
    id: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    /** Who wrote it, as the source names them. */
    byline: z.string().nullable(),
    outlet: z.string().nullable(),
    /** Of the outlet, as the source of a list names it. */
    country: z.string().nullable(),
    publishedAt: z.string().nullable(),
    /** Where the date was found, and how sure it is, 0 to 1. */
    dateSource: z.enum(DATE_SOURCES).nullable(),
    dateConfidence: z.number().min(0).max(1).nullable(),
    /** As the source states it, or as found by the words. */
    language: z.string().nullable(),
    /** The id of an earlier article of the same inputs that this one is a near-identical copy of. */
    copyOf: z.string().nullable(),
    sha256: z.string().nullable(),
    /** The extracted text; only with `--format json`, where the input was not plain text. */
    text: z.string().optional(),
  }),
  claims: z.array(claimRecordSchema),
  /** How the article presents the system, one a frame, in the order of the codebook; only with `--frames`. */
  frames: z.array(frameSchema).optional(),
  /** Why the article was not checked: nothing in it is on the topic, or it is not in English. */
  skipped: z.enum(['off-topic', 'language']).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  engine: z.object({ version: z.string(), factBase: z.string(), asOf: z.string() }),
});
export type ClaimRecord = z.infer<typeof claimRecordSchema>;
export type ResultRecord = z.infer<typeof resultRecordSchema>;
