/** Durable runs of the built program: stopped in every way, resumed, in the way of each other, out of space. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folder, PROGRAM, plainEnv, scscheck } from './scscheck.ts';

const CLAIM = 'Every Chinese citizen has a social credit score.';
const ROADS = 'The council met on Tuesday about the state of the roads.';

/** Lines of JSONL: one in three with a claim, one in fifty broken. */
function corpus(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    if (i % 50 === 7) return '{"id": broken';
    return JSON.stringify({ id: `n${i}`, text: i % 3 === 0 ? `${CLAIM} The weather is on page ${i}.` : ROADS });
  });
  return `${lines.join('\n')}\n`;
}

/** All that a run leaves but its journal, which tells of the stops. */
function left(run: string): Record<string, string> {
  const files = [
    'manifest.json',
    'summary.json',
    ...readdirSync(join(run, 'results')).map((name) => `results/${name}`),
  ];
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(run, name), 'utf8')]));
}

const size = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** Starts a run and ends it by `signal` as soon as its results have more than `bytes` bytes; gives its status. */
function stopped(args: string[], run: string, bytes: number, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, 'check', ...args, '--run', run], {
    env: plainEnv(),
    stdio: 'ignore',
  });
  const watch = setInterval(() => {
    if (size(join(run, 'results', 'part-000001.jsonl')) <= bytes) return;
    clearInterval(watch);
    child.kill(signal);
  }, 1);
  return new Promise((done) => {
    child.on('close', (status) => {
      clearInterval(watch);
      done(status);
    });
  });
}

describe('a run', () => {
  test('keeps what was asked, the results in order and a summary', async () => {
    const root = folder({ 'a.jsonl': corpus(60) });
    const run = join(root, 'out');
    const { status, stdout, stderr } = await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('58 articles, 2 not readable; 0 supported, 0 unverified, 19 contradicted');
    const records = left(run)['results/part-000001.jsonl']!.trim().split('\n');
    expect(records.map((line) => JSON.parse(line).article.id.replace(/^.*\//, ''))).toEqual(
      Array.from({ length: 60 }, (_, i) => (i % 50 === 7 ? `a.jsonl:${i + 1}` : `n${i}`)),
    );
    expect(JSON.parse(left(run)['summary.json']!)).toMatchObject({
      records: 60,
      articles: 58,
      withoutClaims: 39,
      claims: { contradicted: 19 },
      failures: { malformed: 2 },
    });
    expect(existsSync(join(run, 'lock'))).toBe(false);
  });

  test('holds the records that the same command prints', async () => {
    const root = folder({ 'a.jsonl': corpus(30), 'b.txt': CLAIM });
    const inputs = [join(root, 'a.jsonl'), join(root, 'b.txt')];
    const printed = await scscheck(['check', ...inputs, '--format', 'jsonl']);
    const both = await scscheck(['check', ...inputs, '--run', join(root, 'out'), '--format', 'jsonl']);
    expect(left(join(root, 'out'))['results/part-000001.jsonl']).toBe(printed.stdout);
    expect(both.stdout).toBe(printed.stdout);
    expect(both.status).toBe(printed.status);
  });

  test('gives the same bytes with any number of workers', async () => {
    const root = folder({ 'c.html': `<article><h1>Scores</h1><p>${CLAIM}</p></article>` });
    for (const name of ['a', 'b']) writeFileSync(join(root, `${name}.jsonl`), corpus(300));
    for (const workers of ['1', '2', '3']) {
      await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, `one-${workers}`), '--workers', workers]);
      const inputs = ['a.jsonl', 'c.html', 'b.jsonl'].map((name) => join(root, name));
      await scscheck(['check', ...inputs, '--run', join(root, `all-${workers}`), '--workers', workers]);
    }
    for (const workers of ['2', '3']) {
      expect(left(join(root, `one-${workers}`))).toEqual(left(join(root, 'one-1')));
      expect(left(join(root, `all-${workers}`))).toEqual(left(join(root, 'all-1')));
    }
  });

  test('that is complete is not done again', async () => {
    const root = folder({ 'a.jsonl': corpus(20) });
    const args = ['check', join(root, 'a.jsonl'), '--run', join(root, 'out')];
    const first = await scscheck(args);
    const before = left(join(root, 'out'));
    const again = await scscheck(args);
    expect(again.stderr).toContain('complete, nothing left to do');
    expect(again.status).toBe(first.status);
    expect(left(join(root, 'out'))).toEqual(before);
  });

  test('links copies to the first of their kind', async () => {
    const body = Array.from({ length: 12 }, (_, i) => `On day ${i} the council mended road ${i * 7}.`).join(' ');
    const lines = [`${CLAIM} ${body}`, ROADS, `${CLAIM} ${body} (Agencies)`].map((text, i) =>
      JSON.stringify({ id: `s${i}`, text }),
    );
    const root = folder({ 'a.jsonl': lines.join('\n') });
    await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'out')]);
    const records = left(join(root, 'out'))['results/part-000001.jsonl']!.trim().split('\n');
    expect(records.map((line) => JSON.parse(line).article.copyOf)).toEqual([null, null, 's0']);
    expect(JSON.parse(left(join(root, 'out'))['summary.json']!)).toMatchObject({
      copies: 1,
      claims: { contradicted: 2 },
      claimsWithoutCopies: { contradicted: 1 },
    });
  });
});

