/** A run killed at random moments and resumed, against one that was never stopped. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { atLeast, type Figure } from './figure.ts';
import { offTopicArticle, onTopicArticle } from './prose.ts';
import { seeded } from './random.ts';

const ARTICLES = 2000;
const KILLS = 100;
const PROGRAM = resolve('dist/cli.js');

/** Articles of the run: files of three formats in a folder, one line in three on the topic, some broken. */
function writeInputs(root: string): string[] {
  const random = seeded(11);
  const lines = Array.from({ length: ARTICLES - 200 }, (_, i) => {
    if (i % 97 === 5) return '{"id": broken';
    const text = i % 3 === 0 ? onTopicArticle(random, 120) : offTopicArticle(random, 200);
    return JSON.stringify({ id: `line ${i}`, text });
  });
  const folder = mkdtempSync(join(root, 'inputs-'));
  writeFileSync(join(folder, 'a.jsonl'), `${lines.slice(0, 900).join('\n')}\n`);
  writeFileSync(join(folder, 'z.jsonl'), `${lines.slice(900).join('\n')}\n`);
  for (let i = 0; i < 200; i++) {
    const text = i % 2 === 0 ? onTopicArticle(random, 120) : offTopicArticle(random, 200);
    if (i % 2 === 0)
      writeFileSync(join(folder, `m${i}.html`), `<html><body><article><p>${text}</p></article></body></html>`);
    else writeFileSync(join(folder, `m${i}.txt`), text);
  }
  return [folder];
}

interface Ended {
  status: number | null;
  killed: boolean;
  ms: number;
}

/** Runs `scscheck check --run`, killed after `killAfter` milliseconds if it is not done by then. */
function run(args: string[], killAfter: number | null): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'check', ...args, '--quiet'], { stdio: 'ignore' });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((done) => {
    child.on('close', (status, signal) => {
      if (timer) clearTimeout(timer);
      done({ status, killed: signal === 'SIGKILL', ms: performance.now() - started });
    });
  });
}

/** The hash of all that a run leaves, its journal apart, which tells of the stops. */
function stateOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['manifest.json', 'summary.json']) hash.update(readFileSync(join(folder, name)));
  for (const name of readdirSync(join(folder, 'results')).sort()) {
    hash.update(name).update(readFileSync(join(folder, 'results', name)));
  }
  return hash.digest('hex');
}

/** Kills each run one to three times at random moments, then lets it end. */
export async function durability(): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'scscheck-durability-'));
  try {
    const inputs = writeInputs(root);
    const whole = join(root, 'whole');
    const { ms, status } = await run([...inputs, '--run', whole], null);
    const wanted = stateOf(whole);
    const random = seeded(5);
    let same = 0;
    let kills = 0;
    for (let i = 0; i < KILLS; i++) {
      const folder = join(root, `run-${i}`);
      const most = 1 + Math.floor(random() * 3);
      for (let k = 0; k < most; k++) {
        // From the first moment of the process to its last; later ones meet a run that is complete.
        const { killed } = await run([...inputs, '--run', folder], random() * ms * 1.05);
        if (killed) kills++;
      }
      const end = await run([...inputs, '--run', folder], null);
      if (end.status === status && stateOf(folder) === wanted) same++;
      rmSync(folder, { recursive: true });
    }
    return [
      {
        name: 'runs that end the same after being killed and resumed',
        value: same,
        target: atLeast(KILLS),
        detail: `of ${KILLS}: ${ARTICLES} articles each, ${kills} kills in all, ${Math.round(ms)} ms undisturbed`,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
