/** The results of `check` as they come: from items to records to text. */
import { copyIndex } from '../batch/copies.ts';
import { inTurn } from '../batch/in-turn.ts';
import type { Label, ResultRecord } from '../model.ts';
import { type BaseInfo, count, emptyTally, type ReportItem, type Tally } from '../reporters/reporter.ts';
import type { ReadItem } from '../source/item.ts';
import type { CheckCommandOptions } from './check.ts';
import { wantsColor } from './color.ts';
import type { Messages } from './messages.ts';
import { openOutput } from './output.ts';
import { pickReporter } from './pick-reporter.ts';
import type { Setup } from './setup.ts';
import type { ShareDone } from './share-done.ts';
import { worse } from './status.ts';

/** What came of the inputs: counts of what was shown, and the worst label among the claims that count. */
export interface Outcome {
  tally: Tally;
  worst: Label | null;
}

/** Checks each article and writes its result before the next is read; memory does not grow with their number. */
export async function writeResults(
  items: AsyncIterable<ReadItem[]>,
  inputs: readonly string[],
  options: CheckCommandOptions,
  messages: Messages,
  { checker, asOf, base }: Setup,
  share: ShareDone | null,
): Promise<Outcome> {
  const report = await openReport(inputs, options, asOf, base);
  const copies = copyIndex();
  let worst: Label | null = null;
  for await (const batch of inTurn(items, checker)) {
    for (const { checked } of batch) {
      const { record, notes, sketch, result } = checked;
      if (sketch !== null) record.article.copyOf = copies.copyOf(record.article.id, sketch);
      if (record.error || !options.quiet) for (const note of notes) messages.say(note);
      worst = worstOf(record, options.minConfidence, worst);
      const wait = report.add({ record, result, review: null });
      if (wait) await wait;
    }
    const { path } = batch.at(-1)!;
    messages.progress(report.tally.articles + report.tally.failed, report.tally, () => share?.at(path) ?? null);
  }
  await report.end();
  return { tally: report.tally, worst };
}

/** The worst label of a record's claims that count, or `worst` if that is worse. */
function worstOf(record: ResultRecord, minConfidence: number, worst: Label | null): Label | null {
  for (const claim of record.claims) if (claim.confidence >= minConfidence) worst = worse(worst, claim.label);
  return worst;
}

export interface Report {
  tally: Tally;
  /** Writes a record, without the claims that were not asked for. */
  add(item: ReportItem): Promise<void> | undefined;
  end(): Promise<void>;
}

/** Opens where the results go, in the format asked for. */
export async function openReport(
  inputs: readonly string[],
  options: CheckCommandOptions,
  asOf: string,
  base: BaseInfo,
): Promise<Report> {
  const color = wantsColor({
    option: options.color,
    env: process.env,
    terminal: Boolean(process.stdout.isTTY),
    file: options.output !== undefined,
  });
  const width = Math.max(40, Math.min(options.output === undefined ? (process.stdout.columns ?? 100) : 100, 120));
  const reporter = await pickReporter(options.format, { color, width, quiet: options.quiet ?? false, base });
  const output = await openOutput(options.output, inputs);
  const tally = emptyTally(asOf);
  let index = 0;
  output.write(reporter.head());
  return {
    tally,
    add(item) {
      filter(item.record, options);
      count(tally, item.record);
      return output.write(reporter.item(item, index++));
    },
    async end() {
      output.write(reporter.tail(tally));
      await output.end();
    },
  };
}

/** Takes out of `record`, in place, the claims that were not asked for. */
function filter(record: ResultRecord, { minConfidence, label }: CheckCommandOptions): void {
  if (minConfidence === 0 && label === undefined) return;
  record.claims = record.claims.filter(
    (claim) => claim.confidence >= minConfidence && (label?.includes(claim.label) ?? true),
  );
}
