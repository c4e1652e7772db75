/** One file, URL or standard input to its articles. */
import { readFile } from 'node:fs/promises';
import { articleItem } from './article-item.ts';
import { collect, fileChunks, streamChunks } from './bytes.ts';
import type { Unit } from './expand.ts';
import { errorItem, knownFailure, notRead, tooLarge } from './failures.ts';
import { formatOf, formatOfPage, isNotRead } from './formats.ts';
import type { ReadOptions, SourceItem } from './item.ts';
import { readJsonl } from './jsonl.ts';

const FILE_BYTES = 32 * 1_048_576;
const URL_BYTES = 10 * 1_048_576;
const TIMEOUT_MS = 30_000;
const USER_AGENT = 'scscheck (reads one page for the person who asked for it)';

/** An item, or batches of items that are to be read when their turn comes. */
export type Outcome = SourceItem | AsyncIterable<SourceItem[]>;

/** Options with the signal that everything listens to. */
export interface Settings extends ReadOptions {
  signal: AbortSignal;
}

/** Reads a unit; what goes wrong with it is an item too. Rejects for faults of the program and when aborted. */
export async function readUnit(unit: Unit, settings: Settings): Promise<Outcome> {
  switch (unit.kind) {
    case 'failed':
      return unit.item;
    case 'stdin':
      return guarded('-', readStdin(settings));
    case 'file':
      return caught(unit.path, () => readPath(unit.path, unit.size, settings));
    case 'url':
      return caught(unit.url, () => readUrl(unit.url, settings));
  }
}

async function* readStdin(settings: Settings): AsyncGenerator<SourceItem[]> {
  const format = settings.inputFormat ?? null;
  const { maxBytes: cap = FILE_BYTES, gate = true } = settings;
  const chunks = streamChunks(settings.stdin ?? process.stdin, settings.signal);
  if (format === 'jsonl') yield* readJsonl('-', chunks, { longest: cap, gate });
  else {
    const bytes = await collect(chunks, cap);
    yield [await articleItem({ id: '-', bytes, format, url: null, contentType: null, gate })];
  }
}

async function readPath(path: string, size: number | null, settings: Settings): Promise<Outcome> {
  const format = settings.inputFormat ?? formatOf(path);
  if (format === null && isNotRead(path)) throw notRead();
  const { signal, maxBytes: cap = FILE_BYTES, gate = true } = settings;
  if (format === 'jsonl') return guarded(path, readJsonl(path, fileChunks(path, signal), { longest: cap, gate }));
  if (size !== null && size > cap) throw tooLarge(cap);
  // Pipes and devices, and files that a system makes up as they are read, have no size to go by.
  const bytes = size ? await readFile(path, { signal }) : await collect(fileChunks(path, signal), cap);
  return articleItem({ id: path, bytes, format, url: null, contentType: null, gate });
}

async function readUrl(url: string, settings: Settings): Promise<SourceItem> {
  const { fetchPage } = await import('./fetch.ts');
  const page = await fetchPage(url, {
    allowPrivate: settings.allowPrivate ?? false,
    userAgent: settings.userAgent ?? USER_AGENT,
    timeoutMs: settings.timeoutMs ?? TIMEOUT_MS,
    maxBytes: settings.maxBytes ?? URL_BYTES,
    signal: settings.signal,
  });
  const wanted = settings.inputFormat === 'jsonl' ? undefined : settings.inputFormat;
  const format = wanted ?? formatOfPage(page.contentType, page.url);
  return articleItem({ ...page, id: url, format, gate: settings.gate ?? true });
}

async function caught<T>(id: string, read: () => Promise<T>): Promise<T | SourceItem> {
  try {
    return await read();
  } catch (thrown) {
    return failure(id, thrown);
  }
}

async function* guarded(id: string, batches: AsyncIterable<SourceItem[]>): AsyncGenerator<SourceItem[]> {
  try {
    yield* batches;
  } catch (thrown) {
    yield [failure(id, thrown)];
  }
}

function failure(id: string, thrown: unknown): SourceItem {
  const error = knownFailure(thrown);
  if (error === null) throw thrown;
  return errorItem(id, { file: id }, error);
}
