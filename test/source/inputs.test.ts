import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { errorLine } from '../../src/errors.ts';
import { type ReadOptions, readInputs, type SourceItem } from '../../src/source/inputs.ts';
import { sandbox } from './sandbox.ts';
import { ABOUT_ROADS, ABOUT_SCORES } from './texts.ts';

const { root, write } = sandbox();

async function read(inputs: string[], options: ReadOptions = {}): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of readInputs(inputs, options)) items.push(item);
  return items;
}
const idOf = (item: SourceItem): string =>
  item.kind === 'article' ? item.article.id : item.kind === 'skipped' ? item.meta.id : item.id;
const kindsOf = (items: SourceItem[]): string[] =>
  items.map((item) => `${item.kind} ${idOf(item).slice(root.length + 1)}`);
const codeOf = (item: SourceItem | undefined): string | undefined =>
  item?.kind === 'error' ? item.error.code : undefined;

describe('files', () => {
  test('are articles with the path as given for id and the hash of their bytes', async () => {
    const path = write('a.txt', `\ufeff${ABOUT_SCORES}\r\n`);
    const [item] = await read([path]);
    expect(item).toEqual({
      kind: 'article',
      own: 'text',
      warnings: [],
      article: {
        id: path,
        url: null,
        title: null,
        outlet: null,
        publishedAt: null,
        dateSource: null,
        dateConfidence: null,
        language: null,
        byline: null,
        country: null,
        text: `${ABOUT_SCORES}\r\n`,
        blocks: [],
        origin: null,
        sha256: execFileSync('sha256sum', [path], { encoding: 'utf8' }).split(' ')[0],
      },
    });
  });

  test('are read by extension, or by how they begin', async () => {
    const html = `<!doctype html><h1>Scores</h1><p>${ABOUT_SCORES}</p>`;
    const items = await read([
      write('b.md', `# Scores\n\n${ABOUT_SCORES}`),
      write('b.HTML', html),
      write('b.text-without-known-extension', html),
      write('b.txt', html),
    ]);
    const texts = items.map((item) => (item.kind === 'article' ? item.article.text.slice(0, 14) : codeOf(item)));
    expect(texts).toEqual(['Scores\n\nThe mi', 'Scores\n\nThe mi', 'Scores\n\nThe mi', '<!doctype html']);
    const forced = await read([write('c.html', html)], { inputFormat: 'text' });
    expect(forced[0]?.kind === 'article' && forced[0].article.text).toBe(html);
  });

  test('off the topic are skipped, with their meta', async () => {
    const html = `<title>Roads</title><p>${ABOUT_ROADS}</p>`;
    const paths = [
      write('off.txt', ABOUT_ROADS),
      write('off.md', `---\ntitle: Roads\n---\n${ABOUT_ROADS}`),
      write('off.html', html),
    ];
    const items = await read(paths);
    expect(items.map((item) => item.kind === 'skipped' && [item.meta.id, item.meta.title])).toEqual([
      [paths[0], null],
      [paths[1], 'Roads'],
      [paths[2], 'Roads'],
    ]);
    expect(items[0]?.kind === 'skipped' && item0Hash(items[0])).toMatch(/^[0-9a-f]{64}$/);
    expect((await read(paths, { gate: false })).map((item) => item.kind)).toEqual(['article', 'article', 'article']);
  });

  test('are judged by their text, not by marks and link targets', async () => {
    const path = write('marked.md', `Soon [social](https://x.example) **credit** comes. ${ABOUT_ROADS}`);
    expect((await read([path]))[0]?.kind).toBe('article');
    const target = write('target.md', `[x](https://x.example/social-credit/a) ${ABOUT_ROADS}`);
    expect((await read([target]))[0]?.kind).toBe('article');
  });

  test('short passages are handed on whatever they are about', async () => {
    expect((await read([write('short.txt', 'The city got its point.')]))[0]?.kind).toBe('article');
  });

  test('in other encodings are read, with a note', async () => {
    const text = `${ABOUT_SCORES} Voilà – “fin”.`;
    const items = await read([
      write('u16.txt', Buffer.from(`\ufeff${text}`, 'utf16le')),
      write('w1252.txt', iconv.encode(text, 'windows-1252')),
      write('damaged.txt', Buffer.concat([Buffer.from(`${text} 社会 `), Buffer.from([0xff, 0xfe])])),
    ]);
    expect(items.map((item) => item.kind === 'article' && item.warnings)).toEqual([
      ['not UTF-8: read as utf-16le'],
      ['not UTF-8: read as windows-1252'],
      ['not valid UTF-8: 2 characters that cannot be read were replaced'],
    ]);
    expect(items[1]?.kind === 'article' && items[1].article.text).toBe(text);
  });
});

