import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckedItem } from '../../../src/batch/check-item.ts';
import type { Checker } from '../../../src/batch/checker.ts';
import { codingSetup } from '../../../src/cli/study-setup.ts';
import type { ResultRecord } from '../../../src/model.ts';
import { readItems } from '../../../src/source/inputs.ts';
import { type Coded, type ContextLine, codeItems } from '../../../src/study/coding/code.ts';
import { lineWriter } from '../../../src/study/coding/line-writer.ts';
import { folder } from '../../cli/scscheck.ts';
import { asLines, type Draft, draft, drafts } from '../../cli/study.ts';

const setup = codingSetup(undefined, 1);
afterAll(async () => (await setup).checker.close());

const linesIn = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

async function code(rows: readonly Draft[], checker?: Checker): Promise<Coded & { seen: CheckedItem[]; at: string }> {
  const input = join(folder({ 'a.jsonl': asLines(rows) }), 'a.jsonl');
  const at = folder();
  const seen: CheckedItem[] = [];
  const coded = await codeItems(readItems([input]), {
    checker: checker ?? (await setup).checker,
    folder: at,
    onItem: (checked) => seen.push(checked),
  });
  return { ...coded, seen, at };
}

const LONG = 'The weather turned cold over the weekend, and the ferry to the islands did not run. '.repeat(12);
const ROWS: Draft[] = [
  ...drafts(8),
  { id: 'copy', text: `${draft(3).text} (Agencies)`, publishedAt: '2013-01-01' },
  { id: 'weather', text: LONG, publishedAt: '2014-01-01' },
];

describe('coding', () => {
  test('writes a record a line, in the order of the inputs, and tells of each', async () => {
    const { records, articles, failed, finder, seen } = await code(ROWS);
    finder.close();
    const written = linesIn<ResultRecord>(records);
    expect(written.map(({ article }) => article.id)).toEqual(ROWS.map(({ id }) => id));
    expect(seen.map(({ record }) => record)).toEqual(written);
    expect([articles, failed]).toEqual([ROWS.length, 0]);
    expect(written.at(-1)).toMatchObject({ skipped: 'off-topic', claims: [] });
    expect(written.slice(0, -1).every(({ frames }) => frames!.length > 0)).toBe(true);
  });

  test('keeps the words of each claim and of the first sign of each frame, in their sentence', async () => {
    const { records, contexts, finder } = await code(ROWS);
    finder.close();
    const written = linesIn<ContextLine>(contexts);
    const wanted = linesIn<ResultRecord>(records).flatMap(({ article, claims, frames = [] }) => [
      ...claims.map(({ start, end }) => ({ articleId: article.id, start, end })),
      ...frames.map(({ spans }) => ({ articleId: article.id, ...spans[0]! })),
    ]);
    expect(written.map(({ articleId, start, end }) => ({ articleId, start, end }))).toEqual(wanted);
    for (const { articleId, start, end, before, quote, after } of written) {
      const { text } = ROWS.find(({ id }) => id === articleId)!;
      expect(quote).toBe(text.slice(start, end));
      expect(text.slice(0, start).endsWith(before)).toBe(true);
      expect(text.slice(end).startsWith(after)).toBe(true);
    }
  });

  test('finds the stories of what is on the topic, named after the earliest', async () => {
    const { finder } = await code(ROWS);
    const stories = [...finder.stories()];
    finder.close();
    expect(stories.map(({ id }) => id)).toEqual(ROWS.slice(0, -1).map(({ id }) => id));
    const story = Object.fromEntries(stories.map((one) => [one.id, one.story]));
    expect([story.d3, story.copy, story.d4]).toEqual(['copy', 'copy', 'd4']);
  });

  test('of inputs that cannot be read counts the failures and goes on', async () => {
    const { records, articles, failed, finder } = await code([{ id: 'torn' } as Draft, ...drafts(2)]);
    finder.close();
    expect([articles, failed]).toEqual([2, 1]);
    expect(linesIn<ResultRecord>(records).map(({ error }) => error?.code ?? null)).toEqual(['malformed', null, null]);
  });

  test('of nothing leaves empty files', async () => {
    const at = folder();
    const { checker } = await setup;
    const none = (async function* () {})();
    const { records, contexts, articles, finder } = await codeItems(none, { checker, folder: at, onItem: () => {} });
    expect([...finder.stories()]).toEqual([]);
    finder.close();
    expect([readFileSync(records, 'utf8'), readFileSync(contexts, 'utf8'), articles]).toEqual(['', '', 0]);
  });

  test('that breaks off leaves what was coded, and no file of shingles', async () => {
    const { checker } = await setup;
    let checked = 0;
    const breaking: Checker = {
      ...checker,
      check: (item) => {
        if (++checked > 5) throw new Error('broken off');
        return checker.check(item);
      },
    };
    const at = folder();
    const input = join(folder({ 'a.jsonl': asLines(ROWS) }), 'a.jsonl');
    const coding = codeItems(readItems([input]), { checker: breaking, folder: at, onItem: () => {} });
    await expect(coding).rejects.toThrow('broken off');
    expect(readdirSync(at).sort()).toEqual(['contexts.jsonl', 'records.jsonl']);
  });
});

describe('a writer of lines', () => {
  test('gathers them and loses none, whatever is in them', () => {
    const path = join(folder(), 'lines.txt');
    const lines = Array.from({ length: 3000 }, (_, i) => `${i} ${'好👍é'.repeat(40)}`);
    const writer = lineWriter(path);
    for (const line of lines) writer.add(line);
    writer.close();
    expect(readFileSync(path, 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
  });

  test('begins anew', () => {
    const path = join(folder({ 'lines.txt': 'of yesterday\n' }), 'lines.txt');
    lineWriter(path).close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  test('fails where there is no folder', () => {
    const path = join(folder(), 'none', 'lines.txt');
    expect(() => lineWriter(path)).toThrow(/ENOENT/);
    expect(existsSync(path)).toBe(false);
  });
});
