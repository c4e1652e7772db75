/** `scscheck check --run DIR`: a run that can be stopped at any moment and goes on with the same command. */

import type { RunTally } from '../batch/journal.ts';
import { recordsOf, runIn } from '../batch/run.ts';
import type { Label } from '../model.ts';
import type { BaseInfo } from '../reporters/reporter.ts';
import type { ReadItem, ReadOptions } from '../source/item.ts';
import type { CheckCommandOptions } from './check.ts';
import type { Messages } from './messages.ts';
import type { Plan } from './plan.ts';
import { openReports } from './report-set.ts';
import { narrowed, type Outcome } from './results.ts';
import type { Setup } from './setup.ts';
import type { ShareDone } from './share-done.ts';
import { SEVERITY } from './status.ts';

/** Works on the run in `folder`; null when it was stopped before its inputs were done. Throws RunError. */
export async function checkInRun(
  folder: string,
  plan: Plan,
  options: CheckCommandOptions,
  messages: Messages,
  { checker, engine, asOf, base, framesRules }: Setup,
  read: (more: ReadOptions) => AsyncIterable<ReadItem[]>,
  signal: AbortSignal,
  share: ShareDone | null,
): Promise<Outcome | null> {
  const { inputs } = plan.selection;
  const { minConfidence } = plan.settings;
  const { inputFormat = null, columns = null, source = null } = options;
  const facts = plan.facts.length > 0 ? plan.facts : null;
  const asked = { inputFormat, columns, facts, source, minConfidence, ...(framesRules ? { frames: framesRules } : {}) };
  const outcome = await runIn(folder, {
    manifest: { scscheck: 'run', inputs, options: asked, engine },
    checker,
    minConfidence,
    retryFailed: options.retryFailed ?? false,
    signal,
    read: (selection, fetched) => read({ selection, fetched }),
    onOpen: ({ records, complete, failures }) => {
      if (complete && !(options.retryFailed && failures > 0)) messages.say(`${folder}: complete, nothing left to do`);
      else if (complete) messages.say(`${folder}: trying ${failures} failed inputs again`);
      else if (records > 0) messages.say(`${folder}: going on after ${records} records`);
    },
    onRecord: (record, notes, tally, path) => {
      if (record.error || !options.quiet) for (const note of notes) messages.say(note);
      messages.progress(tally.articles + tally.failed, tally, () => share?.at(path) ?? null);
    },
  });
  if (!outcome.complete) {
    const done = outcome.tally.articles + outcome.tally.failed;
    messages.say(`${folder}: stopped after ${done} records; give the same command again to go on`);
    return null;
  }
  if (plan.reportsAsked) await print(folder, plan, options, asOf, base);
  if (!options.quiet) messages.say(summaryLine(folder, outcome.tally));
  const { articles, withoutClaims, failed, labels } = outcome.tally;
  return { tally: { articles, withoutClaims, failed, labels, asOf }, found: reaches(labels, plan.settings.failOn) };
}

async function print(
  folder: string,
  plan: Plan,
  options: CheckCommandOptions,
  asOf: string,
  base: BaseInfo,
): Promise<void> {
  const reports = await openReports(plan.reports, options, base, asOf);
  for await (const record of recordsOf(folder))
    await reports.add(narrowed({ record, contexts: null, review: null }, plan.settings, options));
  await reports.end();
}

/** Whether any label found is as bad as `failOn` or worse. */
function reaches(labels: Record<Label, number>, failOn: Label | 'never'): boolean {
  return failOn !== 'never' && SEVERITY.slice(SEVERITY.indexOf(failOn)).some((label) => labels[label] > 0);
}

function summaryLine(folder: string, { articles, copies, failed, labels }: RunTally): string {
  const claims = SEVERITY.map((label) => `${labels[label]} ${label}`).join(', ');
  const extra = [copies > 0 ? `${copies} copies` : '', failed > 0 ? `${failed} not readable` : ''].filter(Boolean);
  return `${folder}: ${[`${articles} articles`, ...extra].join(', ')}; ${claims}`;
}
