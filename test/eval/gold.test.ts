import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { LEARNING, TUNING } from '../../src/eval/learning-sets.ts';
import { parseSeedRecord } from '../../src/facts/seed.ts';

const claim = {
  quote: 'is run by one agency',
  label: 'contradicted',
  evidence: ['a.1.1'],
  attributed: false,
  why: 'r2',
};
const passage = { id: 'p1', date: null, text: 'The system is run by one agency.', claims: [claim] };

/** Sets that are measured on, and those given at the start: they stay as they are. */
const FIXED: [name: string, passages: number, claims: number][] = [
  ['train-1', 154, 275],
  ['train-2', 150, 285],
  ['train-3', 150, 276],
  ['train-4', 150, 277],
  ['dev', 194, 373],
  ['round-1', 60, 117],
  ['round-2', 60, 117],
  ['round-3', 60, 132],
  ['round-4', 60, 131],
  ['round-5', 60, 133],
  ['round-6', 60, 135],
  ['round-7', 60, 113],
  ['round-8', 60, 113],
  ['round-9', 60, 134],
  ['round-10', 60, 131],
  ['round-11', 60, 94],
  ['groups-1', 152, 324],
  ['groups-2', 134, 290],
  ['groups-3', 152, 313],
  ['groups-4', 115, 271],
];
const readSet = (name: string) => {
  const file = `fixtures/eval/${name}.jsonl`;
  return parseGold(readFileSync(file, 'utf8'), file);
};
const seedFile = 'seeds/scs-2022.json';
const sentences = new Set(Object.keys(parseSeedRecord(readFileSync(seedFile, 'utf8'), seedFile).record!.locators));

/** Every set of labelled claims there is; those of frames label whole passages. */
const SETS = readdirSync('fixtures/eval')
  .filter((name) => name.endsWith('.jsonl') && !name.startsWith('frames-'))
  .map((name) => name.replace(/\.jsonl$/, ''))
  .sort();
const LEARN = SETS.filter((name) => /^learn-\d+$/.test(name));
/** Those that the answers of models are weighed on. */
const TUNE = SETS.filter((name) => /^tune-\d+$/.test(name));

test.each(FIXED)('the set %s is whole', (name, passages, claims) => {
  const gold = readSet(name);
  expect(gold).toHaveLength(passages);
  expect(gold.flatMap((p) => p.claims)).toHaveLength(claims);
});

test.each([...LEARN, ...TUNE])('the set %s has 150 passages', (name) => {
  expect(readSet(name)).toHaveLength(150);
});

test('of what models learn from, one passage in fifteen has no claim, and the others have more than one', () => {
  const gold = LEARN.flatMap(readSet);
  expect(gold.flatMap((p) => p.claims).length).toBeGreaterThan(gold.length);
  expect(gold.filter((p) => p.claims.length === 0).length).toBeGreaterThan(gold.length / 15);
});

test('there is no other set', () => {
  expect(SETS).toEqual([...FIXED.map(([name]) => name), ...LEARN, ...TUNE].sort());
  expect(LEARN.length).toBeGreaterThanOrEqual(16);
});

test.each(SETS)('the labels of %s rest on sentences of the source, and the unverified on none', (name) => {
  const faults = readSet(name).flatMap(({ id, claims }) =>
    claims
      .filter(({ label, evidence }) =>
        label === 'unverified' ? evidence.length > 0 : evidence.length === 0 || evidence.some((e) => !sentences.has(e)),
      )
      .map(({ quote }) => `${id}: ${quote}`),
  );
  expect(faults).toEqual([]);
});

test('no id and no text stands in two passages, whatever their sets', () => {
  const all = SETS.flatMap((name) => readSet(name));
  expect(new Set(all.map((p) => p.id)).size).toBe(all.length);
  expect(new Set(all.map((p) => p.text)).size).toBe(all.length);
});

test('models learn from train and learn, never from what measures: dev, a round, the groups', () => {
  const learning = SETS.filter((name) => !/^(?:dev|(?:round|groups|tune)-\d+)$/.test(name));
  expect([...TUNING].sort()).toEqual(TUNE.map((name) => `${name}.jsonl`).sort());
  expect([...LEARNING].sort()).toEqual(learning.map((name) => `${name}.jsonl`).sort());
});

test('each group has at least 15 claims, and every passage of these sets a group', () => {
  const sets = SETS.flatMap((name) => (name.startsWith('groups-') ? readSet(name) : []));
  expect(sets.filter((p) => !p.group).map((p) => p.id)).toEqual([]);
  const claims = new Map<string, number>();
  for (const { group, claims: list } of sets) claims.set(group!, (claims.get(group!) ?? 0) + list.length);
  expect(claims.size).toBeGreaterThanOrEqual(27);
  expect([...claims].filter(([, n]) => n < 15)).toEqual([]);
});

test('blank lines are skipped', () => {
  expect(parseGold(`\n${JSON.stringify(passage)}\r\n\n`, 'set.jsonl')).toEqual([passage]);
});

test('a passage may name the phenomenon that it shows', () => {
  const grouped = { ...passage, group: 'irony' };
  expect(parseGold(JSON.stringify(grouped), 'set.jsonl')).toEqual([grouped]);
});

test.each([
  ['not JSON', '{"id": ', 'not JSON'],
  ['not an object', '[]', 'not a labelled passage: line: '],
  ['an unknown key', JSON.stringify({ ...passage, note: 1 }), 'not a labelled passage: line: '],
  ['no text', JSON.stringify({ ...passage, text: undefined }), 'not a labelled passage: text: '],
  ['a group that is no text', JSON.stringify({ ...passage, group: 1 }), 'not a labelled passage: group: '],
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
