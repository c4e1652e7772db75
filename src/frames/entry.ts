/** What an entry of the frames' lexicon may hold (`claims/frames/*.yml`). Pure. */
import * as z from 'zod';
import { FRAMES, type Frame } from '../model.ts';

export const ENTRY_KINDS = ['sign', 'epithet', 'pair', 'hint', 'guard', 'part'] as const;
/**
 * `sign`: shows the frame by itself. `epithet`: a framing word, turned by a negation right before it alone. `pair`: shows
 * the frame where what it needs stands near. `hint`: often goes with the frame and shows nothing by itself: the model
 * weighs it, and it has no say where there are signs. `guard`: words that look like a sign of the frame and are none; a sign that
 * they overlap does not count. `part`: serves other entries.
 */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Concepts, any of which will do, joined by `|`: in the clause, with `^` in its sentence, with `*` in the passage. */
const requirement = z.string().regex(/^[a-z0-9|-]+[\^*]?$/, 'write concepts joined by |, with ^ or * at the end');
const sentences = z.array(z.string().min(1)).default([]);

export const entrySchema = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  /** In the phrase language of the lexicons. */
  phrases: z.array(z.string()).default([]),
  /** Phrases that look like the entry's and are not: a hit that one of them overlaps to its end is dropped. */
  not: z.array(z.string()).default([]),
  /** Concepts of `claims/lexicons/` that count as phrases of the entry. */
  concepts: z.array(z.string()).default([]),
  needs: z.array(requirement).default([]),
  unless: z.array(requirement).default([]),
  /** The words themselves deny what the frame says ("nobody is graded", "scoreless"). */
  denies: z.boolean().default(false),
  /** `clause`: denial and rejection of the clause turn the stance. `own`: the words say it whatever is around them. */
  polarity: z.enum(['clause', 'own']).default('clause'),
  examples: z
    .strictObject({ match: sentences, rejected: sentences, not: sentences })
    .default({ match: [], rejected: [], not: [] }),
});
export type EntrySource = z.infer<typeof entrySchema>;

/** An entry as its file gives it. */
export interface FrameEntry extends EntrySource {
  id: string;
  /** Null for parts that several frames share. */
  frame: Frame | null;
}

/** The name of the file of parts that the frames share. */
export const SHARED = 'parts';

/** The frame a file is about, by its name; null for `parts`; undefined for a name that is neither. */
export function frameOf(name: string): Frame | null | undefined {
  if (name === SHARED) return null;
  return FRAMES.find((frame) => frame === name);
}
