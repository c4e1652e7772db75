/** The results of `check`: from items to records to text. */
import { checkArticle } from '../check.ts';
import { errorLine } from '../errors.ts';
import { loadFactBase } from '../facts/load.ts';
import type { Article, CheckResult, Label, ResultRecord } from '../model.ts';
import { oneLine } from '../reporters/escape.ts';
import { failedRecord, type RecordOptions, skippedRecord, toRecord } from '../reporters/record.ts';
import { count, emptyTally, type ReportItem, type Tally } from '../reporters/reporter.ts';
import type { SourceItem } from '../source/inputs.ts';
import { VERSION } from '../version.ts';
import type { CheckCommandOptions } from './check.ts';
import { wantsColor } from './color.ts';
import type { Messages } from './messages.ts';
import { openOutput } from './output.ts';
import { pickReporter } from './pick-reporter.ts';
import { worse } from './status.ts';

/** What came of a run: counts of what was shown, and the worst label among the claims that count. */
export interface Outcome {
  tally: Tally;
  worst: Label | null;
}

/** Checks each article and writes its result before the next is read; memory does not grow with their number. */
export async function writeResults(
  items: AsyncIterable<SourceItem>,
  inputs: readonly string[],
  options: CheckCommandOptions,
  messages: Messages,
): Promise<Outcome> {
  const factBase = await loadFactBase(options.facts);
  const engine = { version: VERSION, factBase: factBase.sha256, asOf: factBase.asOf };
  const sourceText =
    options.source === undefined
      ? undefined
      : (await import('./source-copy.ts')).openSource(options.source, messages.say);
  const recordOptions: RecordOptions = { engine, sourceText, withText: options.format === 'json' };
  const color = wantsColor({
    option: options.color,
    env: process.env,
    terminal: Boolean(process.stdout.isTTY),
    file: options.output !== undefined,
  });
  const width = Math.max(40, Math.min(options.output === undefined ? (process.stdout.columns ?? 100) : 100, 120));
  const reporter = await pickReporter(options.format, { color, width, quiet: options.quiet ?? false });
  const output = await openOutput(options.output, inputs);

  const tally = emptyTally(factBase.asOf);
  let worst: Label | null = null;
  let index = 0;
  output.write(reporter.head());
  for await (const item of items) {
    const report = reportItem(item, (article) => checkArticle(article, factBase), recordOptions);
    sayOf(item, messages, options.quiet ?? false);
    for (const claim of report.record.claims) {
      if (claim.confidence >= options.minConfidence) worst = worse(worst, claim.label);
    }
    filter(report.record, options);
    count(tally, report.record);
    const wait = output.write(reporter.item(report, index++));
    if (wait) await wait;
    messages.progress(tally.articles + tally.failed, tally.failed);
  }
  output.write(reporter.tail(tally));
  await output.end();
  return { tally, worst };
}

function reportItem(item: SourceItem, checked: (article: Article) => CheckResult, options: RecordOptions): ReportItem {
  if (item.kind === 'skipped') return { record: skippedRecord(item.meta, options.engine), result: null };
  if (item.kind === 'error') return { record: failedRecord(item.id, item.error, options.engine), result: null };
  const result = checked(item.article);
  return { record: toRecord(result, options), result };
}

/** Prints what went wrong with an input, and, unless `quiet`, what its reader should know. */
export function sayOf(item: SourceItem, messages: Messages, quiet: boolean): void {
  if (item.kind === 'error') messages.say(oneLine(errorLine(item.error)));
  if (item.kind !== 'article' || quiet) return;
  for (const warning of item.warnings) messages.say(oneLine(`${item.article.id}: ${warning}`));
}

/** Takes out of `record`, in place, the claims that were not asked for. */
function filter(record: ResultRecord, { minConfidence, label }: CheckCommandOptions): void {
  if (minConfidence === 0 && label === undefined) return;
  record.claims = record.claims.filter(
    (claim) => claim.confidence >= minConfidence && (label?.includes(claim.label) ?? true),
  );
}
