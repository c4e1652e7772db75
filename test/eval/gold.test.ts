import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { parseGold } from '../../src/eval/gold.ts';

const claim = {
  quote: 'is run by one agency',
  label: 'contradicted',
  evidence: ['a.1.1'],
  attributed: false,
  why: 'r2',
};
const passage = { id: 'p1', date: null, text: 'The system is run by one agency.', claims: [claim] };

test.each([
  ['train-1', 154, 275],
  ['train-2', 150, 285],
  ['train-3', 150, 276],
  ['train-4', 150, 277],
  ['dev', 194, 373],
])('the set %s is whole', (name, passages, claims) => {
  const file = `fixtures/eval/${name}.jsonl`;
  const gold = parseGold(readFileSync(file, 'utf8'), file);
  expect(gold).toHaveLength(passages);
  expect(gold.flatMap((p) => p.claims)).toHaveLength(claims);
});

test('blank lines are skipped', () => {
  expect(parseGold(`\n${JSON.stringify(passage)}\r\n\n`, 'set.jsonl')).toEqual([passage]);
});

test.each([
  ['not JSON', '{"id": ', 'not JSON'],
  ['not an object', '[]', 'not a labelled passage: line: '],
  ['an unknown key', JSON.stringify({ ...passage, note: 1 }), 'not a labelled passage: line: '],
  ['no text', JSON.stringify({ ...passage, text: undefined }), 'not a labelled passage: text: '],
  ['an unknown label', JSON.stringify({ ...passage, claims: [{ ...claim, label: 'true' }] }), 'claims.0.label'],
  [
    'a quote that is not in the text',
    JSON.stringify({ ...passage, claims: [{ ...claim, quote: 'two agencies' }] }),
    'quote is not in the text: "two agencies"',
  ],
  ['an id twice', JSON.stringify({ ...passage, id: 'p0' }), 'passage id "p0" stands twice'],
])('a line with %s is named by file and line', (_, line, message) => {
  const content = `${JSON.stringify({ ...passage, id: 'p0' })}\n\n${line}\n`;
  const error = caught(() => parseGold(content, 'my/set.jsonl'));
  expect(error).toBeInstanceOf(ConfigError);
  expect(errorLine(error as ConfigError)).toContain(message);
  expect(errorLine(error as ConfigError)).toMatch(/^my\/set\.jsonl:3: /);
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
