/** The schema of a reading: which concepts, said how, make a claim agree or clash with a fact. */
import * as z from 'zod';

/**
 * A requirement: concepts, any of which will do, joined by `|`. A suffix widens where they may stand: none,
 * in the claim's own clause; `^`, in its sentence; `*`, in what the passage has said so far.
 */
const requirement = z.string().regex(/^[a-z0-9|-]+[\^*]?$/, 'write concepts joined by |, with ^ or * at the end');

export const readingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Every requirement must be met. The last one is the predicate: what negation turns. */
  needs: z.array(requirement).min(1),
  /** Concepts that keep the reading from firing when they stand in the clause (or, with `^`, `*`, around it). */
  unless: z.array(requirement).default([]),
  /** What the words mean for the fact when they are affirmed. */
  means: z.enum(['agrees', 'clashes']),
  /**
   * `turns` (default): a negation turns agreement into clash and back. `ignored`: it changes nothing.
   * `barred`: the reading does not fire when negated. `needed`: it fires only when negated, `means` as it stands.
   * `before`: like `turns`, but only negations that stand before the predicate's end count.
   */
  negation: z.enum(['turns', 'before', 'ignored', 'barred', 'needed']).default('turns'),
  /** Whether words of refusal ("barred", "lost", "denied") count as negations of the predicate. */
  refusal: z.boolean().default(false),
  /** Which modalities the reading hears. A plan is no fact: `plan` must be asked for. */
  modality: z.array(z.enum(['is', 'may', 'plan'])).default(['is', 'may']),
  /** `national`: does not fire for what is said of one city, firm, app or group. */
  scope: z.enum(['any', 'national']).default('any'),
  /** The number the fact gives, compared with the claim's by codebook rule 5. */
  quantity: z
    .strictObject({ value: z.number(), op: z.enum(['exact', 'over']), near: requirement.optional() })
    .optional(),
  /** The date the fact gives, compared with the claim's. */
  date: z
    .strictObject({
      year: z.number().optional(),
      month: z.number().optional(),
      day: z.number().optional(),
      endYear: z.number().optional(),
    })
    .optional(),
  /** The facet on which a clash is reported. */
  facet: z.string().optional(),
  /** What the claim says, in words, when the reading clashes: for the reason. */
  says: z.string().optional(),
  /** Locators for this reading, where they differ from the fact's. */
  locators: z.array(z.string()).optional(),
  /** True when agreement covers the whole clause, whatever else stands in it. */
  whole: z.boolean().default(false),
});
export type Reading = z.infer<typeof readingSchema>;
