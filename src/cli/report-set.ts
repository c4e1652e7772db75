/** The reports of a check, written side by side as results come. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FINDING_FORMATS } from '../reporters/formats.ts';
import { type BaseInfo, count, emptyTally, type ReportItem, type Tally } from '../reporters/reporter.ts';
import type { CheckCommandOptions } from './check.ts';
import { wantsColor } from './color.ts';
import { openOutput } from './output.ts';
import { pickReporter } from './pick-reporter.ts';
import { anyIn, type ReportAsked } from './reports.ts';

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
  const paths = anyIn(reports, FINDING_FORMATS) ? { root: rootOf(process.cwd()), cwd: process.cwd() } : undefined;
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
      return { reporter, output: await openOutput(file ?? undefined) };
    }),
  );
  for (const { reporter, output } of open) output.write(reporter.head());
  let index = 0;
  return {
    tally,
    add(item) {
      count(tally, item.record);
      const waits = open.flatMap(({ reporter, output }) => output.write(reporter.item(item, index)) ?? []);
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

/** The folder of the git repository around `cwd`, which reports name files from; else `cwd` itself. */
function rootOf(cwd: string): string {
  for (let at = cwd; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return cwd;
  }
}
