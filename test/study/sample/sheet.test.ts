import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, errorLine } from '../../../src/errors.ts';
import { FRAMES } from '../../../src/model.ts';
import { codebookText } from '../../../src/study/sample/codebook.ts';
import type { Coding } from '../../../src/study/sample/coding.ts';
import { programCodes } from '../../../src/study/sample/program-codes.ts';
import { readCodes } from '../../../src/study/sample/read-codes.ts';
import { type SheetRow, sampleSheet } from '../../../src/study/sample/sheet.ts';
import { fromSheet, sheetCell } from '../../../src/study/sample/sheet-cells.ts';

const row = (id: string, more: Partial<SheetRow> = {}): SheetRow => ({
  id,
  outlet: 'Quay Courier',
  publishedAt: '2019-05-02',
  title: 'A title, with a comma',
  text: 'One line.\n\nAnother "quoted" line; with more.',
  weight: 2.5,
  ...more,
});
const read = (text: string | Buffer, file = 'coder.csv'): Promise<Coding> =>
  readCodes(file, Buffer.from(text as string));
const fault = async (text: string | Buffer): Promise<string> => {
  const thrown = await read(text).catch((error) => error);
  expect(thrown).toBeInstanceOf(ConfigError);
  expect(thrown).toMatchObject({ code: 'sheet', exitStatus: 2, place: { file: 'coder.csv' } });
  return errorLine(thrown as ConfigError);
};

/** Puts codes into the sheet by id, as a coder would. */
function filled(sheet: string, codes: Record<string, Record<string, string>>): string {
  const [head, ...lines] = sheet.split('\r\n').filter((line) => line !== '');
  const columns = head!.split(',');
  return [
    head,
    ...lines.map((line) => {
      const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      for (const [frame, code] of Object.entries(codes[cells[0]!] ?? {})) cells[columns.indexOf(frame)] = code;
      return cells.join(',');
    }),
    '',
  ].join('\r\n');
}

