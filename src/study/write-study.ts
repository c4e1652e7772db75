/** Everything a study leaves in its folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInput, type WrittenFile, writeCrate } from './crate.ts';
import type { Figure } from './figures/figure.ts';
import type { StudyResult } from './model.ts';
import { renderReport } from './report/report.ts';
import type { StudyAsked } from './run.ts';
import { finishTables, type TablesWriting } from './tables/write-tables.ts';

export const REPORT_FILE = 'report.html';

/** Writes figures, the report, its data, the tables that are left and the crate to a new folder. Throws system errors and RunError. */
export async function writeStudy(
  asked: StudyAsked,
  writing: TablesWriting,
  result: StudyResult,
  figures: readonly Figure[],
): Promise<void> {
  const files: WrittenFile[] = [];
  const write = (path: string, content: string, description: string): void => {
    writeFileSync(join(writing.out, path), content);
    files.push({ path, description });
  };
  write(
    REPORT_FILE,
    renderReport(result, figures),
    'The report: figures, tables, examples, methods; opens in any browser.',
  );
  mkdirSync(join(writing.out, 'figures'));
  for (const { id, svg, title } of figures) write(`figures/${id}.svg`, svg, title);
  write('result.json', `${JSON.stringify(result, null, 1)}\n`, 'All that the report shows, as data.');
  files.push(...(await finishTables(writing, result)));
  const inputs = await Promise.all(asked.inputs.map(describeInput));
  await writeCrate(writing.out, files, {
    name: 'Framing of China’s social credit system over time',
    description: `Frames and claims of ${result.flow.studied} articles, by ${result.unit}.`,
    engine: result.engine,
    codebook: result.codebook,
    inputs,
    options: optionsOf(asked, result),
    ...(asked.published === null ? {} : { datePublished: asked.published }),
  });
}

function optionsOf(asked: StudyAsked, { options }: StudyResult): Record<string, string | number | boolean> {
  return {
    unit: options.unit,
    draws: options.draws,
    seed: options.seed,
    sureDates: options.sureDates,
    // The day that is today changes nothing but what it leaves out, which the report says.
    ...(asked.untilGiven ? { until: asked.until } : {}),
    ...(asked.compare === null ? {} : { compare: asked.compare }),
  };
}
