import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { LEARNING } from '../../src/eval/learning-sets.ts';
import { parseSeedRecord } from '../../src/facts/seed.ts';

const claim = {
  quote: 'is run by one agency',
  label: 'contradicted',
  evidence: ['a.1.1'],
  attributed: false,
  why: 'r2',
};
const passage = { id: 'p1', date: null, text: 'The system is run by one agency.', claims: [claim] };

const SETS: [name: string, passages: number, claims: number][] = [
  ['train-1', 154, 275],
  ['train-2', 150, 285],
  ['train-3', 150, 276],
  ['train-4', 150, 277],
  ['dev', 194, 373],
  ['round-1', 60, 117],
  ['round-2', 60, 117],
  ['round-3', 60, 132],
  ['groups-1', 152, 324],
  ['groups-2', 134, 290],
  ['groups-3', 152, 313],
  ['groups-4', 115, 271],
  ['learn-1', 150, 285],
  ['learn-2', 150, 296],
  ['learn-3', 150, 294],
  ['learn-4', 150, 312],
  ['learn-5', 150, 295],
  ['learn-6', 150, 310],
  ['learn-7', 150, 309],
  ['learn-8', 150, 296],
  ['learn-9', 150, 296],
  ['learn-10', 150, 293],
  ['learn-11', 150, 284],
  ['learn-12', 150, 289],
  ['learn-13', 150, 288],
  ['learn-14', 150, 292],
  ['learn-15', 150, 280],
  ['learn-16', 150, 217],
];
const readSet = (name: string) => {
  const file = `fixtures/eval/${name}.jsonl`;
  return parseGold(readFileSync(file, 'utf8'), file);
};
const seedFile = 'seeds/scs-2022.json';
const sentences = new Set(Object.keys(parseSeedRecord(readFileSync(seedFile, 'utf8'), seedFile).record!.locators));

test('every labelled set there is stands in the list', () => {
  // `frames-dev` labels whole passages of dev, and is no labelled set.
  const there = readdirSync('fixtures/eval').filter((name) => name.endsWith('.jsonl') && name !== 'frames-dev.jsonl');
  expect(there.sort()).toEqual(SETS.map(([name]) => `${name}.jsonl`).sort());
});

test.each(SETS)('the set %s is whole', (name, passages, claims) => {
  const gold = readSet(name);
  expect(gold).toHaveLength(passages);
  expect(gold.flatMap((p) => p.claims)).toHaveLength(claims);
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
  const all = SETS.flatMap(([name]) => readSet(name));
  expect(new Set(all.map((p) => p.id)).size).toBe(all.length);
  expect(new Set(all.map((p) => p.text)).size).toBe(all.length);
});

test('models learn from train, groups and learn, never from dev or a round', () => {
  const learning = SETS.map(([name]) => name).filter((name) => !/^(?:dev|round-\d+)$/.test(name));
  expect([...LEARNING].sort()).toEqual(learning.map((name) => `${name}.jsonl`).sort());
});

test('each group has at least 15 claims, and every passage of these sets a group', () => {
  const sets = SETS.flatMap(([name]) => (name.startsWith('groups-') ? readSet(name) : []));
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
