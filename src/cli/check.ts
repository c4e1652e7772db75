/** `scscheck check`: reads inputs, checks them one by one, and writes each result as it comes. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Label } from '../model.ts';
import type { Format } from '../reporters/formats.ts';
import type { Tally } from '../reporters/reporter.ts';
import { type InputFormat, type ReadOptions, readItems } from '../source/inputs.ts';
import { onInterrupt, untilAborted } from './interrupt.ts';
import { createMessages, type Messages } from './messages.ts';
import { type Outcome, writeResults } from './results.ts';
import { prepare } from './setup.ts';
import { shareDone } from './share-done.ts';
import { SEVERITY, STATUS } from './status.ts';
import { writeTexts } from './to-text.ts';

/** Options of `check` as the command line gives them. */
export interface CheckCommandOptions {
  format: Format;
  output?: string;
  inputFormat?: InputFormat;
  columns?: string;
  toText?: boolean;
  facts?: string[];
  source?: string;
  failOn: Label | 'never';
  minConfidence: number;
  label?: Label[];
  color: 'auto' | 'always' | 'never' | false;
  quiet?: boolean;
  /** Folder of a durable run. */
  run?: string;
  retryFailed?: boolean;
  /** Write results besides the run: the format or the file was asked for. */
  alsoPrint?: boolean;
  workers: number;
  concurrency: number;
  /** Seconds. */
  timeout: number;
  /** Seconds between two requests to one host. */
  delay: number;
  retries: number;
  /** False with `--no-robots`. */
  robots: boolean;
  cache?: string;
  userAgent?: string;
  allowPrivate?: boolean;
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
  const terminal = options.output === undefined && Boolean(process.stdout.isTTY);
  const messages = createMessages({
    progress: options.quiet ? 'none' : progressOf(terminal && options.run === undefined),
    hold: terminal && options.run === undefined,
  });
  try {
    const outcome = await outcomeOf(inputs, options, messages, interrupt.signal);
    if (outcome === null || interrupt.signal.aborted) return STATUS.interrupted;
    const { tally, worst } = outcome;
    if (tally.articles === 0) return nothing(tally, inputs, messages.say);
    if (tally.failed > 0) return STATUS.partly;
    return !options.toText && reaches(worst, options.failOn) ? STATUS.found : STATUS.ok;
  } finally {
    messages.end();
    interrupt.release();
  }
}

/** A bar on a terminal that shows nothing else, now and then a line where standard error goes elsewhere. */
function progressOf(resultsOnTerminal: boolean): 'none' | 'bar' | 'lines' {
  if (resultsOnTerminal) return 'none';
  return process.stderr.isTTY ? 'bar' : 'lines';
}

/** What came of the inputs; null when a run was stopped. */
async function outcomeOf(
  inputs: string[],
  options: CheckCommandOptions,
  messages: Messages,
  signal: AbortSignal,
): Promise<Outcome | null> {
  const given = readOptions(options, signal);
  const read = (more: ReadOptions) => untilAborted(readItems(inputs, { ...given, ...more }), signal);
  if (options.run !== undefined) refuseRunWithin(options.run, inputs);
  if (options.toText) return writeTexts(read({ gate: false }), inputs, options, messages);
  const setup = await prepare(options, messages.say);
  const share = messages.shows ? shareDone(inputs) : null;
  if (share) given.extent = share;
  // One big file is read here and its articles are shared out; of several, each is read by a worker of its own.
  if (setup.checker.elsewhere && holdsFiles(inputs)) given.elsewhere = setup.checker.elsewhere;
  try {
    if (options.run !== undefined) {
      const { checkInRun } = await import('./run-check.ts');
      return await checkInRun(options.run, inputs, options, messages, setup, read, signal, share);
    }
    return await writeResults(read({}), inputs, options, messages, setup, share);
  } finally {
    await setup.checker.close();
  }
}

function isFolder(input: string): boolean {
  try {
    return statSync(input).isDirectory();
  } catch {
    // What is wrong with it shows when it is read.
    return false;
  }
}

/** Throws UsageError when the results of the run would be read as its inputs. */
function refuseRunWithin(run: string, inputs: readonly string[]): void {
  const within = inputs.filter(isFolder).find((input) => !relative(realpathSync(input), placeOf(run)).startsWith('..'));
  if (within === undefined) return;
  throw new UsageError('run-in-input', `lies in the input ${within}`, { file: run }, 'give a folder elsewhere');
}

/** The real path of a folder that may not be there yet. */
function placeOf(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync(path);
  } catch {
    return path === dirname(path) ? path : join(placeOf(dirname(path)), basename(path));
  }
}

/** Whether the inputs are several files, or a folder. */
function holdsFiles(inputs: string[]): boolean {
  return inputs.length > 1 || isFolder(inputs[0]!);
}

function readOptions(options: CheckCommandOptions, signal: AbortSignal): ReadOptions {
  return {
    inputFormat: options.inputFormat,
    columns: options.columns,
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    delayMs: options.delay * 1000,
    attempts: options.retries + 1,
    robots: options.robots,
    cache: options.cache,
    userAgent: options.userAgent,
    allowPrivate: options.allowPrivate,
    signal,
  };
}

function nothing(tally: Tally, inputs: string[], say: (line: string) => void): number {
  if (tally.failed === 0) say(`nothing to check in ${inputs.join(', ')}`);
  return STATUS.usage;
}

/** Whether the worst label found is as bad as `failOn` or worse. */
function reaches(worst: Label | null, failOn: Label | 'never'): boolean {
  return worst !== null && failOn !== 'never' && SEVERITY.indexOf(worst) >= SEVERITY.indexOf(failOn);
}