describe('a run that is stopped', () => {
  test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('by %s ends as one that was not', async (signal) => {
    const root = folder({ 'a.jsonl': corpus(4000), 'b.jsonl': corpus(400) });
    const inputs = [join(root, 'a.jsonl'), join(root, 'b.jsonl')];
    await scscheck(['check', ...inputs, '--run', join(root, 'whole')]);
    const total = size(join(root, 'whole', 'results', 'part-000001.jsonl'));
    const run = join(root, 'out');
    const statuses: (number | null)[] = [];
    for (const share of [0, 0.3, 0.6]) statuses.push(await stopped(inputs, run, share * total, signal));
    expect(statuses.some((status) => status === (signal === 'SIGKILL' ? null : 130))).toBe(true);
    const { status } = await scscheck(['check', ...inputs, '--run', run]);
    expect(status).toBe(3);
    expect(left(run)).toEqual(left(join(root, 'whole')));
  });

  test('says how to go on, and that it does', async () => {
    const root = folder({ 'a.jsonl': corpus(6000) });
    const run = join(root, 'out');
    const child = spawn(process.execPath, [PROGRAM, 'check', join(root, 'a.jsonl'), '--run', run], { env: plainEnv() });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const watch = setInterval(() => {
      if (size(join(run, 'results', 'part-000001.jsonl')) === 0) return;
      clearInterval(watch);
      child.kill('SIGINT');
    }, 1);
    await new Promise((done) => child.on('close', done));
    clearInterval(watch);
    expect(said).toMatch(/out: stopped after \d+ records; give the same command again to go on/);
    const again = await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect(again.stderr).toMatch(/out: going on after \d+ records/);
  });

  test('with a torn last line, in the results or the journal, loses nothing', async () => {
    const root = folder({ 'a.jsonl': corpus(2000) });
    const run = join(root, 'out');
    await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'whole')]);
    await stopped([join(root, 'a.jsonl')], run, 1, 'SIGKILL');
    writeFileSync(join(run, 'results', 'part-000001.jsonl'), '{"article":{"id":"torn', { flag: 'a' });
    writeFileSync(join(run, 'journal.jsonl'), '{"kind":"mark","rec', { flag: 'a' });
    writeFileSync(join(run, 'sketches.jsonl'), '{"record":', { flag: 'a' });
    await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect(left(run)).toEqual(left(join(root, 'whole')));
  });
});

