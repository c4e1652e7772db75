/** A study of a million coded records: the whole program to its report, and its tables beside the same SQL by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Figure } from './figure.ts';
import { peak } from './peak.ts';
import { round } from './stats.ts';
import { studyCorpus, writeStudyRun } from './study-records.ts';
import { studyTables } from './study-tables.ts';

const RECORDS = 1_000_000;
const ROUNDS = 3;

/** Time and memory from records to report, medians of whole processes, and what the tables take. */
export async function study(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-study-'));
  try {
    const run = join(folder, 'run');
    const bytes = writeStudyRun(run, await studyCorpus(RECORDS));
    const corpus = `${RECORDS} coded records of a finished run, ${round(bytes / 1e9, 1)} GB`;
    const measured: Awaited<ReturnType<typeof peak>>[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const out = join(folder, 'out');
      measured.push(await peak(['study', run, '--out', out, '--until', '2026-01-01', '--quiet']));
      rmSync(out, { recursive: true });
    }
    const seconds = measured.map((one) => one.seconds).sort((a, b) => a - b);
    return [
      {
        name: 'study, a million records: seconds to the report',
        value: round(seconds[ROUNDS >> 1]!, 1),
        target: atMost(60),
        detail: `${corpus}; ${seconds.map((s) => round(s, 1)).join(', ')} s, whole processes`,
      },
      {
        name: 'study, a million records: MB resident at most',
        value: Math.round(Math.max(...measured.map(({ most }) => most))),
        target: atMost(2000),
        detail: 'the most of all rounds',
      },
      ...studyTables(run, folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
