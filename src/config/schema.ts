/**
 * What may stand in a configuration, key by key. The one description of it: the program validates with it, and the
 * published JSON Schema is made of it (`json-schema.ts`), so it says nothing that JSON Schema cannot say.
 */
import * as z from 'zod/mini';
import { FORMATS } from '../reporters/formats.ts';
import { factsOff, globs, keyHelp, MOST_NAMES, path, settingsShape } from './schema-settings.ts';

const MOST_OVERRIDES = 100;
const MOST_REPORTS = 20;

const override = z
  .strictObject({
    files: globs(1).register(keyHelp, {
      description: 'Globs of the files it is for, relative to the folder of the configuration.',
      examples: [['opinion/**/*.md']],
    }),
    ...settingsShape,
    facts: z.optional(
      z
        .strictObject({ off: z.optional(factsOff) })
        .register(keyHelp, { description: 'Further facts that are off for these files.' }),
    ),
  })
  .register(keyHelp, { description: 'Settings for some files; what it does not state stays as it is.' });

const report = z.strictObject({
  format: z.enum(FORMATS).register(keyHelp, { description: 'Output format.' }),
  output: z.optional(
    path().register(keyHelp, {
      description: 'File to write, relative to the folder of the configuration; standard output where none is named.',
      examples: ['reports/claims.json'],
    }),
  ),
});

export const configSchema = z.strictObject({
  $schema: z.optional(z.string().register(keyHelp, { description: 'Where editors find the schema of this file.' })),
  include: z.optional(
    globs(1).register(keyHelp, {
      description: 'Globs of the files to take from folders; every file of a known kind where this key is missing.',
      examples: [['drafts/**/*.md', 'news/']],
    }),
  ),
  exclude: z.optional(
    globs(0).register(keyHelp, {
      description: 'Globs of the files to leave out.',
      default: [],
      examples: [['archive/', '**/*.draft.md']],
    }),
  ),
  ...settingsShape,
  facts: z.optional(
    z
      .strictObject({
        add: z.optional(
          z
            .array(path())
            .check(z.maxLength(MOST_NAMES))
            .register(keyHelp, {
              description:
                'Files or folders with facts of your own, relative to the folder of the configuration; as --facts.',
              default: [],
              examples: [['our-facts/']],
            }),
        ),
        off: z.optional(factsOff),
      })
      .register(keyHelp, { description: 'Facts to add, and facts to turn off.' }),
  ),
  baseline: z.optional(
    path().register(keyHelp, {
      description: 'File of the findings that are known already, relative to the folder of the configuration.',
      examples: ['scscheck-baseline.json'],
    }),
  ),
  cache: z.optional(
    path().register(keyHelp, {
      description: 'Folder in which pages and results are kept, relative to the folder of the configuration.',
      examples: ['.cache/scscheck'],
    }),
  ),
  reports: z.optional(
    z
      .array(report)
      .check(z.minLength(1), z.maxLength(MOST_REPORTS))
      .register(keyHelp, {
        description: 'What to write and where, unless --format is given.',
        examples: [[{ format: 'human' }, { format: 'json', output: 'reports/claims.json' }]],
      }),
  ),
  overrides: z.optional(
    z
      .array(override)
      .check(z.maxLength(MOST_OVERRIDES))
      .register(keyHelp, {
        description: 'Settings for some files. Where several hold for a file, later ones win.',
        default: [],
        examples: [[{ files: ['opinion/'], quoted: 'note' }]],
      }),
  ),
});

/** A configuration as its file states it, once it is valid. */
export type ConfigData = z.infer<typeof configSchema>;
