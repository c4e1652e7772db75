/** Tables of a million coded records: time and memory, beside the same statements run by hand. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { atMost, type Figure } from './figure.ts';
import { round } from './stats.ts';

const ROUNDS = 3;

interface Measured {
  counted: number;
  written: number;
  cpu: number;
  peak: number;
}

/**
 * Whole processes over the records of `run`, taking turns; what the machine does beside them falls on both. `folder` is
 * where they write.
 */
export function studyTables(run: string, folder: string): Figure[] {
  const measured: Record<'program' | 'by-hand', Measured[]> = { program: [], 'by-hand': [] };
  for (let i = 0; i < ROUNDS; i++) {
    const work = join(folder, `work-${i}`);
    for (const way of ['program', 'by-hand'] as const) {
      const args = [resolve('bench/study-tables-child.ts'), way, run, work];
      const output = execFileSync(resolve('node_modules/.bin/tsx'), args, { encoding: 'utf8', maxBuffer: 1e8 });
      measured[way].push(JSON.parse(output.trimEnd().split('\n').at(-1)!) as Measured);
    }
    rmSync(work, { recursive: true });
  }
  const median = (way: 'program' | 'by-hand', key: keyof Measured): number =>
    measured[way].map((one) => one[key]).sort((a, b) => a - b)[ROUNDS >> 1]!;
  const [own, hand] = [median('program', 'written'), median('by-hand', 'written')];
  return [
    {
      name: 'study tables, a million records: time / the same SQL by hand',
      value: round(own / hand),
      target: atMost(1.5),
      detail: `${round(own / 1000, 1)} s (counted after ${round(median('program', 'counted') / 1000, 1)}), by hand ${round(hand / 1000, 1)} s; two threads, medians of ${ROUNDS} processes taking turns`,
    },
    {
      name: 'study tables, a million records: CPU seconds / the same SQL by hand',
      value: round(median('program', 'cpu') / median('by-hand', 'cpu')),
      target: null,
      detail: `${round(median('program', 'cpu') / 1000, 1)} s, by hand ${round(median('by-hand', 'cpu') / 1000, 1)} s`,
    },
    {
      name: 'study tables, a million records: MB resident at most',
      value: median('program', 'peak'),
      target: atMost(2000),
      detail: `by hand ${median('by-hand', 'peak')} MB; DuckDB may take 400 MB before it writes to disk`,
    },
  ];
}
