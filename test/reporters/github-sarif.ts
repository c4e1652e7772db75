/** What GitHub asks of a SARIF file for code scanning, as it publishes it, beyond what the standard does. */
import * as z from 'zod';

/** What it takes: more of any is rejected. */
export const LIMITS = { runs: 20, results: 25_000, rules: 25_000, locations: 1000, tags: 20, description: 1024 };

const text = z.string().min(1);
const position = z.number().int().min(1);
const uri = text.refine((one) => /^[\w\-.~!$&'()*+,;=:@%/?#]+$/.test(one), 'is not percent-encoded');
/** Absolute URIs have to share a scheme with the checkout. */
const relative = uri.refine((one) => !/^[a-z][a-z\d+.-]*:/i.test(one) && !one.startsWith('/'), 'is not relative');

const region = z
  .object({ startLine: position, startColumn: position, endLine: position, endColumn: position })
  .refine(
    ({ startLine, startColumn, endLine, endColumn }) =>
      endLine > startLine || (endLine === startLine && endColumn >= startColumn),
    'ends before it starts',
  );
const location = z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: relative }), region }) });
const related = z.object({
  id: z.number().int().min(0),
  physicalLocation: z.object({ artifactLocation: z.object({ uri: relative }) }),
  message: z.object({ text }),
});

const rule = z.object({
  id: text,
  name: text.max(255).optional(),
  shortDescription: z.object({ text: text.max(LIMITS.description) }),
  fullDescription: z.object({ text: text.max(LIMITS.description) }),
  help: z.object({ text, markdown: text }),
  defaultConfiguration: z.object({ level: z.enum(['error', 'warning', 'note']) }),
  properties: z.object({
    tags: z.array(text).min(1).max(LIMITS.tags),
    precision: z.enum(['very-high', 'high', 'medium', 'low']),
    'problem.severity': z.enum(['error', 'warning', 'recommendation']),
  }),
});

const result = z.object({
  ruleId: text,
  ruleIndex: z.number().int().min(0),
  level: z.enum(['error', 'warning', 'note']),
  message: z.object({ text }),
  // Ten are looked at, and the first decides the file.
  locations: z.array(location).length(1),
  relatedLocations: z.array(related).max(100).optional(),
  partialFingerprints: z.object({ primaryLocationLineHash: text }),
});

const run = z
  .object({
    tool: z.object({
      driver: z.object({
        name: text,
        semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
        rules: z.array(rule).max(LIMITS.rules),
      }),
    }),
    automationDetails: z.object({ id: z.string().regex(/^.+\/$/) }),
    columnKind: z.literal('utf16CodeUnits'),
    results: z.array(result).max(LIMITS.results),
  })
  .superRefine(({ tool, results }, context) => {
    const { rules } = tool.driver;
    const seen = new Set<string>();
    for (const [i, { ruleId, ruleIndex, locations, partialFingerprints }] of results.entries()) {
      const path = ['results', i];
      if (rules[ruleIndex]?.id !== ruleId) context.addIssue({ code: 'custom', path, message: 'its rule is another' });
      const { uri: file } = locations[0]!.physicalLocation.artifactLocation;
      const identity = JSON.stringify([ruleId, file, partialFingerprints.primaryLocationLineHash]);
      if (seen.has(identity)) context.addIssue({ code: 'custom', path, message: 'shares the identity of another' });
      seen.add(identity);
    }
    if (new Set(rules.map(({ id }) => id)).size < rules.length) {
      context.addIssue({ code: 'custom', path: ['tool'], message: 'two rules share an id' });
    }
  });

/** Throws where GitHub would reject the file, or show less of it than it could. */
export const githubSarif = z.object({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run).min(1).max(LIMITS.runs),
});
