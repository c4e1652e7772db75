/** `scscheck check`: its options and help. */
import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.ts';
import { INPUT_FORMATS } from '../../source/input-formats.ts';
import { parseColumns } from '../../source/table-columns.ts';
import type { CheckCommandOptions } from '../check.ts';
import type { Done } from '../program.ts';
import { collect, collectOf, number } from '../usage.ts';
import { addReportOptions } from './check-reports.ts';
import { addReadingOptions } from './reading.ts';

const EXAMPLES = `
Examples:
  $ scscheck check draft.md
  $ scscheck check articles/ notes.html https://example.org/story
  $ pandoc draft.docx -t plain | scscheck check -
  $ scscheck check corpus.jsonl --format jsonl --output results.jsonl
  $ scscheck check draft.md --fail-on unverified --label contradicted,unverified
  $ scscheck check drafts --since origin/main --format github --format sarif --output out.sarif
  $ scscheck check --staged --baseline scscheck-baseline.json
  $ scscheck check page.html --to-text
  $ scscheck check --run out urls.txt
  $ scscheck check --run news --workers 4 crawl/*.warc.gz
  $ scscheck check stories.csv --columns text=body,date=day --format csv

Inputs: text (.txt), Markdown (.md), AsciiDoc (.adoc), HTML (.html), DOCX, PDF, articles a line (.jsonl),
tables (.csv), news-please JSON, WARC (.warc, .warc.gz), folders of these, http(s) URLs of pages, feeds (RSS,
Atom, JSON) and sitemaps, files that list URLs, and - for standard input.
Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage or nothing to check, 3 some inputs
could not be read, 130 interrupted.`;

/** Checks the list when it is given, before any input is read. Throws UsageError. */
export function columns(value: string): string {
  parseColumns(value);
  return value;
}

export function addCheck(program: Command, done: Done): void {
  const command = program
    .command('check')
    .description('check articles: files, folders, URLs, - for standard input')
    .argument('[input...]', 'what to check; default: what the configuration includes');
  const reports = addReportOptions(command);
  command
    .addOption(
      new Option('--input-format <format>', 'read every input as this (default: by file name or content type)').choices(
        INPUT_FORMATS,
      ),
    )
    .option('--columns <list>', 'what the columns of a CSV file hold, as in text=body,date=published,url=link', columns)
    .option('--frames', 'code how each article presents the system too: fourteen frames, advanced or rejected')
    .option('--to-text', 'print the text of each article, of pages without the headline, and check nothing')
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .option('--source <file>', 'your copy of the source document: quote its sentences beside the facts')
    .addOption(
      new Option(
        '--fail-on <label>',
        'end with status 1 when a claim has this label or a worse one (default: contradicted)',
      ).choices(['contradicted', 'unverified', 'supported', 'never']),
    )
    .option('--min-confidence <number>', 'leave out claims below this confidence, 0 to 1', number(0, 1))
    .option(
      '--label <label>',
      'show these claims alone; may be repeated or a list with commas',
      collectOf(['supported', 'contradicted', 'unverified'] as const),
    )
    .addOption(new Option('--color <when>', 'use colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-color', 'the same as --color never')
    .option('-q, --quiet', 'no progress, warnings, summary or articles without claims')
    .addOption(
      new Option(
        '--quoted <what>',
        'claims inside quotation marks: leave out, show as notes, or count (default: fail)',
      ).choices(['ignore', 'note', 'fail']),
    )
    .option('--config <file>', 'configuration (default: scscheck.config.json, .yaml or package.json, found upwards)')
    .option('--no-config', 'read no configuration')
    .option(
      '--since <rev>',
      'report changed lines alone: since where the branch left this commit, tag or branch of git',
    )
    .option('--staged', 'report alone what is staged for the next commit, as it will be committed')
    .option('--baseline <file>', 'let be what this file knows of already')
    .option('--update-baseline', 'take out of it what is fixed; make it where there is none')
    .option('--grow-baseline', 'the same, and add what is new')
    .option('--omit-excused', 'leave suppressed and known findings out of SARIF (GitHub shows them as open)')
    .option('--run <folder>', 'keep the results in a folder; the same command goes on where a run was stopped')
    .option('--retry-failed', 'with --run: try again what could not be read or fetched')
    .option('--workers <number>', 'threads that check, 1 to 64', number(1, 64, true), 1);
  addReadingOptions(command, 'keep results, and pages, and work only on what has changed');
  command
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: Omit<CheckCommandOptions, 'reports'>) => {
      const { check } = await import('../check.ts');
      if (named !== null && options.config === false) throw twoConfigurations(named);
      done(await check(inputs, { ...withoutDefault(options), reports }));
    });
  // Of the two options commander keeps the last one.
  let named: string | null = null;
  command.on('option:config', (file: string) => {
    named = file;
  });
}

const twoConfigurations = (file: string): UsageError =>
  new UsageError('two-configurations', 'a configuration to read, and --no-config', { file }, 'give one of them');

/** `--no-config` makes commander give "true" where neither it nor a file is named. */
function withoutDefault<T extends { config?: unknown }>(options: T): T {
  return options.config === true ? { ...options, config: undefined } : options;
}
