/** `scscheck study sample` and `scscheck study agree`: coding by hand. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { recordLines } from '../batch/parts.ts';
import { placesOf } from '../batch/run-folder.ts';
import { writeWhole } from '../batch/write-whole.ts';
import { UsageError } from '../errors.ts';
import { readItems } from '../source/inputs.ts';
import { finishedRun } from '../study/inputs.ts';
import type { PeriodUnit } from '../study/model.ts';
import { agreement, apart } from '../study/sample/agreement.ts';
import { agreementJson, agreementText, apartText } from '../study/sample/agreement-text.ts';
import { codebookText } from '../study/sample/codebook.ts';
import type { Coding } from '../study/sample/coding.ts';
import { drawSample } from '../study/sample/draw.ts';
import { readCodings } from '../study/sample/hand-coded.ts';
import { listArticles } from '../study/sample/list-articles.ts';
import { type CodedRecord, programCodes } from '../study/sample/program-codes.ts';
import { sampleSheet } from '../study/sample/sheet.ts';
import { refuseFolder } from './folders.ts';
import { onInterrupt, untilAborted } from './interrupt.ts';
import { createMessages } from './messages.ts';
import { type ReadingOptions, readOptions } from './reading.ts';
import { STATUS } from './status.ts';

export interface SampleCommandOptions extends ReadingOptions {
  out: string;
  size: number;
  by?: PeriodUnit;
  seed: number;
  quiet?: boolean;
}

const SHEET = 'sample.csv';
const CODEBOOK = 'codebook.txt';
/** Draws of the intervals of alpha. */
const DRAWS = 1000;
/** Columns where the width of the terminal is not known. */
const WIDTH = 100;

/** Draws the sample and writes its files; gives the exit status. Throws UsageError. */
export async function drawForCoding(inputs: string[], options: SampleCommandOptions): Promise<number> {
  const { out, size, seed, quiet = false } = options;
  for (const input of inputs) refuseRun(input);
  refuseFolder(out, inputs, [SHEET, CODEBOOK], SHEET);
  const interrupt = onInterrupt();
  const messages = createMessages({ progress: 'none', hold: false });
  try {
    const reading = { ...readOptions(options, interrupt.signal), cache: options.cache };
    const items = untilAborted(readItems(inputs, reading), interrupt.signal);
    const { articles, failed } = await listArticles(items, messages.say);
    if (interrupt.signal.aborted) return STATUS.interrupted;
    if (articles.length === 0) {
      messages.say(`nothing to draw from: no article on the topic in ${inputs.join(', ')}`);
      return STATUS.usage;
    }
    const { drawn, strata } = drawSample(articles, { size, seed, unit: options.by ?? 'year' });
    const rows = drawn.map(({ number, weight }) => ({ ...articles[number]!, weight }));
    mkdirSync(out, { recursive: true });
    writeWhole(join(out, SHEET), sampleSheet(rows));
    writeWhole(join(out, CODEBOOK), codebookText({ file: SHEET, articles: rows.length, seed }));
    if (!quiet) {
      const of = `${rows.length} of ${articles.length} articles on the topic, from ${strata.length} strata`;
      process.stdout.write(`${of}: ${join(out, SHEET)}, ${join(out, CODEBOOK)}\n`);
    }
    return failed > 0 ? STATUS.partly : STATUS.ok;
  } finally {
    messages.end();
    interrupt.release();
  }
}

/** Coders need texts. Throws UsageError. */
function refuseRun(input: string): void {
  if (finishedRun(input) === null) return;
  const hint = 'give the articles that it was made from';
  throw new UsageError('run-without-texts', 'is a run, which holds no texts to code', { file: input }, hint);
}

export interface AgreeCommandOptions {
  with?: string;
  format: 'human' | 'json';
  seed: number;
}

/** Prints how far the codings agree; gives the exit status. Throws UsageError, ConfigError and RunError. */
export async function agreeOn(files: string[], options: AgreeCommandOptions): Promise<number> {
  const codings = await readCodings(files);
  if (options.with !== undefined) codings.push(await codesOfRun(options.with, codings));
  if (codings.length < 2) {
    const hint = 'give two filled sheets, or one and --with a finished run';
    throw new UsageError('one-coding', 'one coding agrees with nothing', null, hint);
  }
  const found = agreement(codings, { seed: options.seed, draws: DRAWS });
  const messages = createMessages({ progress: 'none', hold: false });
  for (const one of apart(codings)) messages.say(apartText(one));
  messages.end();
  const width = process.stdout.columns ?? WIDTH;
  process.stdout.write(options.format === 'json' ? agreementJson(found) : agreementText(found, width));
  return STATUS.ok;
}

/** The program's codes of what was coded by hand. */
async function codesOfRun(folder: string, codings: readonly Coding[]): Promise<Coding> {
  const run = finishedRun(folder);
  if (run === null) {
    const hint = 'make one: scscheck check --run FOLDER --frames INPUT…';
    throw new UsageError('no-run', 'holds no finished run', { file: folder }, hint);
  }
  const wanted = new Set(codings.flatMap(({ units }) => [...units.keys()]));
  const records: CodedRecord[] = [];
  for await (const line of recordLines(placesOf(folder).results)) {
    const record = JSON.parse(line) as CodedRecord;
    if (wanted.has(record.article.id.trim())) records.push(record);
  }
  return programCodes(records, wanted);
}
