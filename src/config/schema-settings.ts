/**
 * The keys of a configuration that an override may state too, the kinds of values that keys have, and what editors are
 * told of them. Made with the small edition of zod: the whole takes 14 ms to load, this takes 5, and every check in a
 * folder with a configuration pays for it.
 */
import * as z from 'zod/mini';
import { SEVERITIES } from '../review/finding.ts';
import { DEFAULT_SETTINGS } from '../review/settings.ts';

/** What the JSON Schema says beside the shape: for the help that editors show. */
export interface KeyHelp {
  description: string;
  default?: unknown;
  examples?: unknown[];
}
export const keyHelp = z.registry<KeyHelp>();

const { severity, failOn, minConfidence, quoted, suppressions } = DEFAULT_SETTINGS;
// Bounds that no newsroom meets, and that keep a hostile file from costing time or memory.
const MOST_GLOBS = 200;
export const MOST_NAMES = 1000;
/** Characters of a glob; see `globs.ts` for what one may cost. */
const LONGEST_GLOB = 256;
const LONGEST_PATH = 4096;

const glob = z.string().check(z.minLength(1), z.maxLength(LONGEST_GLOB));
// A schema each, as what is said of one in the registry would be said of all.
export const path = () => z.string().check(z.minLength(1), z.maxLength(LONGEST_PATH));
const factId = z.string().check(z.minLength(1), z.maxLength(200));
export const globs = (least: number) => z.array(glob).check(z.minLength(least), z.maxLength(MOST_GLOBS));
export const factsOff = z
  .array(factId)
  .check(z.maxLength(MOST_NAMES))
  .register(keyHelp, {
    description: 'Ids of facts whose findings are not reported; `scscheck facts list` prints the ids.',
    default: [],
    examples: [['no-national-score']],
  });
const severityOf = (label: keyof typeof severity, what: string) =>
  z.optional(
    z.enum(SEVERITIES).register(keyHelp, {
      description: `How bad a claim is that ${what}; "off" reports none.`,
      default: severity[label],
    }),
  );

/** The keys themselves. */
export const settingsShape = {
  failOn: z.optional(
    z.enum(['contradicted', 'unverified', 'supported', 'never']).register(keyHelp, {
      description: 'End with status 1 when a claim has this label or a worse one. The worst is "contradicted".',
      default: failOn,
    }),
  ),
  minConfidence: z.optional(
    z
      .number()
      .check(z.minimum(0), z.maximum(1))
      .register(keyHelp, { description: 'Leave out claims below this confidence.', default: minConfidence }),
  ),
  severity: z.optional(
    z
      .strictObject({
        contradicted: severityOf('contradicted', 'the source contradicts'),
        unverified: severityOf('unverified', 'the source is silent on (a warning where failOn is "unverified")'),
        supported: severityOf('supported', 'the source supports (a warning where failOn is "supported")'),
      })
      .register(keyHelp, { description: 'How bad a claim of each label is.' }),
  ),
  quoted: z.optional(
    z.enum(['ignore', 'note', 'fail']).register(keyHelp, {
      description:
        'What a contradicted claim does that stands in quoted speech: it is not reported, is a note that does not count, or counts as any other.',
      default: quoted,
    }),
  ),
  suppressions: z.optional(
    z
      .strictObject({
        requireReason: z.optional(
          z.boolean().register(keyHelp, {
            description: 'A suppression without a reason is reported itself, and does not work.',
            default: suppressions.requireReason,
          }),
        ),
        reportUnused: z.optional(
          z.boolean().register(keyHelp, {
            description: 'Report suppressions that nothing needs.',
            default: suppressions.reportUnused,
          }),
        ),
      })
      .register(keyHelp, { description: 'How comments that suppress findings are held to account.' }),
  ),
};
