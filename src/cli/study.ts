/** `scscheck study`: from articles to tables, figures and a report. */
import { join } from 'node:path';
import type { CheckedItem } from '../batch/check-item.ts';
import { readItems } from '../source/inputs.ts';
import { CRATE_FILE } from '../study/crate.ts';
import { partInputs } from '../study/inputs.ts';
import type { PeriodUnit } from '../study/model.ts';
import { cautionSentence } from '../study/report/cautions.ts';
import { runStudy, type StudyTools } from '../study/run.ts';
import { studySummary } from '../study/summary.ts';
import { refuseFolder } from './folders.ts';
import { onInterrupt, untilAborted } from './interrupt.ts';
import { createMessages, type Messages } from './messages.ts';
import { type ReadingOptions, readOptions } from './reading.ts';
import { shareDone } from './share-done.ts';
import { STATUS } from './status.ts';
import { codingSetup } from './study-setup.ts';

/** Options of `study` as the command line gives them. */
export interface StudyCommandOptions extends ReadingOptions {
  out: string;
  by?: PeriodUnit;
  sureDates?: boolean;
  until?: string;
  published?: string;
  events?: string;
  compare?: string;
  coded?: string[];
  draws: number;
  seed: number;
  facts?: string[];
  quiet?: boolean;
  workers: number;
}

const STAGES: Record<Parameters<StudyTools['onStage']>[0], string> = {
  coding: 'coding articles',
  counting: 'counting',
  analysing: 'intervals, trends and shifts',
  drawing: 'drawing figures',
  writing: 'writing the report and the tables',
};

/**
 * Makes the study and says in a few lines what it found; gives the exit status. Throws UsageError, ConfigError, FactBaseError
 * and RunError. Inputs that cannot be read are reported, and the others studied.
 */
export async function study(inputs: string[], options: StudyCommandOptions): Promise<number> {
  const { out, quiet = false } = options;
  refuseFolder(out, inputs, [], CRATE_FILE);
  const interrupt = onInterrupt();
  const messages = createMessages({
    progress: quiet ? 'none' : process.stderr.isTTY ? 'bar' : 'lines',
    hold: false,
  });
  const { runs, others } = partInputs(inputs);
  const { checker, factBase, engine } = await codingSetup(options.facts, options.workers);
  try {
    const share = messages.shows && others.length > 0 ? shareDone(others) : null;
    const reading = { ...readOptions(options, interrupt.signal), cache: options.cache, extent: share ?? undefined };
    const outcome = await runStudy(
      {
        runs,
        inputs,
        out,
        unit: options.by ?? 'auto',
        sureDates: options.sureDates ?? false,
        until: options.until ?? new Date().toISOString().slice(0, 10),
        untilGiven: options.until !== undefined,
        published: options.published ?? null,
        events: options.events ?? null,
        compare: options.compare ?? null,
        coded: options.coded ?? [],
        draws: options.draws,
        seed: options.seed,
      },
      {
        engine,
        codebook: await codebookHash(),
        statements: Object.fromEntries(factBase.facts.map(({ id, statement }) => [id, statement])),
        checker,
        items: others.length === 0 ? null : untilAborted(readItems(others, reading), interrupt.signal),
        threads: Math.max(2, options.workers),
        signal: interrupt.signal,
        onItem: progress(messages, quiet, (path) => share?.at(path) ?? null),
        onStage: (stage) => {
          if (!quiet) messages.say(STAGES[stage]);
        },
      },
    );
    if (outcome === null) return STATUS.interrupted;
    const { result, failed } = outcome;
    if (!quiet) for (const caution of result.cautions) messages.say(cautionSentence(caution));
    if (!quiet) process.stdout.write(studySummary(result, join(out, 'report.html')));
    if (result.flow.studied === 0) return STATUS.usage;
    return failed > 0 ? STATUS.partly : STATUS.ok;
  } finally {
    await checker.close();
    messages.end();
    interrupt.release();
  }
}

async function codebookHash(): Promise<string> {
  const { loadFrames } = await import('../frames/load.ts');
  return (await loadFrames()).sha256;
}

function progress(
  messages: Messages,
  quiet: boolean,
  shareAt: (path: Parameters<StudyTools['onItem']>[1]) => number | null,
): StudyTools['onItem'] {
  const tally = { failed: 0, labels: { supported: 0, contradicted: 0, unverified: 0 } };
  let done = 0;
  return ({ record, notes }: CheckedItem, path) => {
    done++;
    if (record.error) tally.failed++;
    for (const { label } of record.claims) tally.labels[label]++;
    if (record.error || !quiet) for (const note of notes) messages.say(note);
    messages.progress(done, tally, () => shareAt(path));
  };
}
