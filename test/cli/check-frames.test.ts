/** `check --frames`: how articles present the system, in records and on a terminal. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FRAMES } from '../../src/model.ts';
import { type ResultRecord, resultRecordSchema } from '../../src/schema.ts';
import { folder, PROGRAM, plainEnv, scscheck } from './scscheck.ts';
import { asLines, drafts } from './study.ts';

const DENIAL = 'China’s social credit system is no score: nobody there is given a number for good behaviour.';
const BANS = 'Under the social credit system in China, debtors end up on a blacklist and are banned from flights.';
const WEATHER = 'The weather turned cold over the weekend, and the ferry to the islands did not run. '.repeat(12);
const GERMAN = `In China gibt es das social credit system. ${'Die Stadt hat am Dienstag über die neue Brücke beraten. '.repeat(20)}`;
const ARTICLES = [
  ...drafts(6),
  { id: 'denial', text: `${DENIAL}\n\n${BANS} “👍 好的,” one of them wrote.` },
  { id: 'weather', text: WEATHER },
  { id: 'german', text: GERMAN },
];
const TEXTS = new Map(ARTICLES.map(({ id, text }) => [id, text]));

const recordsIn = (lines: string): ResultRecord[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const without = ({ frames: _, ...record }: ResultRecord): object => record;
const check = (cwd: string, ...args: string[]) => scscheck(['check', 'a.jsonl', ...args], { cwd });

describe('records with frames', () => {
  test('keep to the schema, and name the very words', async () => {
    const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
    const { status, stdout } = await check(cwd, '--frames', '--format', 'jsonl');
    expect(status).toBe(1);
    const records = recordsIn(stdout);
    expect(records.map(({ article }) => article.id)).toEqual(ARTICLES.map(({ id }) => id));
    const schema = JSON.parse(readFileSync('schema/result.json', 'utf8'));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    for (const record of records) {
      resultRecordSchema.parse(record);
      expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
      const text = TEXTS.get(record.article.id)!;
      const frames = record.frames ?? [];
      const order = frames.map(({ frame }) => FRAMES.indexOf(frame));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      for (const { frame, spans } of frames) {
        expect(spans.length, frame).toBeGreaterThan(0);
        for (const [i, { start, end }] of spans.entries()) {
          expect(start, frame).toBeGreaterThanOrEqual(i === 0 ? 0 : spans[i - 1]!.start);
          expect(text.slice(start, end), frame).toMatch(/^\S(?:[\s\S]*\S)?$/u);
          expect(end, frame).toBeLessThanOrEqual(text.length);
        }
      }
    }
  });

  test('say what an article advances and what it denies', async () => {
    const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
    const { stdout } = await check(cwd, '--frames', '--format', 'json');
    const records = JSON.parse(stdout) as ResultRecord[];
    const framesOf = (id: string): Record<string, string> =>
      Object.fromEntries(
        records.find(({ article }) => article.id === id)!.frames!.map((one) => [one.frame, one.stance]),
      );
    expect(framesOf('denial')).toMatchObject({ score: 'rejected', punishment: 'advanced' });
    for (const { id } of drafts(6)) {
      const isScored = Number(id.slice(1)) % 2 === 0;
      expect(framesOf(id), id).toMatchObject(isScored ? { score: 'advanced' } : { fragmentation: 'advanced' });
    }
    for (const id of ['weather', 'german'])
      expect(records.find(({ article }) => article.id === id)!.frames ?? [], id).toEqual([]);
  });

  test('are the same but for frames without the option', async () => {
    const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
    const framed = recordsIn((await check(cwd, '--frames', '--format', 'jsonl')).stdout);
    const { stdout } = await check(cwd, '--format', 'jsonl');
    expect(stdout).not.toContain('"frames"');
    expect(recordsIn(stdout)).toEqual(framed.map(without));
  });

  test('come as the same bytes from two workers', async () => {
    const cwd = folder({ 'a.jsonl': asLines(drafts(120)) });
    const [one, two] = [
      await check(cwd, '--frames', '--format', 'jsonl'),
      await check(cwd, '--frames', '--format', 'jsonl', '--workers', '2'),
    ];
    expect(two.stdout).toBe(one.stdout);
    expect(one.stdout.match(/"frames":\[\{/g)).toHaveLength(120);
  });
});

test('a terminal has a line with the frames, and what is denied is marked', async () => {
  const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
  const { stdout } = await check(cwd, '--frames', '--format', 'human');
  const blocks = stdout.split(/\n\n+(?=\S)/);
  const denial = blocks.find((block) => block.startsWith('denial\n'))!;
  expect(denial).toMatch(/^frames: .*score[^,]*(?:reject|den)[^,]*/m);
  expect(denial).toMatch(/^frames: .*punishment/m);
  expect(stdout.match(/^frames: /gm)).toHaveLength(7);
  expect((await check(cwd, '--format', 'human')).stdout).not.toMatch(/^frames/m);
});

