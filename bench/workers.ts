/** What a second worker is worth: several archives, one page in a thousand on the topic, as whole processes. */
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, type Figure } from './figure.ts';
import { scratchFolder } from './files.ts';
import { interleaved, round, wall } from './stats.ts';
import { writeCorpus } from './warc-corpus.ts';

const FILES = 6;
const PAGES = 4000;
const ROUNDS = 3;

/** Wall time of a check of six archives with one worker over that with two. */
export function workers(): Figure[] {
  const folder = scratchFolder();
  const corpus = writeCorpus(folder, PAGES, 0);
  const files = Array.from({ length: FILES }, (_, k) => join(folder, `part-${k}.warc.gz`));
  for (const file of files) copyFileSync(corpus.file, file);
  const check = (count: number) => () => {
    const args = ['dist/cli.js', 'check', ...files, '--workers', String(count), '--format', 'jsonl', '--quiet'];
    const { status, signal } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] });
    if (status === null || status > 1) throw new Error(`ended with ${signal ?? status}`);
  };
  const times = interleaved({ one: check(1), two: check(2) }, ROUNDS, wall);
  return [
    {
      name: 'two workers / one, archives of which one page in 1,000 is on topic',
      value: round(times.one / times.two),
      target: atLeast(1.7),
      detail: `${round(times.one, 0)} ms and ${round(times.two, 0)} ms; ${FILES} files of ${PAGES} pages, wall time, medians of ${ROUNDS}`,
    },
  ];
}
