/** What a second worker is worth: several archives, one page in a thousand on the topic, as whole processes. */
import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, type Figure } from './figure.ts';
import { scratchFolder } from './files.ts';
import { median, round } from './stats.ts';
import { writeCorpus } from './warc-corpus.ts';

const FILES = 12;
const PAGES = 4000;
const ROUNDS = 3;

/**
 * Wall time of a check of twelve archives with one worker over that with two; and, as cores share memory and caches, over
 * that of two processes that know nothing of each other and take half of the archives each: no pool does better.
 */
export async function workers(): Promise<Figure[]> {
  const folder = scratchFolder();
  const corpus = writeCorpus(folder, PAGES, 0);
  const files = Array.from({ length: FILES }, (_, k) => join(folder, `part-${k}.warc.gz`));
  for (const file of files) copyFileSync(corpus.file, file);
  const half = FILES / 2;
  const jobs = {
    one: () => [checked(files, 1)],
    two: () => [checked(files, 2)],
    apart: () => [checked(files.slice(0, half), 1), checked(files.slice(half), 1)],
  };
  const times: Record<keyof typeof jobs, number[]> = { one: [], two: [], apart: [] };
  for (let k = 0; k < ROUNDS; k++) {
    for (const name of ['one', 'two', 'apart'] as const) {
      const started = performance.now();
      await Promise.all(jobs[name]());
      times[name].push(performance.now() - started);
    }
  }
  const [one, two, apart] = [median(times.one), median(times.two), median(times.apart)];
  const detail = `${FILES} files of ${PAGES} pages, wall time, medians of ${ROUNDS}`;
  return [
    {
      name: 'two workers / one, archives of which one page in 1,000 is on topic',
      value: round(one / two),
      target: atLeast(1.7),
      detail: `${round(one, 0)} ms and ${round(two, 0)} ms; ${detail}`,
    },
    {
      name: 'two processes that take half each / one, the most that this machine gives',
      value: round(one / apart),
      target: null,
      detail: `${round(apart, 0)} ms`,
    },
  ];
}

function checked(files: string[], workers: number): Promise<void> {
  const args = ['dist/cli.js', 'check', ...files, '--workers', String(workers), '--format', 'jsonl', '--quiet'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((done, fail) => {
    child.on('close', (status) => (status === null || status > 1 ? fail(new Error(`ended with ${status}`)) : done()));
  });
}
