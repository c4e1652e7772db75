import { expect, test } from 'vitest';
import { folder, scscheck } from './scscheck.ts';

const PASSAGE = {
  id: 'p1',
  date: null,
  text: 'Under social credit, every citizen of China has a national score.',
  claims: [
    {
      quote: 'every citizen of China has a national score',
      label: 'contradicted',
      evidence: ['pilots.1.8', 'intro.1.1', 'intro.2.2'],
      attributed: false,
      why: 'rule 1',
    },
  ],
};

test('scores a labelled set, in words and as JSON', async () => {
  const cwd = folder({ 'gold.jsonl': `${JSON.stringify(PASSAGE)}\n` });
  const human = await scscheck(['eval', 'gold.jsonl', '--errors', '--by', 'locator'], { cwd });
  expect(human).toMatchObject({ status: 0, stderr: '' });
  expect(human.stdout).toMatch(/contradiction precision +100\.0 /);
  const json = await scscheck(['eval', 'gold.jsonl', '--format', 'json'], { cwd });
  expect(() => JSON.parse(json.stdout)).not.toThrow();
});

test('breaks the scores down by the phenomenon a passage shows', async () => {
  const cwd = folder({ 'gold.jsonl': `${JSON.stringify({ ...PASSAGE, group: 'presupposed' })}\n` });
  const { status, stdout, stderr } = await scscheck(['eval', 'gold.jsonl', '--by', 'group'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^by group, %\n.*\npresupposed +1 +100\.0 /m);
});

test('tells what each part of the program is worth', async () => {
  const cwd = folder({ 'gold.jsonl': `${JSON.stringify(PASSAGE)}\n` });
  const { status, stdout, stderr } = await scscheck(['eval', 'gold.jsonl', '--ablate'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^gold: what each part is worth, %\n/);
  expect(stdout).toMatch(/^together +100\.0 /m);
  expect(stdout).toMatch(/^retrieval alone /m);
});

test('a line that is no labelled passage is named, and nothing is scored', async () => {
  const cwd = folder({ 'gold.jsonl': `${JSON.stringify(PASSAGE)}\n{"id": 1}\n` });
  const { status, stdout, stderr } = await scscheck(['eval', 'gold.jsonl'], { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^scscheck: gold\.jsonl:2: .+\n$/);
});