describe('a run is refused', () => {
  test('for other inputs, other options, or in a folder that is none', async () => {
    const root = folder({ 'a.jsonl': corpus(10), 'b.txt': CLAIM });
    const run = join(root, 'out');
    await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    const inputs = await scscheck(['check', join(root, 'b.txt'), '--run', run]);
    expect([inputs.status, inputs.stderr]).toEqual([2, expect.stringContaining('was begun with other inputs')]);
    const options = await scscheck(['check', join(root, 'a.jsonl'), '--run', run, '--min-confidence', '0.5']);
    expect([options.status, options.stderr]).toEqual([2, expect.stringContaining('was begun with other options')]);
    mkdirSync(join(root, 'other', 'results'), { recursive: true });
    const other = await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'other')]);
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('holds results without a manifest')]);
    const file = await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'b.txt')]);
    expect([file.status, file.stderr]).toEqual([2, expect.stringContaining('cannot be written')]);
  });

  test('while another process works on it', async () => {
    const root = folder({ 'a.jsonl': corpus(6000) });
    const run = join(root, 'out');
    const first = stopped([join(root, 'a.jsonl')], run, Number.MAX_SAFE_INTEGER, 'SIGKILL');
    let ended = false;
    first.then(() => {
      ended = true;
    });
    while (!ended && !existsSync(join(run, 'journal.jsonl'))) await new Promise((done) => setImmediate(done));
    const second = await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining('another process works on it')]);
    expect(await first).toBe(3);
  });

  test('when records are gone', async () => {
    const root = folder({ 'a.jsonl': corpus(10) });
    const run = join(root, 'out');
    await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    rmSync(join(run, 'results', 'part-000001.jsonl'));
    const again = await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringContaining('10 records were written and 0 are there'),
    ]);
  });
});

test('a run within its own input is refused', async () => {
  const root = folder({ 'a.jsonl': corpus(10) });
  for (const run of [join(root, 'out'), root]) {
    const { status, stderr } = await scscheck(['check', root, '--run', run]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('lies in the input')]);
  }
});

test('a run whose journal is ahead of its results goes on where both agree', async () => {
  const root = folder({ 'a.jsonl': corpus(3000) });
  const run = join(root, 'out');
  await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'whole')]);
  await stopped([join(root, 'a.jsonl')], run, 1, 'SIGKILL');
  const part = join(run, 'results', 'part-000001.jsonl');
  const lines = readFileSync(part, 'utf8').split('\n');
  writeFileSync(part, `${lines.slice(0, 40).join('\n')}\n`);
  await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
  expect(left(run)).toEqual(left(join(root, 'whole')));
});

test('an article before large files, with workers, does not wait for them', async () => {
  const many = `${JSON.stringify({ id: 'r', text: ROADS.repeat(20) })}\n`.repeat(25_000);
  const root = folder({ 'a.html': `<article><p>${CLAIM}</p></article>`, 'b.jsonl': many, 'c.jsonl': many });
  const inputs = ['a.html', 'b.jsonl', 'c.jsonl'].map((name) => join(root, name));
  const { status } = await scscheck(['check', ...inputs, '--run', join(root, 'out'), '--workers', '2', '-q']);
  expect(status).toBe(1);
  expect(JSON.parse(left(join(root, 'out'))['summary.json']!)).toMatchObject({ records: 50_001 });
});

describe('a disk', () => {
  test('that is full ends the run with what to do, and the run goes on when there is room', async () => {
    const root = folder({ 'a.jsonl': corpus(3000) });
    await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'whole')]);
    const run = join(root, 'out');
    // The shell's limit on the size of files stands for a full disk: writes fail in the same place.
    const full = await limited(['check', join(root, 'a.jsonl'), '--run', run], 200);
    expect([full.status, full.said]).toEqual([
      2,
      expect.stringMatching(/cannot be written: .*give the same command again/),
    ]);
    await scscheck(['check', join(root, 'a.jsonl'), '--run', run]);
    expect(left(run)).toEqual(left(join(root, 'whole')));
  });

  test.skipIf(process.getuid?.() === 0)('that is read-only is named', async () => {
    const root = folder({ 'a.jsonl': corpus(10) });
    chmodSync(root, 0o555);
    onTestFinished(() => chmodSync(root, 0o755));
    const { status, stderr } = await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'out')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be written: permission denied')]);
  });
});

