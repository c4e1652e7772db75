import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawArticle, SourceItem } from '../../src/source/item.ts';
import { readJsonl } from '../../src/source/jsonl.ts';
import { readLine } from '../../src/source/jsonl-line.ts';
import { offTopicMeta } from '../../src/source/jsonl-skip.ts';
import { ABOUT_ROADS, ABOUT_SCORES } from './texts.ts';

const MB = 1_048_576;

/** Reads `content` cut into chunks of `size` bytes. */
async function read(content: string | Buffer, size = MB, longest = 32 * MB): Promise<(SourceItem | RawArticle)[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(content as string);
    // One buffer for all chunks: what is read must not be looked at again.
    const buffer = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) {
      const length = bytes.copy(buffer, 0, at, Math.min(at + size, bytes.length));
      yield buffer.subarray(0, length);
    }
  }
  const items: (SourceItem | RawArticle)[] = [];
  for await (const batch of readJsonl('a.jsonl', chunks(), { longest, gate: true })) items.push(...batch);
  return items;
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

describe('readJsonl', () => {
  test('gives articles with the meta of their lines', async () => {
    const meta = {
      id: 'n1',
      url: 'https://x.example/1',
      title: 'T',
      outlet: 'O',
      publishedAt: '2019-05-02',
      language: 'en',
      byline: 'B',
      country: 'C',
    };
    const [item] = await read(line({ ...meta, text: ABOUT_SCORES }));
    expect(item).toEqual({
      kind: 'article',
      article: {
        ...meta,
        dateSource: 'given',
        dateConfidence: 0.95,
        text: ABOUT_SCORES,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        blocks: [],
        origin: null,
      },
      warnings: [],
    });
  });

  test('names lines without an id by file and line, counting blank lines', async () => {
    const items = await read(`\n${line({ text: ABOUT_SCORES })}  \r\n${line({ text: ABOUT_ROADS })}`);
    expect(
      items.map((item) => (item.kind === 'article' ? item.article.id : item.kind === 'skipped' && item.meta.id)),
    ).toEqual(['a.jsonl:2', 'a.jsonl:4']);
  });

  test('gives an error for each line that is no article, and reads the others', async () => {
    const items = await read(
      [
        '{"text": "half a line',
        JSON.stringify({ id: 1, text: ABOUT_SCORES }),
        '[1]',
        '{"title": "no text"}',
        JSON.stringify({ title: 7, text: ABOUT_ROADS }),
        JSON.stringify({ id: 2, text: ABOUT_ROADS }),
        `{"id": 3, "text": ${JSON.stringify(ABOUT_ROADS).slice(0, -1)} a \\x broken escape"}`,
      ].join('\n'),
    );
    expect(items.map((item) => item.kind)).toEqual(['error', 'article', 'error', 'error', 'error', 'skipped', 'error']);
    const errors = items.filter((item) => item.kind === 'error');
    expect(errors.map((item) => item.place)).toEqual([1, 3, 4, 5, 7].map((n) => ({ file: 'a.jsonl', line: n })));
    for (const { error } of errors) {
      expect(error.code).toBe('malformed');
      expect(error.message).not.toContain('\n');
      expect(error.hint).toBeTruthy();
    }
    expect(errors[3]!.error.message).toContain('"title"');
  });

  test('gives the same for chunks of any size', async () => {
    const content = [
      { id: 'a', text: ABOUT_ROADS, title: 'é' },
      { id: 'b', text: ABOUT_SCORES },
      { text: `社会信用 🙂 ${ABOUT_SCORES}` },
      { id: 'd', text: 'short' },
    ]
      .map(line)
      .join('');
    const whole = await read(content);
    expect(whole.map((item) => item.kind)).toEqual(['skipped', 'article', 'article', 'article']);
    for (const size of [1, 7, 64, 1000, 1500]) expect(await read(content, size)).toEqual(whole);
    expect(await read(content.trimEnd(), 100)).toEqual(whole);
  });

  test('passes over lines that are too long and goes on', async () => {
    const content = line({ text: ABOUT_SCORES.repeat(50) }) + line({ id: 'next', text: ABOUT_SCORES });
    for (const size of [100, MB]) {
      const items = await read(content, size, 5000);
      const next = items.at(-1)!;
      expect(next.kind === 'article' && next.article.id).toBe('next');
      expect(items[0]).toMatchObject({ kind: 'error', place: { line: 1 }, error: { code: 'too-large' } });
    }
  });

  test('reads UTF-8 with a mark, and UTF-16', async () => {
    const content = line({ id: '社', text: ABOUT_SCORES });
    const expected = await read(content);
    expect(await read(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(content)]), 700)).toEqual(expected);
    expect(await read(Buffer.from(`\ufeff${content}`, 'utf16le'), 701)).toEqual(expected);
  });

  test('says where bytes could not be read', async () => {
    const bytes = Buffer.from(line({ text: `${ABOUT_SCORES} caf~` }));
    bytes[bytes.indexOf('~')] = 0xff;
    const [item] = await read(bytes);
    expect(item?.kind === 'article' && item.warnings).toEqual([expect.stringContaining('UTF-8')]);
  });

  test('refuses what is empty and what is no text', async () => {
    await expect(read('\n\n')).rejects.toMatchObject({ code: 'empty' });
    await expect(read(Buffer.from('\x89PNG\r\n\x1a\n000', 'latin1'))).rejects.toMatchObject({ code: 'binary' });
  });

  test('leaves the main text of lines with HTML to be found', async () => {
    const html = `<h1>Scores</h1><nav>Home</nav><p>${ABOUT_SCORES}</p>`;
    const [item] = await read(line({ id: 'h', html, outlet: 'O' }) + line({ html: `<p>${ABOUT_ROADS}</p>` }));
    expect(item).toMatchObject({
      kind: 'raw',
      format: 'html',
      content: html,
      meta: { id: 'h', outlet: 'O' },
      gate: false,
    });
  });
});