const item0Hash = (item: SourceItem): string | null => (item.kind === 'skipped' ? item.meta.sha256 : null);

describe('what cannot be read', () => {
  test('is one error of one line, and the rest goes on', async () => {
    symlinkSync('loop.txt', join(root, 'loop.txt'));
    mkdirSync(join(root, 'nothing', 'node_modules'), { recursive: true });
    write('nothing/image.png', '');
    write('nothing/.hidden.txt', ABOUT_SCORES);
    write('nothing/node_modules/a.txt', ABOUT_SCORES);
    const big = join(root, 'big.txt');
    const handle = openSync(big, 'w');
    ftruncateSync(handle, 200 * 1_048_576);
    closeSync(handle);
    const good = write('good.txt', ABOUT_SCORES);
    const cases: [string, string][] = [
      [join(root, 'missing.txt'), 'not-found'],
      [join(root, 'loop.txt'), 'unreadable'],
      [join(good, 'inside-a-file.txt'), 'unreadable'],
      [join(root, 'nothing'), 'nothing-to-check'],
      [write('image.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'binary'],
      [write('zeros.txt', Buffer.alloc(1000)), 'binary'],
      [write('empty.txt', ''), 'empty'],
      [write('blank.md', ' \n\n'), 'empty'],
      [write('empty.html', '<html><body></body></html>'), 'empty'],
      [write('empty.jsonl', '\n'), 'empty'],
      [write('image.jsonl', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'binary'],
      [big, 'too-large'],
      [write('a.docx', 'PK'), 'malformed'],
      [write('a.pdf', '%PDF-1.7'), 'malformed'],
      [write('a.csv', 'one,two\n1,2\n'), 'columns'],
      [write('a.xml', '<note>none</note>'), 'not-a-list'],
      [write('a.json', '{"a":1}'), 'not-a-list'],
      [write('a.epub', 'PK'), 'not-read'],
      ['ftp://x.example/a', 'bad-url'],
      ['http://', 'bad-url'],
    ];
    const items = await read(cases.flatMap(([input]) => [input, good]));
    expect(items).toHaveLength(2 * cases.length);
    cases.forEach(([input, code], i) => {
      const item = items[2 * i];
      expect([input, codeOf(item)]).toEqual([input, code]);
      if (item?.kind !== 'error') throw new Error('not reached');
      expect(item).toMatchObject({ id: input, place: { file: input }, error: { exitStatus: 3 } });
      expect(item.error.place).toEqual({ file: input });
      expect(errorLine(item.error)).toMatch(/^[^\n]{10,300}$/);
      expect(items[2 * i + 1]).toMatchObject({ kind: 'article', article: { id: good } });
    });
  });

  test('is bounded by maxBytes', async () => {
    const path = write('bound.txt', ABOUT_SCORES);
    expect(codeOf((await read([path], { maxBytes: 500 }))[0])).toBe('too-large');
    const stdin = Readable.from([Buffer.from(ABOUT_SCORES)]);
    expect(codeOf((await read(['-'], { maxBytes: 500, stdin }))[0])).toBe('too-large');
    expect(codeOf((await read(['/dev/zero'], { maxBytes: 5_000_000 }))[0])).toBe('too-large');
  });
});

describe('folders', () => {
  test('are walked in the order of names, known extensions alone', async () => {
    for (const name of [
      'b.txt',
      'a/z.md',
      'a/A.txt',
      'a/.git/x.txt',
      'a/node_modules/x.txt',
      'c.jsonl',
      'c.xlsx',
      'c.xml',
      'B.htm',
      'd.markdown',
    ]) {
      write(`tree/${name}`, name.endsWith('jsonl') ? `{"id": "line", "text": "x"}\nbroken\n` : 'x');
    }
    symlinkSync('..', join(root, 'tree', 'up'));
    symlinkSync('../b.txt', join(root, 'tree', 'a', 'link.txt'));
    symlinkSync('nowhere', join(root, 'tree', 'a', 'broken.txt'));
    const items = await read([`${join(root, 'tree')}/`]);
    expect(kindsOf(items)).toEqual([
      'article tree/B.htm',
      'article tree/a/A.txt',
      'error tree/a/broken.txt',
      'article tree/a/link.txt',
      'article tree/a/z.md',
      'article tree/b.txt',
      'article ',
      'error tree/c.jsonl:2',
      'article tree/d.markdown',
    ]);
  });

  test('give the same with any number of readers', async () => {
    for (let i = 0; i < 40; i++) write(`many/${i}.txt`, i % 3 ? `${i} ${ABOUT_SCORES}` : `${i} ${ABOUT_ROADS}`);
    const one = await read([join(root, 'many')], { concurrency: 1 });
    expect(one).toHaveLength(40);
    for (const concurrency of [2, 7, 64]) expect(await read([join(root, 'many')], { concurrency })).toEqual(one);
  });
});

describe('standard input', () => {
  const stdin = (content: string) => Readable.from([Buffer.from(content.slice(0, 9)), Buffer.from(content.slice(9))]);

  test('is text, a page or what the format says', async () => {
    const [text] = await read(['-'], { stdin: stdin(ABOUT_SCORES) });
    expect(text).toMatchObject({ kind: 'article', article: { id: '-', text: ABOUT_SCORES } });
    const [page] = await read(['-'], { stdin: stdin(`<!DOCTYPE html><p>${ABOUT_SCORES}`) });
    expect(page?.kind === 'article' && page.article.text.startsWith('The ministry')).toBe(true);
    const lines = await read(['-'], { stdin: stdin(`{"text": "x"}\n{"text": 1}\n`), inputFormat: 'jsonl' });
    expect(lines.map(idOf)).toEqual(['-:1', '-:2']);
  });

  test('that ends at once is empty', async () => {
    expect(codeOf((await read(['-'], { stdin: Readable.from([]) }))[0])).toBe('empty');
  });
});

describe('stopping', () => {
  const lines = `${JSON.stringify({ text: ABOUT_SCORES })}\n`.repeat(5000);

  test('ends the sequence without an error', async () => {
    const inputs = [write('stop.jsonl', lines), write('after.txt', ABOUT_SCORES)];
    const stop = new AbortController();
    const items: SourceItem[] = [];
    for await (const item of readInputs(inputs, { signal: stop.signal })) {
      items.push(item);
      if (items.length === 3) stop.abort();
    }
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(items.map(idOf)).not.toContain(inputs[1]);
  });

  test('before the beginning gives nothing', async () => {
    const path = write('never.txt', ABOUT_SCORES);
    expect(await read([path, path], { signal: AbortSignal.abort() })).toEqual([]);
  });

  test('may be done by leaving the loop', async () => {
    const inputs = [write('leave.jsonl', lines), join(root, 'missing-too.txt')];
    for await (const item of readInputs(inputs)) {
      expect(item.kind).toBe('article');
      break;
    }
  });
});
