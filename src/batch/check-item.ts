/** One item of the inputs to its result record. */

import type { ArticleFormat } from '../article/extract.ts';
import { checkArticle, type FrameCoder } from '../check.ts';
import { errorLine } from '../errors.ts';
import type { FactBase } from '../facts/load.ts';
import type { CheckResult, FrameCode, ResultRecord } from '../model.ts';
import { type Context, claimContext, sentenceOf } from '../reporters/context.ts';
import { oneLine } from '../reporters/escape.ts';
import { failedRecord, type RecordOptions, skippedRecord, toRecord } from '../reporters/record.ts';
import { claimPlaces } from '../review/claim-place.ts';
import { directivesIn, withoutDirectives } from '../review/directives.ts';
import type { ClaimPlace, Directive, Notice } from '../review/finding.ts';
import type { RawArticle, SourceItem } from '../source/item.ts';
import { articleOf } from '../source/raw.ts';
import { suggestionFor } from '../suggest/suggest.ts';
import { sketchOf } from './copies.ts';
import { readyArticle } from './ready-article.ts';
import { shinglesOf } from './sketch.ts';

/** A result as it leaves a worker: plain data. */
export interface CheckedItem {
  record: ResultRecord;
  /** Lines for the user: what went wrong, or what a reader should know. */
  notes: string[];
  /** The record's claims in their sentences, for reports that show them so; else null. */
  contexts: Context[] | null;
  /** The first words that show each frame of the record, in their sentences; null where that was not asked for. */
  frameContexts: Context[] | null;
  /** The article's runs of words, distinct and ascending, where they were asked for; null where it is too short. */
  shingles: Uint32Array | null;
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
  /** Whether the article is a file of the user's own, and its id the way there. */
  own: boolean;
}

/** How items are checked. */
export interface CheckItemOptions {
  factBase: FactBase;
  record: RecordOptions;
  /** Hand on each claim in its sentence. */
  withContexts: boolean;
  /** Hand on where each claim stands in its file, and the comments that suppress findings. */
  withFile: boolean;
  /** With it, the lines and words around each claim, for formats that show them and for a baseline; else they are empty. */
  withSurroundings: boolean;
  /** Hand on what copies are found by. */
  withSketch: boolean;
  /** Hand on the runs of words of every article on the topic; default false. */
  withShingles?: boolean | undefined;
  /** Code frames; default: the record has none. */
  frames?: FrameCoder | null | undefined;
  /** Look for rewordings of contradicted claims. */
  withSuggestions: boolean;
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
  contexts: null,
  frameContexts: null,
  shingles: null,
  sketch: null,
  file: null,
});

async function checkArticleItem(
  { article: given, warnings, own }: SourceItem & { kind: 'article' },
  options: CheckItemOptions,
): Promise<CheckedItem> {
  const { factBase } = options;
  const { article, english } = await readyArticle(own === 'text' ? withoutDirectives(given) : given);
  if (!english) {
    const note = oneLine(`${article.id}: not checked: its language is ${article.language}, not English`);
    return unread(skippedRecord(article, options.record.engine, 'language'), [note]);
  }
  const result = checkArticle(article, factBase, { frames: options.frames });
  const { frames } = result;
  const record = toRecord(result, options.record);
  if (options.withSuggestions) suggest(record, result, factBase);
  return {
    record,
    notes: warnings.map((warning) => oneLine(`${article.id}: ${warning}`)),
    contexts: options.withContexts ? contextsOf(result) : null,
    frameContexts: options.withContexts && frames ? frameContextsOf(result, frames) : null,
    shingles: options.withShingles ? shinglesOf(article.text) : null,
    // What makes no claim is counted by nobody, and need not be told apart from its copies; frames are shares of all articles.
    sketch: options.withSketch && (result.claims.length > 0 || frames) ? sketchOf(article.text) : null,
    file: options.withFile ? fileView(result, own ?? null, options.withSurroundings) : null,
  };
}

/** Puts a rewording into the record of each contradicted claim that has one. */
function suggest(record: ResultRecord, { article, claims }: CheckResult, factBase: FactBase): void {
  for (const [i, claim] of claims.entries())
    if (claim.label === 'contradicted') record.claims[i]!.suggestion = suggestionFor(article, claim, factBase);
}

function fileView({ article, claims }: CheckResult, own: ArticleFormat | null, surroundings: boolean): FileView {
  const places = claimPlaces(article, claims);
  const bare = (place: ClaimPlace): ClaimPlace => ({ ...place, lines: '', before: '', after: '' });
  return { places: surroundings ? places : places.map(bare), ...directivesIn(article, own), own: own !== null };
}

/** The first words that show each frame. */
function frameContextsOf({ article, sentences }: CheckResult, frames: readonly FrameCode[]): Context[] {
  return frames.map(({ spans }) => {
    const span = spans[0]!;
    const around = sentences.find(({ start, end }) => start <= span.start && span.end <= end) ?? span;
    return claimContext(article.text, around, span);
  });
}

function contextsOf({ article, sentences, claims }: CheckResult): Context[] {
  return claims.map((claim) => claimContext(article.text, sentenceOf(claim, sentences), claim));
}
