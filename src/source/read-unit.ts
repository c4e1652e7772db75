/** One file, URL or standard input to its articles. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ArticleFormat } from '../article/extract.ts';
import { RunError } from '../errors.ts';
import { collect, fileChunks, streamChunks } from './bytes.ts';
import type { Unit } from './expand.ts';
import { errorItem, knownFailure, notRead, tooLarge } from './failures.ts';
import { formatOf, formatOfPage, isNotRead } from './formats.ts';
import { isOneArticle } from './input-formats.ts';
import type { InputFormat, RawArticle, ReadItem, SourceItem } from './item.ts';
import { listUnits } from './list-units.ts';
import { type ItemPath, isWanted } from './path.ts';
import { rawItem } from './raw.ts';
import type { Reading } from './reading.ts';
import { numbered } from './select.ts';
import type { tableUnits } from './table-units.ts';

/** Longest single article of a file, in bytes. */
export const FILE_BYTES = 32 * 1_048_576;
const RECORD_BYTES = 10 * 1_048_576;
/**
 * Addresses of a list begun at once: one host after the other is asked politely, and a list often has many of one host in a
 * row. How many are under way is bounded by the fetcher.
 */
const LINKS_BEGUN = 64;

/** An item, or batches of items that are to be read when their turn comes. */
export type Outcome = SourceItem | RawArticle | AsyncIterable<ReadItem[]>;
type Items = AsyncIterable<(SourceItem | RawArticle)[]>;

/** Reads the unit at `path`; what goes wrong with it is an item too. Rejects for faults of the program and when aborted. */
export async function readUnit(unit: Unit, path: ItemPath, reading: Reading): Promise<Outcome> {
  switch (unit.kind) {
    case 'made':
      return unit.item;
    case 'stdin':
      return caught('-', () => readStdin(path, reading));
    case 'bytes':
      return caught(unit.path, () => readHeld(unit, path, reading));
    case 'file':
      return caught(unit.path, () => readPath(unit.path, unit.size, path, reading));
    case 'url':
      return caught(unit.url, () => readUrl(unit, path, reading));
  }
}

/** The chunks of a file, for those who hear how much of it is read. */
async function* counted(
  chunks: AsyncIterable<Buffer>,
  size: number | null,
  path: ItemPath,
  { options: { extent } }: Reading,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (size) extent?.read(path, bytes / size);
    yield chunk;
  }
}

/** Standard input: text or a page unless `inputFormat` says more. */
async function readStdin(path: ItemPath, reading: Reading): Promise<Outcome> {
  const { inputFormat, signal, stdin = process.stdin, maxBytes: cap = FILE_BYTES } = reading.options;
  const chunks = streamChunks(stdin, signal);
  const streamed = streamedItems('-', inputFormat ?? null, chunks, path, reading);
  if (streamed) return streamed;
  return bytesOutcome('-', inputFormat ?? null, await collect(chunks, cap), path, reading);
}

/** A file up to this size, in bytes, is read at once: asking another thread for it takes longer than reading does. */
const READ_AT_ONCE = 262_144;

async function readWhole(file: string, size: number, signal: AbortSignal): Promise<Buffer> {
  return size <= READ_AT_ONCE ? readFileSync(file) : readFile(file, { signal });
}

/** A file whose content is at hand. */
async function readHeld(
  { path: file, bytes }: Unit & { kind: 'bytes' },
  path: ItemPath,
  reading: Reading,
): Promise<Outcome> {
  const format = reading.options.inputFormat ?? formatOf(file);
  if (format === null && isNotRead(file)) throw notRead();
  const streamed = streamedItems(file, format, Readable.from([bytes]), path, reading);
  return streamed ?? bytesOutcome(file, format, bytes, path, reading);
}

async function readPath(file: string, size: number | null, path: ItemPath, reading: Reading): Promise<Outcome> {
  const { inputFormat, signal, maxBytes: cap = FILE_BYTES } = reading.options;
  const format = inputFormat ?? formatOf(file);
  if (format === null && isNotRead(file)) throw notRead();
  const { elsewhere, selection = {}, gate = true, maxBytes } = reading.options;
  if (elsewhere && size !== null && (format === 'jsonl' || format === 'warc')) {
    return elsewhere({ file, format, path, selection, gate, maxBytes });
  }
  const chunks = counted(fileChunks(file, signal), size, path, reading);
  const streamed = streamedItems(file, format, chunks, path, reading);
  if (streamed) return streamed;
  if (size !== null && size > cap) throw tooLarge(cap);
  // Pipes and devices, and files that a system makes up as they are read, have no size to go by.
  const bytes = size ? await readWhole(file, size, signal) : await collect(fileChunks(file, signal), cap);
  return bytesOutcome(file, format, bytes, path, reading);
}

