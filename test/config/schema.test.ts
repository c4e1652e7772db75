/** The published JSON Schema says of every configuration what the program says. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { knownKeysAt } from '../../src/config/known-keys.ts';
import { configSchema } from '../../src/config/schema.ts';
import { FORMATS } from '../../src/reporters/formats.ts';
import { SEVERITIES } from '../../src/review/finding.ts';

type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema>; items?: JsonSchema };

const published: JsonSchema = JSON.parse(readFileSync('schema/config.json', 'utf8'));
const accepts = new Ajv({ strict: true, allErrors: true }).compile(published);

test('the published schema is that of the program', () => {
  expect(published).toEqual(configJsonSchema());
});

/** Every schema of a key, by path. */
function keysOf(schema: JsonSchema, path: string[] = []): [string, JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, part]): [string, JsonSchema][] => [
    [[...path, key].join('.'), part],
    ...keysOf(part, [...path, key]),
  ]);
  return schema.items ? [...own, ...keysOf(schema.items, path)] : own;
}

describe('each key', () => {
  test.each(keysOf(published))('%s has a description, and a default and examples that are valid', (_path, schema) => {
    expect(schema.description).toMatch(/\.$/);
    const valid = new Ajv({ strict: true }).compile({ ...schema });
    const samples = [
      ...(schema.default === undefined ? [] : [schema.default]),
      ...((schema.examples as unknown[]) ?? []),
    ];
    expect(samples.filter((value) => !valid(value))).toEqual([]);
  });

  test('is documented', () => {
    const page = readFileSync('docs/configuration.md', 'utf8');
    const missing = keysOf(published).filter(
      ([path]) => !page.includes(`\`${path.replace(/^overrides\.(?!files)/, '')}\``),
    );
    expect(missing.map(([path]) => path)).toEqual([]);
  });
});

test('keys are known where they may stand', () => {
  expect(knownKeysAt([])).toEqual(Object.keys(published.properties!));
  expect(knownKeysAt(['overrides', 3, 'suppressions'])).toEqual(['requireReason', 'reportUnused']);
  expect([knownKeysAt(['failOn']), knownKeysAt(['no', 'such']), knownKeysAt(['include', 0])]).toEqual([[], [], []]);
});

const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(shape: T, requiredKeys: (keyof T)[] = []) =>
  fc.record(shape, { requiredKeys: requiredKeys as [] });
const name = fc.stringMatching(/^[a-z*/.]{1,8}$/);
const settings = {
  failOn: fc.constantFrom('contradicted', 'unverified', 'supported', 'never'),
  minConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
  severity: optional({
    contradicted: fc.constantFrom(...SEVERITIES),
    unverified: fc.constantFrom(...SEVERITIES),
    supported: fc.constantFrom(...SEVERITIES),
  }),
  quoted: fc.constantFrom('ignore', 'note', 'fail'),
  suppressions: optional({ requireReason: fc.boolean(), reportUnused: fc.boolean() }),
};
const off = fc.array(name, { maxLength: 3 });
const config = optional({
  $schema: name,
  include: fc.array(name, { minLength: 1, maxLength: 3 }),
  exclude: fc.array(name, { maxLength: 3 }),
  ...settings,
  facts: optional({ add: fc.array(name, { maxLength: 3 }), off }),
  baseline: name,
  cache: name,
  reports: fc.array(optional({ format: fc.constantFrom(...FORMATS), output: name }, ['format']), {
    minLength: 1,
    maxLength: 3,
  }),
  overrides: fc.array(
    optional({ files: fc.array(name, { minLength: 1, maxLength: 3 }), ...settings, facts: optional({ off }) }, [
      'files',
    ]),
    { maxLength: 3 },
  ),
});

/** Every mapping and list in a value. */
function containers(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

/** The value with one thing in it changed: a key renamed, taken away or added, a value put in place of another. */
function changed([value, where, which, how, put]: [unknown, number, number, string, unknown]): unknown {
  const copy = JSON.parse(JSON.stringify(value));
  const all = containers(copy);
  const at = all[where % all.length] as Record<string, unknown>;
  const key = Object.keys(at)[which % Math.max(1, Object.keys(at).length)];
  if (how === 'add') at[`x${which % 3}`] = put;
  else if (key === undefined) return copy;
  else if (how === 'replace') at[key] = put;
  else if (Array.isArray(at)) at.splice(Number(key), 1);
  else {
    if (how === 'rename') at[`${key}s`] = at[key];
    delete at[key];
  }
  return copy;
}

describe('the schema and the program agree', () => {
  const wrong = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', 'never', 'off', 1, 0.5, true, [], {}, null, [''], 'x'.repeat(300)),
  );

  test('on what is valid', () => {
    fc.assert(
      fc.property(config, (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(configSchema.safeParse(plain).error?.issues ?? []).toEqual([]);
        expect(accepts(plain)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('on what one change makes of it', () => {
    const seen = { valid: 0, invalid: 0 };
    const change = fc.tuple(config, fc.nat(), fc.nat(), fc.constantFrom('add', 'rename', 'remove', 'replace'), wrong);
    fc.assert(
      fc.property(change.map(changed), (value) => {
        const { success } = configSchema.safeParse(value);
        seen[success ? 'valid' : 'invalid']++;
        expect(accepts(value)).toBe(success);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(300);
  });
});
