/** The reports of a check, written side by side as results come. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFindingFormat } from '../reporters/formats.ts';
import { type BaseInfo, count, emptyTally, type ReportItem, type Tally } from '../reporters/reporter.ts';
import type { CheckCommandOptions } from './check.ts';
import { wantsColor } from './color.ts';
import { openOutput } from './output.ts';
import { pickReporter } from './pick-reporter.ts';
import type { ReportAsked } from './reports.ts';

export interface ReportSet {
  tally: Tally;
  /** Writes a result into every report. */
  add(item: ReportItem): Promise<unknown> | undefined;
  end(): Promise<void>;
}

/** Opens where the results go, in the formats asked for. Throws UsageError. */
export async function openReports(
  reports: readonly ReportAsked[],
  options: Pick<CheckCommandOptions, 'color' | 'quiet' | 'omitExcused'>,
  base: BaseInfo,
  asOf: string,
): Promise<ReportSet> {
  const tally = emptyTally(asOf);
  const paths = reports.some(({ format }) => isFindingFormat(format))
    ? { root: rootOf(process.cwd()), cwd: process.cwd() }
    : undefined;
  const open = await Promise.all(
    reports.map(async ({ format, output: file }) => {
      const toFile = file !== null;
      const color = wantsColor({
        option: options.color,
        env: process.env,
        terminal: Boolean(process.stdout.isTTY),
        file: toFile,
      });
      const width = Math.max(40, Math.min(toFile ? 100 : (process.stdout.columns ?? 100), 120));
      const { quiet = false, omitExcused: withoutExcused } = options;
      const reporter = await pickReporter(format, { color, width, quiet, base, paths, withoutExcused });
      const byFile = isFindingFormat(format);
      return { reporter, byFile, output: await openOutput(file ?? undefined) };
    }),
  );
  for (const { reporter, output } of open) output.write(reporter.head());
  let index = 0;
  return {
    tally,
    add(item) {
      count(tally, item.record);
      const named = item.review?.inFile === false ? withoutPath(item) : item;
      const waits = open.flatMap(
        ({ reporter, byFile, output }) => output.write(reporter.item(byFile ? named : item, index)) ?? [],
      );
      index++;
      return waits.length > 0 ? Promise.all(waits) : undefined;
    },
    async end() {
      for (const { reporter, output } of open) {
        output.write(reporter.tail(tally));
        await output.end();
      }
    },
  };
}

/**
 * An article that is no file by itself, so named that no format for linters takes its id, which may come from anybody, for the
 * way to a file.
 */
function withoutPath(item: ReportItem): ReportItem {
  const { article } = item.record;
  if (/^https?:\/\//i.test(article.id)) return item;
  return { ...item, record: { ...item.record, article: { ...article, id: `#${encodeURIComponent(article.id)}` } } };
}

/** The folder of the git repository around `cwd`, which reports name files from; else `cwd` itself. */
function rootOf(cwd: string): string {
  for (let at = cwd; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return cwd;
  }
}
