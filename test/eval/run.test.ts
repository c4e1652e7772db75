import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, errorLine, UsageError } from '../../src/errors.ts';
import { runEval } from '../../src/eval/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'scscheck-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const passage = {
  id: 'p1',
  date: '2021-05-06',
  text: 'The social credit system gives every citizen in China a score. Lunch was fine.',
  claims: [
    {
      quote: 'The social credit system gives every citizen in China a score',
      label: 'contradicted',
      evidence: ['intro.1.1', 'intro.2.2', 'pilots.1.8'],
      attributed: false,
      why: 'universal score, r1',
    },
  ],
};

describe('the engine on a set', () => {
  test('finds the plainest of claims with label and locator', async () => {
    const { report, text } = await runEval([write('mine.jsonl', JSON.stringify(passage))]);
    expect(report).toHaveLength(1);
    expect(report[0]).toMatchObject({ name: 'mine', passages: 1, claims: 1, errors: [] });
    expect(report[0]?.headlines.strict).toBe(1);
    expect(text).toContain('mine: 1 passages, 1 claims');
  });

  test('JSON holds the sets, and the errors only on request', async () => {
    const wrong = { ...passage, claims: [{ ...passage.claims[0], label: 'supported' }] };
    const file = write('wrong.jsonl', `${JSON.stringify(wrong)}\n`);
    const plain = JSON.parse((await runEval([file], { json: true })).text);
    expect(plain.sets[0]).toMatchObject({ name: 'wrong', files: [file], headlines: { accuracy: 0 } });
    expect(plain.sets[0]).not.toHaveProperty('errors');
    const full = JSON.parse((await runEval([file], { json: true, errors: true })).text);
    expect(full.sets[0].errors).toMatchObject([{ group: 'supported -> contradicted', passage: 'p1' }]);
  });

  test('two runs give the same bytes, the sets side by side in the order given', async () => {
    const files = ['fixtures/eval/train-2.jsonl', 'fixtures/eval/dev.jsonl', 'fixtures/eval/train-1.jsonl'];
    const first = await runEval(files);
    expect(first.text.split('\n')[0]).toMatch(/train: 304 passages, 560 claims +dev: 194 passages, 373 claims/);
    expect((await runEval(files)).text).toBe(first.text);
  });
});

describe('what each part is worth', () => {
  test('is a table a set, with a row for every way of checking', async () => {
    const file = write('parts.jsonl', JSON.stringify(passage));
    const { report, text } = await runEval([file, write('more.jsonl', JSON.stringify(passage))], { ablate: true });
    expect(report).toEqual([]);
    expect(text.match(/^\w+: what each part is worth, %$/gm)).toEqual([
      'parts: what each part is worth, %',
      'more: what each part is worth, %',
    ]);
    expect(text).toMatch(/^together +100\.0 /m);
    expect(text.match(/^(?:readings|scorer|retrieval) alone /gm)).toHaveLength(6);
  });
});

test.each([
  ['a broken line', `${JSON.stringify(passage)}\n{"id"`, ConfigError, /:2: not JSON/],
  ['no passage', '\n\n', UsageError, /: holds no labelled passage/],
])('a file with %s is refused by name', async (_, content, type, message) => {
  const file = write('bad.jsonl', content);
  const error = await runEval([file]).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(type);
  expect(errorLine(error as UsageError)).toMatch(message);
  expect(errorLine(error as UsageError).startsWith(file)).toBe(true);
});

test('a missing file is refused by name', async () => {
  const error = await runEval([join(folder, 'none.jsonl')]).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UsageError);
  expect(errorLine(error as UsageError)).toBe(`${join(folder, 'none.jsonl')}: cannot be read: ENOENT`);
});