describe('the fast path', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('é', 'a"b', 'a\\b', '\u0001', '社会'),
    fc.constant(null),
    fc.integer(),
    fc.constant([1, { text: 'x' }]),
  );
  const key = fc.constantFrom(
    'id',
    'url',
    'title',
    'outlet',
    'publishedAt',
    'language',
    'byline',
    'country',
    'other',
    'text',
    'html',
    'te\\u0078t',
  );
  const body = fc.constantFrom(ABOUT_ROADS, `${ABOUT_ROADS} "quoted"\n\u2019`, ABOUT_SCORES, 'short', '');
  const member = fc.tuple(key, fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: body }));
  const space = fc.constantFrom('', '', ' ', '\t');
  const json = fc
    .tuple(fc.array(member, { maxLength: 4 }), body, fc.array(member, { maxLength: 3 }), space)
    .map(([before, text, after, gap]) => {
      const members = [...before, ['text', text] as [string, string], ...after];
      return `${gap}{${members.map(([k, v]) => `${gap}"${k}"${gap}:${gap}${JSON.stringify(v)}${gap}`).join(',')}}${gap}`;
    });

  test('takes exactly the view of a full parse of every line it passes', () => {
    let passed = 0;
    fc.assert(
      fc.property(json, (content) => {
        const bytes = Buffer.from(content);
        const meta = offTopicMeta(bytes, 0, bytes.length, 'a.jsonl:1');
        if (meta === null) return;
        passed++;
        expect(readLine(content, { file: 'a.jsonl', line: 1 }, { replaced: false, gate: true })).toEqual({
          kind: 'skipped',
          meta,
        });
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  test('passes no line that is broken anywhere', () => {
    const whole = Buffer.from(
      JSON.stringify({ id: 'a', title: 'Roads', tags: [1, 'x'], text: `${ABOUT_ROADS}\n"q"`, url: null }),
    );
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.constantFrom(0, 9, 34, 92, 44, 58, 123, 125, 91, 93, 120, 117, 48),
        (at, byte) => {
          const bytes = Buffer.from(whole);
          bytes[at] = byte;
          const meta = offTopicMeta(bytes, 0, bytes.length, 'a.jsonl:1');
          if (meta === null) return;
          expect(readLine(bytes.toString(), { file: 'a.jsonl', line: 1 }, { replaced: false, gate: true })).toEqual({
            kind: 'skipped',
            meta,
          });
        },
      ),
      { numRuns: 5000 },
    );
  });
});