/** Runs the program where no file may grow past `blocks` kilobytes. */
function limited(args: string[], blocks: number): Promise<{ status: number | null; said: string }> {
  const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const child = spawn('bash', ['-c', command, 'bash', process.execPath, PROGRAM, ...args], { env: plainEnv() });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, said })));
}

describe('pages', () => {
  /** A server of articles; `down` answers with 503 while it is set. */
  async function site(): Promise<{ url: string; asked: Map<string, number>; down: { on: boolean } }> {
    const asked = new Map<string, number>();
    const down = { on: false };
    const server: Server = createServer((request, response) => {
      const path = request.url!;
      asked.set(path, (asked.get(path) ?? 0) + 1);
      if (path === '/robots.txt') return response.writeHead(404).end();
      if (path === '/shaky' && down.on) return response.writeHead(503).end();
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end(`<html><body><article><p>${CLAIM} This is page ${path}.</p></article></body></html>`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, down };
  }
  const POLITE = ['--allow-private', '--delay', '0', '--retries', '0'];

  test('of a list are checked once each, in the order of the list', async () => {
    const { url, asked } = await site();
    const root = folder({ 'urls.txt': `# stories\n${url}/b\n${url}/a\n${url}/c\n` });
    const run = join(root, 'out');
    const { status } = await scscheck(['check', join(root, 'urls.txt'), '--run', run, ...POLITE]);
    expect(status).toBe(1);
    const records = left(run)
      ['results/part-000001.jsonl']!.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ article }) => article.id)).toEqual([`${url}/b`, `${url}/a`, `${url}/c`]);
    expect([...asked.entries()].sort()).toEqual([
      ['/a', 1],
      ['/b', 1],
      ['/c', 1],
      ['/robots.txt', 1],
    ]);
    expect(existsSync(join(run, 'fetched'))).toBe(false);
  });

  test('that failed are tried again on request, the others are not asked for', async () => {
    const { url, asked, down } = await site();
    down.on = true;
    const root = folder({ 'urls.txt': `${url}/a\n${url}/shaky\n${url}/b\n` });
    const args = ['check', join(root, 'urls.txt'), '--run', join(root, 'out'), ...POLITE];
    expect((await scscheck(args)).status).toBe(3);
    expect((await scscheck([...args, '--retry-failed'])).status).toBe(3);
    down.on = false;
    expect((await scscheck([...args, '--retry-failed'])).status).toBe(1);
    expect(asked.get('/a')).toBe(1);
    expect(asked.get('/shaky')).toBe(3);
    const whole = join(root, 'whole');
    await scscheck(['check', join(root, 'urls.txt'), '--run', whole, ...POLITE]);
    expect(left(join(root, 'out'))).toEqual(left(whole));
  });

  test('of a run that is killed are not asked for again', async () => {
    const { url, asked } = await site();
    const paths = Array.from({ length: 60 }, (_, i) => `/p${i}`);
    const root = folder({ 'urls.txt': paths.map((path) => url + path).join('\n') });
    const run = join(root, 'out');
    const args = [join(root, 'urls.txt'), ...POLITE];
    await stopped(args, run, 1, 'SIGKILL');
    await scscheck(['check', ...args, '--run', run]);
    expect(left(run)['results/part-000001.jsonl']!.trim().split('\n')).toHaveLength(60);
    // What was under way or on its way to the disk when the process was killed may be asked for twice: a handful.
    const again = paths.filter((path) => asked.get(path) !== 1);
    expect(again.length).toBeLessThanOrEqual(5);
  });
});
