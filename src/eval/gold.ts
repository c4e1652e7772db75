/** The labelled sets: one passage a line, as the codebook's section 5 describes it. */
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import { LABELS } from '../model.ts';

const goldClaimSchema = z.strictObject({
  quote: z.string().min(1),
  label: z.enum(LABELS),
  evidence: z.array(z.string()),
  attributed: z.boolean(),
  why: z.string(),
});
const goldPassageSchema = z.strictObject({
  id: z.string().min(1),
  date: z.string().nullable(),
  text: z.string().min(1),
  /** The phenomenon that the passage was written to show. */
  group: z.string().optional(),
  claims: z.array(goldClaimSchema),
});
export type GoldClaim = z.infer<typeof goldClaimSchema>;
/** One to five sentences of text and the claims a careful reader finds in them. */
export type GoldPassage = z.infer<typeof goldPassageSchema>;

/**
 * Reads a labelled set. Guarantees: every quote stands in its passage's text, ids are distinct, blank lines are
 * skipped. Throws `ConfigError` ("gold-invalid") that names the file and the 1-based line of the first fault.
 */
export function parseGold(content: string, file: string): GoldPassage[] {
  const seen = new Set<string>();
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (message: string): never => {
      const hint = 'a labelled set has one passage a line: id, date, text, claims';
      throw new ConfigError('gold-invalid', message, { file, line: index + 1 }, hint);
    };
    const parsed = goldPassageSchema.safeParse(parseLine(line, fail));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail(`not a labelled passage: ${issue?.path.join('.') || 'line'}: ${issue?.message}`);
    }
    const passage = parsed.data;
    if (seen.has(passage.id)) fail(`passage id "${passage.id}" stands twice`);
    seen.add(passage.id);
    for (const claim of passage.claims) {
      if (!passage.text.includes(claim.quote)) fail(`quote is not in the text: "${claim.quote}"`);
    }
    return [passage];
  });
}

function parseLine(line: string, fail: (message: string) => never): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fail('not JSON');
  }
}