/** The items of a format that is read as it comes, what goes wrong with it included; null for one that is read whole. */
export function streamedItems(
  file: string,
  format: InputFormat | null,
  chunks: AsyncIterable<Buffer>,
  path: ItemPath,
  reading: Reading,
): AsyncIterable<ReadItem[]> | null {
  const { gate = true, maxBytes, columns } = reading.options;
  if (format === 'jsonl') {
    return placed(file, lineItems(file, chunks, maxBytes ?? FILE_BYTES, gate), path, reading);
  }
  if (format === 'warc') return placed(file, warcItems(file, chunks, maxBytes ?? RECORD_BYTES, gate), path, reading);
  if (format !== 'csv') return null;
  const rows = tableRows(file, chunks, { columns, gate, longest: maxBytes ?? FILE_BYTES });
  return guarded(file, path, reading.units(rows, path, reading), reading);
}

// What few inputs need is loaded for them alone.
async function* lineItems(file: string, chunks: AsyncIterable<Buffer>, longest: number, gate: boolean): Items {
  const { readJsonl } = await import('./jsonl.ts');
  yield* readJsonl(file, chunks, { longest, gate });
}

async function* tableRows(...given: Parameters<typeof tableUnits>): AsyncIterable<Unit> {
  const { tableUnits } = await import('./table-units.ts');
  yield* tableUnits(...given);
}

async function* warcItems(file: string, chunks: AsyncIterable<Buffer>, longest: number, gate: boolean): Items {
  const { warcArticles } = await import('./warc-articles.ts');
  yield* warcArticles(file, chunks, { longest, gate, gzip: 'auto' });
}

/** What bytes that were read whole hold: an article, or a list of more. */
async function bytesOutcome(
  file: string,
  format: InputFormat | null,
  bytes: Buffer,
  path: ItemPath,
  reading: Reading,
): Promise<Outcome> {
  const source = { name: file, contentType: null, base: null, depth: 0 };
  const units = await listUnits(bytes, format, source, reading.options.gate ?? true);
  if (units) return guarded(file, path, listed(units, path, reading), reading);
  return rawItem({
    given: { id: file },
    bytes,
    format: articleFormat(format),
    contentType: null,
    gate: reading.options.gate ?? true,
    own: true,
  });
}

async function readUrl({ url, link }: Unit & { kind: 'url' }, path: ItemPath, reading: Reading): Promise<Outcome> {
  const page = await (await reading.pages()).fetch(url, link?.to === 'article' ? 'page' : 'any');
  const format = reading.options.inputFormat ?? formatOfPage(page.contentType, page.url);
  const depth = path.length;
  const gate = reading.options.gate ?? true;
  if (link?.to !== 'article') {
    const source = { name: page.url, contentType: page.contentType, base: page.url, depth };
    const units = await listUnits(page.bytes, format, source, gate);
    if (units) return guarded(url, path, listed(units, path, reading), reading);
  }
  const { to: _to, ...known } = link ?? { to: 'article' };
  return rawItem({
    given: { ...known, id: known.id ?? url, url: page.url },
    bytes: page.bytes,
    format: articleFormat(format),
    contentType: page.contentType,
    gate,
  });
}

/** The items of the units that a list names. */
function listed(units: readonly Unit[], path: ItemPath, reading: Reading): AsyncIterable<ReadItem[]> {
  reading.options.extent?.holds(path, units.length);
  return reading.units(Readable.from(units), path, reading, Math.max(LINKS_BEGUN, reading.concurrency));
}

/** The format as that of one article: null, to look at the bytes, for one that would have held many. */
function articleFormat(format: InputFormat | null): ArticleFormat | null {
  return isOneArticle(format) ? (format as ArticleFormat) : null;
}

async function caught(id: string, read: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await read();
  } catch (thrown) {
    return failure(id, thrown);
  }
}

/** Batches of items with their places within `path`. */
async function* placed(file: string, batches: Items, path: ItemPath, reading: Reading): AsyncGenerator<ReadItem[]> {
  yield* guarded(file, path, numbered(batches, path, reading.options.selection ?? {}), reading);
}

/** `batches`, and what ends them too soon as the last item. */
async function* guarded(
  id: string,
  path: ItemPath,
  batches: AsyncIterable<ReadItem[]>,
  { options }: Reading,
): AsyncGenerator<ReadItem[]> {
  try {
    yield* batches;
  } catch (thrown) {
    const item = failure(id, thrown);
    // After every item that the input may hold.
    const last = [...path, Number.MAX_SAFE_INTEGER];
    if (isWanted(last, options.selection ?? {})) yield [{ path: last, item }];
  }
}

function failure(id: string, thrown: unknown): SourceItem {
  const error = knownFailure(thrown);
  if (error === null || error instanceof RunError) throw thrown;
  return errorItem(id, { file: id }, error);
}
