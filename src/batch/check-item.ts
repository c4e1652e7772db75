/** One item of the inputs to its result record. */
import { datesWithText } from '../article/dates-in-text.ts';
import { languageOf } from '../article/language.ts';
import { checkArticle } from '../check.ts';
import { errorLine } from '../errors.ts';
import type { FactBase } from '../facts/load.ts';
import type { CheckResult, ResultRecord } from '../model.ts';
import { oneLine } from '../reporters/escape.ts';
import { failedRecord, type RecordOptions, skippedRecord, toRecord } from '../reporters/record.ts';
import { claimPlaces } from '../review/claim-place.ts';
import { directivesIn } from '../review/directives.ts';
import type { ClaimPlace, Directive, Notice } from '../review/finding.ts';
import type { RawArticle, SourceItem } from '../source/item.ts';
import { articleOf } from '../source/raw.ts';
import { sketchOf } from './copies.ts';

/** A result as it leaves a worker: plain data. */
export interface CheckedItem {
  record: ResultRecord;
  /** Lines for the user: what went wrong, or what a reader should know. */
  notes: string[];
  /** What the record was made of, for reports that show claims in their sentences; else null. */
  result: CheckResult | null;
  /** What copies of the article are found by; null where it was not checked or is too short. */
  sketch: Uint16Array | null;
  /** What reviewing the claims takes, where it was asked for; else null. */
  file: FileView | null;
}

/** What findings are made of besides the record. */
export interface FileView {
  /** Of the record's claims, in their order. */
  places: ClaimPlace[];
  directives: Directive[];
  /** What is wrong with the comments that should be directives. */
  notices: Notice[];
}

/** How items are checked. */
export interface CheckItemOptions {
  factBase: FactBase;
  record: RecordOptions;
  /** Hand on what the record was made of. */
  withResult: boolean;
  /** Hand on where each claim stands in its file, and the comments that suppress findings. */
  withFile: boolean;
}

/** The result of an item: at once where nothing is to be done for it, else a promise. */
export function checkItem(
  item: SourceItem | RawArticle,
  options: CheckItemOptions,
): CheckedItem | Promise<CheckedItem> {
  if (item.kind === 'raw') return articleOf(item).then((made) => checkItem(made, options));
  const { engine } = options.record;
  if (item.kind === 'skipped') return unread(skippedRecord(item.meta, engine, 'off-topic'), []);
  if (item.kind === 'error') return unread(failedRecord(item.id, item.error, engine), [oneLine(errorLine(item.error))]);
  return checkArticleItem(item, options);
}

const unread = (record: ResultRecord, notes: string[]): CheckedItem => ({
  record,
  notes,
  result: null,
  sketch: null,
  file: null,
});

async function checkArticleItem(
  { article: read, warnings }: SourceItem & { kind: 'article' },
  { factBase, record: options, withResult, withFile }: CheckItemOptions,
): Promise<CheckedItem> {
  const article = { ...read, ...datesWithText(read, read.text) };
  const found = await languageOf(article.text);
  // What a source says of an article's language is often that of its site; the words decide where they can.
  const language = found?.sure ? found.language : (article.language ?? found?.language ?? null);
  if (found?.sure && found.language !== 'en') {
    const note = oneLine(`${article.id}: not checked: its language is ${found.language}, not English`);
    return unread(skippedRecord({ ...article, language }, options.engine, 'language'), [note]);
  }
  const result = checkArticle({ ...article, language }, factBase);
  return {
    record: toRecord(result, options),
    notes: warnings.map((warning) => oneLine(`${article.id}: ${warning}`)),
    result: withResult ? plain(result) : null,
    // What makes no claim is counted by nobody, and need not be told apart from its copies.
    sketch: result.claims.length > 0 ? sketchOf(article.text) : null,
    file: withFile ? fileView(result) : null,
  };
}

function fileView({ article, claims }: CheckResult): FileView {
  return { places: claimPlaces(article, claims), ...directivesIn(article) };
}

/** Without what is worked out only when asked for, and without the file's text. */
function plain({ article, sentences, claims }: CheckResult): CheckResult {
  return {
    article: { ...article, origin: null },
    sentences,
    claims: claims.map(({ facets: _f, matches: _m, ...claim }) => ({ ...claim, facets: [], matches: [] })),
  };
}
