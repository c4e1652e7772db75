import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/eval/evaluate.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { renderReports, type SetReport } from '../../src/eval/render.ts';
import { groupFiles, passageArticle } from '../../src/eval/sets.ts';
import { noisyCheck } from './noisy.ts';

const set = (name: string, seed: number): SetReport => {
  const file = 'fixtures/eval/train-1.jsonl';
  return { name, files: [file], ...evaluate(parseGold(readFileSync(file, 'utf8'), file), noisyCheck(seed)) };
};
const one = set('one', 1);
const two = set('two', 2);

test('one set: every score with its interval, the rules, the confusion, the number of errors', () => {
  const text = renderReports([one]);
  expect(text).toMatch(/^score, % \[95 % interval\] +one: 154 passages, 275 claims\n/);
  expect(text).toMatch(/label macro-F1 +71\.4 \[65\.5, 76\.6\]\n/);
  expect(text).toMatch(/by rule, %\n +claims +detected +right +strict +false alarms\nr1 +/);
  expect(text).toContain(`errors, ${one.errors.length}\n`);
  expect(text).not.toContain(one.errors[0]!.quote);
  expect(text.endsWith('\n')).toBe(true);
});

test('two sets stand side by side, the difference at the end', () => {
  const line = renderReports([one, two])
    .split('\n')
    .find((l) => l.startsWith('label macro-F1'));
  expect(line).toMatch(/71\.4 \[.*\] +75\.1 \[.*\] +-3\.7$/);
});

test('how well confidence agrees, and what asking for more of it leaves', () => {
  const text = renderReports([one]);
  expect(text).toMatch(/^confidence, %: expected calibration error \d+\.\d\n +claims +stated +right\n0\.9 to 1 +270 /m);
  expect(text).toMatch(
    /^what --min-confidence leaves, %\n +claims +precision +recall +contradiction precision +contr/m,
  );
  expect(text).toMatch(/^0\.95 +270 /m);
});

test('a breakdown that the set has nothing for is left out', () => {
  expect(renderReports([one], { by: 'group' })).not.toContain('by group');
});

test('errors on request are all there', () => {
  const text = renderReports([one], { errors: true });
  for (const { passage, quote } of one.errors) expect(text).toContain(`  ${passage}  "${quote}"`);
});

test('another breakdown takes the place of the rules', () => {
  const text = renderReports([one], { by: 'attribution' });
  expect(text).toMatch(/by attribution, %\n.*\nattributed .*\nown voice /);
  expect(text).not.toContain('by rule');
});

test('numbered files are one set, and a passage is checked as an article of its date', () => {
  expect([...groupFiles(['a/dev.jsonl', 'train-1.jsonl', 'b/train-2.jsonl'])]).toEqual([
    ['dev', ['a/dev.jsonl']],
    ['train', ['train-1.jsonl', 'b/train-2.jsonl']],
  ]);
  const article = passageArticle({ id: 'p', date: '2020-01-02', text: 'Hello.', claims: [] });
  expect(article).toMatchObject({ id: 'p', text: 'Hello.', publishedAt: '2020-01-02', blocks: [], origin: null });
  expect(article.sha256).toBe('2d8bd7d9bb5f85ba643f0110d50cb506a1fe439e769a22503193ea6046bb87f7');
});
