/** `scscheck check`: reads inputs, checks them one by one, and writes each result as it comes. */
import { UsageError } from '../errors.ts';
import type { Label } from '../model.ts';
import type { Tally } from '../reporters/reporter.ts';
import type { Settings } from '../review/settings.ts';
import { type ReadOptions, readItems } from '../source/inputs.ts';
import { onInterrupt, untilAborted } from './interrupt.ts';
import { createMessages, type Messages } from './messages.ts';
import { isFolder, isWithin } from './paths.ts';
import { type Plan, planCheck } from './plan.ts';
import { type ReadingOptions, readOptions } from './reading.ts';
import { refuseOutputs } from './refuse-output.ts';
import type { ReportOption } from './reports.ts';
import { type Outcome, writeResults } from './results.ts';
import { prepare } from './setup.ts';
import { shareDone } from './share-done.ts';
import { STATUS } from './status.ts';
import { writeTexts } from './to-text.ts';

/** Options of `check` as the command line gives them. */
export interface CheckCommandOptions extends ReadingOptions {
  /** `--format` and `--output`, in order. */
  reports: readonly ReportOption[];
  toText?: boolean;
  facts?: string[];
  source?: string;
  failOn?: Settings['failOn'];
  minConfidence?: number;
  quoted?: Settings['quoted'];
  /** File of the configuration; false with `--no-config`. */
  config?: string | false;
  since?: string;
  staged?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  growBaseline?: boolean;
  /** Leave findings that do not count out of SARIF. */
  omitExcused?: boolean;
  label?: Label[];
  /** Code frames too. */
  frames?: boolean;
  color: 'auto' | 'always' | 'never' | false;
  quiet?: boolean;
  /** Folder of a durable run. */
  run?: string;
  retryFailed?: boolean;
  workers: number;
}

/**
 * Checks `inputs` and writes the results; gives the exit status. Throws UsageError, ConfigError, FactBaseError and
 * RunError. Inputs that cannot be read are reported, and the others checked.
 */
export async function check(inputs: string[], options: CheckCommandOptions): Promise<number> {
  // Left to itself, the heap of a long run grows to twice what it needs before it is swept: 340 MB for 200 of a run of
  // 400,000 articles, for a gain of 7 % in time.
  if (options.run !== undefined) (await import('node:v8')).setFlagsFromString('--heap-growing-percent=20');
  const interrupt = onInterrupt();
  let messages: Messages | null = null;
  try {
    const plan = await planCheck(inputs, options, interrupt.signal);
    messages = messagesOf(plan, options);
    const outcome = await outcomeOf(plan, options, messages, interrupt.signal);
    if (outcome === null || interrupt.signal.aborted) return STATUS.interrupted;
    const { tally, found } = outcome;
    if (tally.articles === 0) return nothing(tally, plan, messages.say);
    if (tally.failed > 0) return STATUS.partly;
    return found ? STATUS.found : STATUS.ok;
  } finally {
    messages?.end();
    interrupt.release();
  }
}

/** A bar on a terminal that shows nothing else, now and then a line where standard error goes elsewhere. */
function messagesOf({ reports }: Plan, { run, quiet }: CheckCommandOptions): Messages {
  const hold = run === undefined && Boolean(process.stdout.isTTY) && reports.some(({ output }) => output === null);
  return createMessages({ progress: quiet || hold ? 'none' : process.stderr.isTTY ? 'bar' : 'lines', hold });
}

/** What came of the inputs; null when a run was stopped. */
async function outcomeOf(
  plan: Plan,
  options: CheckCommandOptions,
  messages: Messages,
  signal: AbortSignal,
): Promise<Outcome | null> {
  const { selection } = plan;
  const { inputs } = selection;
  const given = { ...readOptions(options, signal), cache: plan.cache };
  const read = (more: ReadOptions) =>
    untilAborted(readItems(inputs, { ...given, units: selection.units(), ...more }), signal);
  if (options.run !== undefined) refuseRunWithin(options.run, inputs);
  const others = [plan.baseline?.file, plan.config?.file].filter((file) => file !== undefined);
  refuseOutputs(plan.outputs, inputs, others);
  if (options.toText) {
    const output = plan.reports[0]?.output ?? null;
    return writeTexts(read({ gate: false }), { ...options, output }, messages);
  }
  const setup = await prepare(plan, options, messages.say);
  const share = messages.shows && !selection.partial ? shareDone(inputs) : null;
  if (share) given.extent = share;
  // One big file is read here and its articles are shared out; of several, each is read by a worker of its own.
  if (setup.checker.elsewhere && holdsFiles(inputs)) given.elsewhere = setup.checker.elsewhere;
  try {
    if (options.run !== undefined) {
      const { checkInRun } = await import('./run-check.ts');
      return await checkInRun(options.run, plan, options, messages, setup, read, signal, share);
    }
    return await writeResults(read({}), plan, options, messages, setup, share, signal);
  } finally {
    await setup.checker.close();
  }
}

/** Throws UsageError when the results of the run would be read as its inputs. */
function refuseRunWithin(run: string, inputs: readonly string[]): void {
  const within = inputs.filter(isFolder).find((input) => isWithin(run, input));
  if (within === undefined) return;
  throw new UsageError('run-in-input', `lies in the input ${within}`, { file: run }, 'give a folder elsewhere');
}

/** Whether the inputs are several files, or a folder. */
function holdsFiles(inputs: string[]): boolean {
  return inputs.length > 1 || isFolder(inputs[0]!);
}

function nothing(tally: Tally, { selection: { inputs, mayBeEmpty } }: Plan, say: (line: string) => void): number {
  if (tally.failed > 0) return STATUS.usage;
  if (!mayBeEmpty()) say(`nothing to check in ${inputs.join(', ')}`);
  return mayBeEmpty() ? STATUS.ok : STATUS.usage;
}