describe('a run with frames', () => {
  const part = (cwd: string): string => readFileSync(join(cwd, 'out', 'results', 'part-000001.jsonl'), 'utf8');

  test('holds them, and is not taken up without them', async () => {
    const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
    await check(cwd, '--frames', '--run', 'out');
    const { stdout } = await check(cwd, '--frames', '--format', 'jsonl');
    expect(part(cwd)).toBe(stdout);
    const again = await check(cwd, '--frames', '--run', 'out');
    expect(again.stderr).toContain('complete, nothing left to do');
    const plain = await check(cwd, '--run', 'out');
    expect([plain.status, plain.stderr]).toEqual([2, expect.stringContaining('was begun with other options')]);
    expect(part(cwd)).toBe(stdout);
  });

  test('that was killed goes on where it stood', async () => {
    const cwd = folder({ 'a.jsonl': asLines(drafts(900)) });
    const args = [PROGRAM, 'check', 'a.jsonl', '--frames', '--run', 'out'];
    const child = spawn(process.execPath, args, { cwd, env: plainEnv(), stdio: 'ignore' });
    // Records count once the journal tells of them: some are written before it does.
    const journal = join(cwd, 'out', 'journal.jsonl');
    const watch = setInterval(() => {
      if (existsSync(journal) && statSync(journal).size > 0) child.kill('SIGKILL');
    }, 1);
    const signal = await new Promise((done) => child.on('close', (_, by) => done(by)));
    clearInterval(watch);
    expect(signal).toBe('SIGKILL');
    const { status, stderr } = await check(cwd, '--frames', '--run', 'out');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/out: going on after \d+ records/)]);
    expect(part(cwd)).toBe((await check(cwd, '--frames', '--format', 'jsonl')).stdout);
  });

  test('begun without them is not taken up with them', async () => {
    const cwd = folder({ 'a.jsonl': asLines(ARTICLES) });
    await check(cwd, '--run', 'out');
    const framed = await check(cwd, '--frames', '--run', 'out');
    expect([framed.status, framed.stderr]).toEqual([2, expect.stringContaining('was begun with other options')]);
    expect(part(cwd)).not.toContain('"frames"');
  });
});

test('kept results with frames and without them do not mix', async () => {
  const cwd = folder(Object.fromEntries(ARTICLES.map(({ id, text }) => [`${id}.txt`, text])));
  const files = ARTICLES.map(({ id }) => `${id}.txt`);
  const checked = async (...args: string[]): Promise<string> =>
    (await scscheck(['check', ...files, '--format', 'jsonl', ...args], { cwd })).stdout;
  const [plain, framed] = [await checked(), await checked('--frames')];
  expect(framed).not.toBe(plain);
  for (let turn = 0; turn < 2; turn++) {
    expect(await checked('--cache', 'kept')).toBe(plain);
    expect(await checked('--cache', 'kept', '--frames')).toBe(framed);
  }
  // Both are there: what is read the second time was kept.
  expect(readFileSync(join(cwd, 'kept', 'results.jsonl'), 'utf8').match(/"frames":\[\{/g)).toHaveLength(7);
});
