import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readItems } from '../../../src/source/inputs.ts';
import { listArticles } from '../../../src/study/sample/list-articles.ts';
import { folder } from '../../cli/scscheck.ts';
import { asLines, draft, drafts } from '../../cli/study.ts';

const COLD = 'The weather turned cold over the weekend, and the ferry to the islands did not run. '.repeat(12);
const GERMAN = `In China gibt es das social credit system. ${'Die Stadt hat am Dienstag über die neue Brücke beraten. '.repeat(20)}`;

async function listed(files: Record<string, string>) {
  const root = folder(files);
  const said: string[] = [];
  const inputs = Object.keys(files).map((name) => join(root, name));
  const found = await listArticles(readItems(inputs), (line) => said.push(line.replaceAll(`${root}/`, '')));
  return { ...found, said };
}

describe('the articles of a corpus', () => {
  test('are those on the topic and in English, in their order, with their texts', async () => {
    const rows = [
      ...drafts(3),
      { id: 'cold', text: COLD },
      { id: 'german', text: GERMAN },
      draft(9, { publishedAt: '2019' }),
    ];
    const { articles, read, failed, said } = await listed({ 'a.jsonl': asLines(rows) });
    expect(articles).toEqual(
      [rows[0]!, rows[1]!, rows[2]!, rows[5]!].map((row) => {
        const { id, text, outlet, publishedAt } = row as ReturnType<typeof draft>;
        return { id, outlet, publishedAt, title: null, text };
      }),
    );
    expect([read, failed, said]).toEqual([6, 0, []]);
  });

  test('are read out of pages, without what stands around them', async () => {
    const page = `<html><head><title>Scores</title></head><body><nav>Home</nav><article><h1>Scores</h1><p>${draft(2).text}</p></article></body></html>`;
    const { articles } = await listed({ 'a.html': page, 'b.txt': draft(4).text });
    expect(articles.map(({ id }) => id.replace(/^.*\//, ''))).toEqual(['a.html', 'b.txt']);
    expect(articles[0]!.text).toContain(draft(2).text);
    expect(articles[0]!.text).not.toContain('<');
    expect(articles[1]).toMatchObject({ text: draft(4).text, outlet: null, publishedAt: null });
  });

  test('are listed without those that cannot be read, which are named', async () => {
    const files = { 'a.jsonl': `{"id": "torn"\n${asLines(drafts(2))}`, 'b.docx': 'no document' };
    const { articles, read, failed, said } = await listed(files);
    expect([articles.length, read, failed]).toEqual([2, 4, 2]);
    expect(said).toEqual([expect.stringMatching(/^a\.jsonl:1: /), expect.stringMatching(/^b\.docx: /)]);
    expect(said.join('')).not.toContain('\n');
  });
});
