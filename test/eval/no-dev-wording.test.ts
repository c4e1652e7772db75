import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseGold } from '../../src/eval/gold.ts';
import { findRuns, runs } from './wording.ts';

const file = 'fixtures/eval/dev.jsonl';
const dev = parseGold(readFileSync(file, 'utf8'), file);
const forbidden = runs(dev.map((passage) => passage.text));

const folder = mkdtempSync(join(tmpdir(), 'scscheck-wording-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('no seven words in a row of the dev set stand in what the program is made of', () => {
  const made = ['claims', 'src', 'seeds', 'schema', 'bench'];
  expect(findRuns(made, forbidden)).toEqual([]);
});

test('nor in the example bank', () => {
  expect(readdirSync('claims/bank').length).toBeGreaterThanOrEqual(9);
  expect(findRuns(['claims/bank'], forbidden)).toEqual([]);
});

test('nor in the passages written to learn from', () => {
  const learning = readdirSync('fixtures/eval').filter((name) => /^(?:groups|learn|tune)-\d+\.jsonl$/.test(name));
  expect(learning.length).toBeGreaterThanOrEqual(20);
  // Their texts are read apart from the lines, where a quotation mark is written with a backslash.
  const hits = learning.sort().flatMap((name) => {
    const path = `fixtures/eval/${name}`;
    const own = runs(parseGold(readFileSync(path, 'utf8'), path).map((passage) => passage.text));
    return [...own].filter((run) => forbidden.has(run)).map((run) => ({ file: path, run }));
  });
  expect(hits).toEqual([]);
});

test('a run is found whatever its case, apostrophes, punctuation and depth', () => {
  const some = runs(['It isn’t Wednesday, and 9 cats are asleep.']);
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'data.yml'), "- IT ISN'T\n  wednesday: and -9- cats, (are) awake");
  expect(findRuns([folder, join(folder, 'missing')], some)).toEqual([
    { file: join(folder, 'deep', 'data.yml'), run: "it isn't wednesday and 9 cats are" },
  ]);
});

test('six words are no run, and a passage of the dev set is one', () => {
  const passage = dev.find((p) => p.text.split(' ').length > 20)!;
  const six = passage.text.split(' ').slice(0, 6).join(' ');
  expect(runs([six]).size).toBe(0);
  writeFileSync(join(folder, 'whole.txt'), passage.text);
  expect(findRuns([join(folder, 'whole.txt')], forbidden).length).toBeGreaterThan(10);
});
