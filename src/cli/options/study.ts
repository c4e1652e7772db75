/** `scscheck study` and its two commands on coding by hand: their options and help. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { INPUT_FORMATS } from '../../source/input-formats.ts';
import { PERIOD_UNITS } from '../../study/model.ts';
import type { Done } from '../program.ts';
import type { StudyCommandOptions } from '../study.ts';
import type { AgreeCommandOptions, SampleCommandOptions } from '../study-sample.ts';
import { collect, number } from '../usage.ts';
import { columns } from './check.ts';
import { addReadingOptions } from './reading.ts';

const EXAMPLES = `
Examples:
  $ scscheck study corpus.jsonl --out report
  $ scscheck check --run coded --frames --fail-on never corpus.jsonl && scscheck study coded --out report
  $ scscheck study stories.csv --columns text=body,date=day --by quarter --events events.csv
  $ scscheck study corpus.jsonl --compare 2014..2018,2019..2024
  $ scscheck study sample corpus.jsonl --size 300 --out sample
  $ scscheck study agree sample/coder-1.csv sample/coder-2.csv
  $ scscheck study corpus.jsonl --coded sample/coder-1.csv --out report

Inputs: all that check reads, and folders of finished runs, which are not checked again.
The folder gets report.html, figures, tables (DuckDB, Parquet, CSV) with a data dictionary, and an RO-Crate. The same
inputs give the same bytes.
Exit status: 0 done, 2 wrong usage or nothing to study, 3 done but some inputs could not be read, 130 interrupted.`;

const SAMPLE_EXAMPLES = `
Examples:
  $ scscheck study sample corpus.jsonl --size 300 --out sample
  $ scscheck study sample corpus.jsonl --size 300 --seed 7 --by quarter --out sample

Writes sample.csv, a row an article with an empty column a frame, to be copied for each coder, and codebook.txt.`;

const AGREE_EXAMPLES = `
Examples:
  $ scscheck study agree coder-1.csv coder-2.csv
  $ scscheck study agree coder-1.csv coder-2.csv --with coded-run
  $ scscheck study agree coder-1.csv coder-2.csv --format json`;

export function addStudy(program: Command, done: Done): void {
  const command = program
    .command('study')
    .description('framing over time: tables, figures, a report')
    // Its own commands have options of the same names.
    .enablePositionalOptions()
    .argument('<input...>', 'articles, or folders of finished runs')
    .option('--out <folder>', 'where the report goes', 'report');
  addInputs(command);
  command
    .addOption(unit())
    .option('--sure-dates', 'study only articles whose date is sure')
    .option('--until <date>', 'leave out articles dated later (default: today)', date)
    .option('--published <date>', 'the day the study is published, for its RO-Crate (default: none)', date)
    .option('--events <file>', 'events to mark in the figures: CSV with date,label')
    .option('--compare <a,b>', 'compare two stretches of time, as in 2014..2018,2019..2024 (default: halves)')
    .option('--coded <file>', 'a sample coded by hand, for reliability and corrections; may be repeated', collect)
    .option(
      '--draws <number>',
      'draws of each bootstrap and permutation test, 100 to 100000',
      number(100, 100000, true),
      1000,
    )
    .addOption(seed());
  addWork(command);
  command.addHelpText('after', EXAMPLES).action(async (inputs: string[], options: StudyCommandOptions) => {
    const { study } = await import('../study.ts');
    done(await study(inputs, options));
  });
  addSample(command, done);
  addAgree(command, done);
}

function addSample(study: Command, done: Done): void {
  const command = study
    .command('sample')
    .description('draw a sample to code by hand')
    .argument('<input...>', 'articles')
    .option('--out <folder>', 'where it goes', 'sample')
    .option('--size <number>', 'articles to draw, 1 to 100000', number(1, 100000, true), 300);
  addInputs(command);
  command
    .addOption(unit('length of the periods that are strata together with outlets (default: year)'))
    .addOption(seed())
    .option('-q, --quiet', 'no summary');
  addReadingOptions(command, 'keep pages, and fetch only what has changed');
  command.addHelpText('after', SAMPLE_EXAMPLES).action(async (inputs: string[], options: SampleCommandOptions) => {
    const { drawForCoding } = await import('../study-sample.ts');
    done(await drawForCoding(inputs, options));
  });
}

function addAgree(study: Command, done: Done): void {
  study
    .command('agree')
    .description('how far codings of one sample agree: alpha, kappa, per cent')
    .argument('<coded...>', 'filled copies of sample.csv')
    .option('--with <run>', 'a finished run with frames of the same articles: the program as one more coder')
    .addOption(new Option('-f, --format <format>', 'output format').choices(['human', 'json']).default('human'))
    .addOption(seed())
    .addHelpText('after', AGREE_EXAMPLES)
    .action(async (files: string[], options: AgreeCommandOptions) => {
      const { agreeOn } = await import('../study-sample.ts');
      done(await agreeOn(files, options));
    });
}

const unit = (
  what = 'length of a period (default: the shortest of month, quarter, year with enough articles)',
): Option => new Option('--by <unit>', what).choices(PERIOD_UNITS);

const seed = (): Option =>
  new Option('--seed <number>', 'seed of all draws').argParser(number(0, 2 ** 32 - 1, true)).default(1);

function addInputs(command: Command): void {
  command
    .addOption(
      new Option('--input-format <format>', 'read every input as this (default: by file name or content type)').choices(
        INPUT_FORMATS,
      ),
    )
    .option(
      '--columns <list>',
      'what the columns of a CSV file hold, as in text=body,date=published,url=link',
      columns,
    );
}

function addWork(command: Command): void {
  command
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .option('-q, --quiet', 'no progress, warnings or summary')
    .option('--workers <number>', 'threads that code articles, 1 to 64', number(1, 64, true), 1);
  addReadingOptions(command, 'keep pages, and fetch only what has changed');
}

/** An ISO date. */
function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // Some days that are in no calendar are read as days of the month after.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    throw new InvalidArgumentError('It must be a date such as 2024-12-31.');
  return value;
}
