/** The data dictionary: what each table and column holds. Pure. */
import { column, type Table } from './described.ts';
import { counts, periods } from './described-counts.ts';
import { agreement, corrections, errorRates } from './described-errors.ts';
import { articles, claims, frames } from './described-findings.ts';
import { changePoints, comparisons, estimates, trends } from './described-results.ts';
import type { Row } from './duckdb.ts';

/** Those whose rows come out of the tables of the corpus. */
export const CORPUS_TABLES: readonly Table[] = [articles, claims, frames, periods, counts];

const dictionary: Table = {
  name: 'data_dictionary',
  row: 'a column of a table',
  columns: [
    column('table', 'VARCHAR', 'table'),
    column('column', 'VARCHAR', 'column'),
    column('type', 'VARCHAR', 'type, as DuckDB names it'),
    column('unit', 'VARCHAR', 'what its numbers count or measure', { missing: 'no unit' }),
    column('meaning', 'VARCHAR', 'what it holds'),
    column('null_means', 'VARCHAR', 'what a missing value means', { missing: 'none is missing' }),
  ],
};

/** Every table that is written, the dictionary last. */
export const TABLES: readonly Table[] = [
  ...CORPUS_TABLES,
  estimates,
  trends,
  changePoints,
  comparisons,
  corrections,
  errorRates,
  agreement,
  dictionary,
];

/** The rows of the dictionary, those of itself included. */
export function dictionaryRows(): Row[] {
  return TABLES.flatMap((table) =>
    table.columns.map(({ name, type, unit, meaning, missing }) => {
      return { table: table.name, column: name, type, unit, meaning, null_means: missing };
    }),
  );
}

/** The dictionary as Markdown. */
export function dictionaryMarkdown(): string {
  const cell = (text: string | null): string => (text ?? '').replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const tables = TABLES.map(({ name, row, columns }) => {
    const rows = columns.map(
      (one) => `| \`${one.name}\` | ${one.type} | ${cell(one.unit)} | ${cell(one.meaning)} | ${cell(one.missing)} |`,
    );
    const head = '| column | type | unit | meaning | null means |\n| --- | --- | --- | --- | --- |';
    return `## ${name}\n\nA row is ${cell(row)}.\n\n${head}\n${rows.join('\n')}\n`;
  });
  return `# Data dictionary\n\n${ABOUT}\n\n${tables.join('\n')}`;
}

const ABOUT = `Each table stands in \`study.duckdb\`, in \`<table>.parquet\` and in \`<table>.csv\`. Shares are 0 to 1.

In CSV a missing value is nothing between two commas and a text without characters is \`""\`. A text that a spreadsheet would
take for a formula (it begins with \`=\`, \`+\`, \`-\`, \`@\`, their wide forms, a tab or a carriage return) begins with an
apostrophe there, and U+0000 is U+FFFD; the other two forms hold texts as they are.`;