describe('the sheet', () => {
  test('has a row an article and an empty column a frame, and says nothing of the program', () => {
    const sheet = sampleSheet([row('a'), row('b', { outlet: null, publishedAt: null, title: null })]);
    const [head] = sheet.slice(1).split('\r\n');
    expect(sheet.startsWith('\ufeff')).toBe(true);
    expect(head).toBe(`id,outlet,date,title,text,weight,${FRAMES.join(',')}`);
    expect(sheet).toContain(
      `b,,,,"One line.\n\nAnother ""quoted"" line; with more.",2.5${','.repeat(FRAMES.length)}\r\n`,
    );
  });

  test('has no cell that begins a formula, and ids come back as they were', async () => {
    const ids = ['=1+1', "'=1+1", "''=x", '@a', '-7', '+7', "'tis", 'a,"b"', '社会', '007', '1e5', 'x\ny'];
    const sheet = sampleSheet(ids.map((id) => row(id, { title: '=HYPERLINK("http://a.example")', text: '@SUM(A1)' })));
    expect(sheet).not.toMatch(/(?:^|,|\n)"?[=+@-]/m);
    expect([...(await read(sheet)).units.keys()]).toEqual(ids);
  });

  test('cells of any text come back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '"', ',', 'a') })), (text) => {
        const written = sheetCell(text);
        const cell = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(fromSheet(cell)).toBe(text.trim());
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test('cuts texts that a spreadsheet would spill, between characters', () => {
    const sheet = sampleSheet([row('a', { text: '🙂'.repeat(20_000), weight: 1 })]);
    const cell = sheet.split(',').find((one) => one.includes('🙂'))!;
    expect(cell.length).toBeLessThanOrEqual(32_000);
    expect(cell).toMatch(/🙂 \[…\]$/u);
  });

  test('goes with a codebook that names each frame and each code', () => {
    const text = codebookText({ file: 'sample.csv', articles: 300, seed: 1 });
    for (const frame of FRAMES) expect(text).toMatch(new RegExp(`^  ${frame} `, 'm'));
    expect(text).toContain('300 articles');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(125);
  });
});

describe('codes', () => {
  const sheet = sampleSheet([row('a'), row('b'), row('c', { weight: 1 })]);
  const codes = {
    a: { score: 'a', finance: 'R' },
    b: { score: '1', trust: ' rejected ', spread: '0' },
    c: { score: 'Advanced' },
  };
  const expected = [
    ['a', { score: 'advanced', finance: 'rejected', trust: 'absent' }],
    ['b', { score: 'advanced', trust: 'rejected', spread: 'absent' }],
    ['c', { score: 'advanced', finance: 'absent' }],
  ] as const;
  const check = (coding: Coding, coder = 'coder'): void => {
    expect(coding.coder).toBe(coder);
    expect(coding.frames).toEqual(FRAMES);
    expect(coding.units.size).toBe(3);
    for (const [id, of] of expected) expect(coding.units.get(id)).toMatchObject(of);
    expect([...coding.weights].sort()).toEqual([
      ['a', 2.5],
      ['b', 2.5],
      ['c', 1],
    ]);
  };

  test('of an empty sheet are all absent', async () => {
    const coding = await read(sheet);
    expect(coding.units.get('a')).toEqual(Object.fromEntries(FRAMES.map((frame) => [frame, 'absent'])));
  });

  test('are read as written', async () => {
    check(await readCodes('/somewhere/ann.csv', Buffer.from(filled(sheet, codes))), 'ann');
  });

  test('survive what spreadsheets do: order, delimiters, encodings, line ends, columns, case', async () => {
    const full = filled(sheet, codes);
    const lines = full.slice(1).split('\r\n');
    const semicolons = full.replaceAll(',', ';').replace('2.5', '2,5');
    check(await read([lines[0], lines[3], lines[1], lines[2]].join('\n')));
    check(await read(full.slice(1)));
    check(await read(semicolons));
    check(await read(`sep=;\r\n${semicolons.slice(1)}`));
    check(await read(full.replaceAll(',', '\t')));
    check(await read(Buffer.from(full, 'utf16le')));
    check(await read(full.replaceAll('\r\n', '\n')));
    check(await read(full.replace('score', ' Score ').replace('id,', 'ID,')));
    check(
      await read(
        lines
          .map((line, i) => (line === '' ? line : `${i === 0 ? 'note' : 'ask, please'.replace(',', '')},${line}`))
          .join('\n'),
      ),
    );
    check(await read(`${full}\r\n${','.repeat(19)}\r\n\r\n`));
    // Empty cells at the end of a row may be gone.
    check(await read(full.replace(/,+(?=\r\n)/g, '')));
  });

  test('of some frames alone are codes of those alone', async () => {
    const coding = await read('id,score,trust\nx,a,\n');
    expect(coding.frames).toEqual(['score', 'trust']);
    expect(coding.units.get('x')).toEqual({ score: 'advanced', trust: 'absent' });
    expect(coding.weights.size).toBe(0);
  });

  test.each([
    [
      'another value',
      'id,note,score\nx,n,a\n\n"y","two\nlines",yes\n',
      'coder.csv:4: column 3, "score": "yes" is no code (a for advanced, r for rejected, nothing or 0 for neither)',
    ],
    ['a number', 'id,score\nx,2\n', 'coder.csv:2: column 2, "score": "2" is no code'],
    ['a word of JavaScript', 'id,score\nx,constructor\n', '"constructor" is no code'],
    ['an id twice', 'id,score\nx,a\ny,r\nx,\n', 'coder.csv:4: has a second row with the id "x"'],
    ['no id', 'id,score\n,a\n', 'coder.csv:2: has a row without an id'],
    ['cells that moved', 'id,score\nx,a,r\n', 'coder.csv:2: has 3 cells where the first line has 2'],
    ['no column of ids', 'name,score\nx,a\n', 'coder.csv:1: has no column "id"'],
    ['no frames', 'id,colour\nx,a\n', 'coder.csv:1: has no column with the name of a frame'],
    ['a frame twice', 'id,score,Score\nx,a,a\n', 'coder.csv:1: has two columns "score"'],
    ['no rows', 'id,score\n\n', 'coder.csv:1: has no rows'],
    ['nothing', '', 'coder.csv:1: is empty'],
    ['an open quote', 'id,score\nx,a\n"y,r\nz,a\n', 'coder.csv:3: has a quote that is not closed'],
    ['a broken weight', 'id,weight,score\nx,2.5,a\ny,many,a\n', 'coder.csv:3: column 2, "weight": "many" is no weight'],
    ['a weight of nothing', 'id,weight,score\nx,0,a\n', '"0" is no weight'],
  ])('%s is an error that says where', async (_, text, expected) => {
    expect(await fault(text)).toContain(expected);
  });

  test('a workbook is no CSV, and a hostile cell is not printed whole', async () => {
    expect(await fault(Buffer.from('PK\x03\x04 workbook', 'latin1'))).toContain('save it as CSV');
    const line = await fault(`id,score\nx,${'\u001b[31m'.repeat(1000)}\n`);
    expect(line.length).toBeLessThan(200);
    expect(line).not.toContain('\u001b');
  });
});

describe('the program as a coder', () => {
  test('has the codes of its records, of the articles of the sample', () => {
    const of = (id: string, more: object = {}) => ({ article: { id }, skipped: null, error: null, ...more });
    const records = [
      of('a', { frames: [{ frame: 'score' as const, stance: 'rejected' as const }] }),
      of('other', { frames: [] }),
      of('off', { skipped: 'off-topic' as const }),
      of('german', { skipped: 'language' as const }),
      of('broken', { error: { code: 'x', message: 'y' } }),
      of('unframed'),
      of('a', { frames: [] }),
    ];
    const coding = programCodes(records, new Set(['a', 'off', 'german', 'broken', 'unframed']));
    expect([...coding.units.keys()]).toEqual(['a', 'off']);
    expect(coding.units.get('a')).toMatchObject({ score: 'rejected', trust: 'absent' });
    expect(coding.units.get('off')).toMatchObject({ score: 'absent' });
  });
});
