import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { readEvents } from '../../src/study/events.ts';

const read = (text: string | Buffer) => readEvents('events.csv', Buffer.from(text as string));

describe('events', () => {
  test('are read in order of date, whatever a spreadsheet does to the file', async () => {
    const expected = [
      { date: '2014-06-14', label: 'Plan' },
      { date: '2018-05-01', label: 'Bans on trains, and in the air' },
    ];
    const csv = 'date,label\r\n2018-05-01,"Bans on trains, and in the air"\r\n2014-06-14,Plan\r\n';
    expect(await read(csv)).toEqual(expected);
    expect(await read(`\ufeff${csv}\r\n,\r\n`)).toEqual(expected);
    expect(await read(Buffer.from(`\ufeff${csv}`, 'utf16le'))).toEqual(expected);
    expect(await read('Label;note;Date\nPlan;x;2014-06-14\nPlan;y;2014-06-14\n')).toEqual(expected.slice(0, 1));
  });

  test('of the corpus that is here are read', async () => {
    const found = await read(readFileSync('fixtures/corpora/framing/events.csv'));
    expect(found.length).toBeGreaterThan(1);
    expect([...found].sort((a, b) => (a.date < b.date ? -1 : 1))).toEqual(found);
  });

  test('have labels on one line, with nothing in them that steers a terminal', async () => {
    expect(await read('date,label\n2019-01-01,"two\nlines \u001b[31m"\n')).toEqual([
      { date: '2019-01-01', label: 'two lines \\u{1b}[31m' },
    ]);
  });

  test.each([
    ['date,label\n2019-01-01,A\n01/05/2019,B\n', 'events.csv:3: column "date": "01/05/2019" is no ISO date'],
    ['date,label\n2019-02-30,A\n', 'events.csv:2: column "date": "2019-02-30" is no ISO date'],
    ['date,label\n2019,A\n', '"2019" is no ISO date'],
    ['date,label\n,A\n', '"" is no ISO date'],
    ['date,label\n2019-01-01,\n', 'events.csv:2: column "label": is empty'],
    ['date,label\n2019-01-01,Rail, and air\n', 'events.csv:2: has 3 cells where the first line has 2'],
    [`date,label\n2019-01-01,${'x'.repeat(121)}\n`, 'longer than 120'],
    ['day,label\n2019-01-01,A\n', 'events.csv:1: has no column "date"'],
    ['date,name\n2019-01-01,A\n', 'events.csv:1: has no column "label"'],
    ['date,label\n', 'events.csv:1: has no events'],
    ['', 'events.csv:1: has no column "date"'],
    [`date,label\n${'2019-01-01,A\n'.repeat(201)}`, 'events.csv:202: has more than 200 events'],
    ['date,label\n2019-01-01,"A\n', 'events.csv:2: has a quote that is not closed'],
  ])('%j is an error that says where', async (text, expected) => {
    const thrown = await read(text).catch((error) => error);
    expect(thrown).toBeInstanceOf(ConfigError);
    expect(thrown.code).toBe('events');
    expect(errorLine(thrown)).toContain(expected);
  });
});
