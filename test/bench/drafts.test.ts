/** The folders of drafts that linters are measured on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draft } from '../../bench/linters-draft.ts';
import { writeFolders } from '../../bench/linters-folders.ts';
import { seeded } from '../../bench/random.ts';
import { folder, scscheck } from '../cli/scscheck.ts';

const words = (text: string): number => text.trim().split(/\s+/).length;
const contents = (path: string): string[] =>
  readdirSync(path)
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));

test('the same seed writes the same draft, another seed another one', () => {
  expect(draft(seeded(3), 900, true)).toBe(draft(seeded(3), 900, true));
  expect(draft(seeded(3), 900, false)).not.toBe(draft(seeded(4), 900, false));
});

test('the folders have 200 drafts and 330,000 words, one in twenty or all of them on topic', () => {
  const { newsroom, onTopic, files } = writeFolders(folder());
  expect(files).toBe(200);
  for (const [path, about] of [
    [newsroom, 10],
    [onTopic, 200],
  ] as const) {
    const drafts = contents(path);
    expect(drafts).toHaveLength(files);
    expect(Math.abs(drafts.reduce((sum, text) => sum + words(text), 0) - 330_000)).toBeLessThan(2000);
    expect(drafts.filter((text) => text.includes('China’s social credit system is'))).toHaveLength(about);
    const whole = drafts.join('');
    expect(whole).not.toMatch(/[{}]/);
    for (const mark of [
      /^---\ntitle: /m,
      /^# /m,
      /^## /m,
      /^- /m,
      /^1\. /m,
      /^> /m,
      /^\| --- \|/m,
      /\]\(https:/,
      /\[\^1\]: /,
    ]) {
      expect(whole).toMatch(mark);
    }
  }
});

test('a feature has some twenty claims, as many as a feature on the subject would', async () => {
  const drafts = Array.from({ length: 10 }, (_, seed) => [`${seed}.md`, draft(seeded(seed), 1650, true)]);
  const { stdout } = await scscheck(['check', folder(Object.fromEntries(drafts)), '--format', 'jsonl']);
  const counts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).claims.length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(15);
  expect(mean).toBeLessThan(33);
});
