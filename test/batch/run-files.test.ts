import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal, readJournal } from '../../src/batch/journal.ts';
import { lockRun } from '../../src/batch/lock.ts';
import { countRecords, openParts, PART_RECORDS, recordLines, replaceRecords } from '../../src/batch/parts.ts';
import { sandbox } from '../source/sandbox.ts';

const { root } = sandbox();
const tally = {
  articles: 1,
  withoutClaims: 0,
  failed: 0,
  copies: 0,
  labels: { supported: 0, contradicted: 1, unverified: 0 },
};
const mark = (records: number) => ({ kind: 'mark' as const, records, path: [records - 1], tally });
const lines = async (folder: string): Promise<string[]> => {
  const all: string[] = [];
  for await (const line of recordLines(folder)) all.push(line);
  return all;
};

describe('the journal', () => {
  test('gives back what was added', () => {
    const path = join(root, 'journal');
    const journal = openJournal(path, 0);
    journal.add([mark(1)]);
    journal.add([{ kind: 'failed', record: 1, path: [2, 3] }, mark(2)]);
    journal.close();
    expect(readJournal(path).entries).toEqual([mark(1), { kind: 'failed', record: 1, path: [2, 3] }, mark(2)]);
  });

  test('a torn last line is not counted, and is gone once more is added', () => {
    const path = join(root, 'torn');
    const first = openJournal(path, 0);
    first.add([mark(1), mark(2)]);
    first.close();
    const whole = readFileSync(path).length;
    truncateSync(path, whole - 5);
    const { entries, bytes } = readJournal(path);
    expect(entries).toEqual([mark(1)]);
    const again = openJournal(path, bytes);
    again.add([mark(3)]);
    again.close();
    expect(readJournal(path).entries).toEqual([mark(1), mark(3)]);
  });

  test('nor are lines of zeros, as a lost power leaves them', () => {
    const path = join(root, 'zeros');
    const journal = openJournal(path, 0);
    journal.add([mark(1)]);
    journal.close();
    appendFileSync(path, `${'\0'.repeat(100)}\n`);
    expect(readJournal(path).entries).toEqual([mark(1)]);
  });
});

describe('parts', () => {
  test('hold equal numbers of records, whatever batches they came in', async () => {
    const folder = join(root, 'parts');
    const parts = openParts(folder, 0);
    const all = Array.from({ length: 2 * PART_RECORDS + 5 }, (_, k) => `{"n":${k}}`);
    for (let k = 0; k < all.length; k += 7777) parts.add(all.slice(k, k + 7777));
    parts.close();
    expect(readdirSync(folder).sort()).toEqual(['part-000001.jsonl', 'part-000002.jsonl', 'part-000003.jsonl']);
    expect(countRecords(folder)).toBe(all.length);
    expect(await lines(folder)).toEqual(all);
  });

  test('are cut to the records that count when opened again', async () => {
    const folder = join(root, 'cut');
    const all = Array.from({ length: PART_RECORDS + 9 }, (_, k) => `{"n":${k}}`);
    for (const keep of [PART_RECORDS + 3, PART_RECORDS, 12, 0]) {
      const parts = openParts(folder, 0);
      parts.add(all);
      parts.close();
      writeFileSync(
        join(folder, 'part-000002.jsonl'),
        `${readFileSync(join(folder, 'part-000002.jsonl'), 'utf8')}{"torn`,
      );
      expect(countRecords(folder)).toBe(all.length);
      const again = openParts(folder, keep);
      again.add(['{"next":true}']);
      again.close();
      expect(await lines(folder)).toEqual([...all.slice(0, keep), '{"next":true}']);
    }
  });

  test('records are replaced where they stand', async () => {
    const folder = join(root, 'replace');
    const all = Array.from({ length: PART_RECORDS + 2 }, (_, k) => `{"n":${k}}`);
    const parts = openParts(folder, 0);
    parts.add(all);
    parts.close();
    await replaceRecords(
      folder,
      new Map([
        [3, '{"n":"three"}'],
        [PART_RECORDS + 1, '{"n":"last"}'],
      ]),
    );
    const made = await lines(folder);
    expect(made.length).toBe(all.length);
    expect([made[2], made[3], made.at(-2), made.at(-1)]).toEqual([all[2], '{"n":"three"}', all.at(-2), '{"n":"last"}']);
  });
});

describe('the lock', () => {
  const folderOf = (name: string): string => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  };

  test('keeps a second one out until it is let go', () => {
    const folder = folderOf('lock');
    const release = lockRun(folder);
    // This process's own number would pass for one left behind, so the lock is made another's that lives.
    writeFileSync(
      join(folder, 'lock'),
      JSON.stringify({ ...JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')), pid: process.ppid, started: null }),
    );
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'in-use' }));
    release();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    lockRun(folder)();
  });

  test('of a dead process, or a torn one, is taken over', () => {
    const folder = folderOf('dead');
    const host = JSON.parse(
      ((): string => {
        const release = lockRun(folder);
        const content = readFileSync(join(folder, 'lock'), 'utf8');
        release();
        return content;
      })(),
    ).host as string;
    for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, host }), '{"pid":', '']) {
      writeFileSync(join(folder, 'lock'), left);
      lockRun(folder)();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test('of another machine is left alone', () => {
    const folder = folderOf('elsewhere');
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: 'another-machine' }));
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'in-use' }));
  });
});
