/** `scscheck check`: reads inputs, checks them one by one, and writes each result as it comes. */
import type { Label } from '../model.ts';
import type { Format } from '../reporters/formats.ts';
import type { Tally } from '../reporters/reporter.ts';
import { type InputFormat, readInputs } from '../source/inputs.ts';
import { onInterrupt, untilAborted } from './interrupt.ts';
import { createMessages } from './messages.ts';
import { writeResults } from './results.ts';
import { SEVERITY, STATUS } from './status.ts';
import { writeTexts } from './to-text.ts';

/** Options of `check` as the command line gives them. */
export interface CheckCommandOptions {
  format: Format;
  output?: string;
  inputFormat?: InputFormat;
  toText?: boolean;
  facts?: string[];
  source?: string;
  failOn: Label | 'never';
  minConfidence: number;
  label?: Label[];
  color: 'auto' | 'always' | 'never' | false;
  quiet?: boolean;
  concurrency: number;
  /** Seconds. */
  timeout: number;
  userAgent?: string;
  allowPrivate?: boolean;
}

/**
 * Checks `inputs` and writes the results; gives the exit status. Throws UsageError, ConfigError and FactBaseError
 * before anything is written. Inputs that cannot be read are reported, and the others checked.
 */
export async function check(inputs: string[], options: CheckCommandOptions): Promise<number> {
  const interrupt = onInterrupt();
  const terminal = options.output === undefined && Boolean(process.stdout.isTTY);
  const messages = createMessages({
    progress: !terminal && !options.quiet && Boolean(process.stderr.isTTY),
    hold: terminal,
  });
  const items = readInputs(inputs, {
    inputFormat: options.inputFormat,
    gate: !options.toText,
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    userAgent: options.userAgent,
    allowPrivate: options.allowPrivate,
    signal: interrupt.signal,
  });
  try {
    const write = options.toText ? writeTexts : writeResults;
    const { tally, worst } = await write(untilAborted(items, interrupt.signal), inputs, options, messages);
    if (interrupt.signal.aborted) return STATUS.interrupted;
    if (tally.articles === 0) return nothing(tally, inputs, messages.say);
    if (tally.failed > 0) return STATUS.partly;
    return !options.toText && reaches(worst, options.failOn) ? STATUS.found : STATUS.ok;
  } finally {
    messages.end();
    interrupt.release();
  }
}

function nothing(tally: Tally, inputs: string[], say: (line: string) => void): number {
  if (tally.failed === 0) say(`nothing to check in ${inputs.join(', ')}`);
  return STATUS.usage;
}

/** Whether the worst label found is as bad as `failOn` or worse. */
function reaches(worst: Label | null, failOn: Label | 'never'): boolean {
  return worst !== null && failOn !== 'never' && SEVERITY.indexOf(worst) >= SEVERITY.indexOf(failOn);
}
