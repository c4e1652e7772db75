/** Where results go: standard output or a file, in batches, no faster than the other end takes them. */
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { UsageError } from '../errors.ts';

/** Characters gathered before they are written; enough that writing costs nothing beside checking. */
const BATCH = 1 << 16;

export interface Output {
  /** Adds text; resolves when more is welcome. Rejects with UsageError when the file cannot be written. */
  write(text: string): Promise<void> | undefined;
  /** Writes what is left and closes a file. */
  end(): Promise<void>;
}

/**
 * Opens standard output (`file` undefined) or a file, which is emptied. Throws UsageError when the file cannot be opened. Text is written once 64 k characters have gathered, or when the program waits.
 */
export async function openOutput(file: string | undefined): Promise<Output> {
  if (file === undefined) return buffered(process.stdout, () => null);
  const stream = createWriteStream(file);
  let failure: UsageError | null = null;
  const opened = new Promise<void>((resolve) => stream.once('open', () => resolve()).once('error', () => resolve()));
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    failure ??= new UsageError('output-not-writable', `cannot write: ${reasonOf(cause)}`, { file }, null, { cause });
  });
  await opened;
  if (failure) throw failure;
  return buffered(stream, () => failure);
}

function buffered(stream: Writable, failure: () => Error | null): Output {
  let batch = '';
  let planned: NodeJS.Immediate | null = null;
  const flush = (): boolean => {
    if (planned) clearImmediate(planned);
    planned = null;
    const text = batch;
    batch = '';
    return text === '' || stream.write(text);
  };
  let wake: () => void = () => {};
  for (const event of ['drain', 'error', 'close']) stream.on(event, () => wake());
  const settled = async (ready: boolean): Promise<void> => {
    if (!ready && !stream.destroyed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const error = failure();
    if (error) throw error;
  };
  return {
    write(text) {
      batch += text;
      if (batch.length >= BATCH) return settled(flush());
      planned ??= setImmediate(flush);
      return undefined;
    },
    async end() {
      await settled(flush());
      if (stream === process.stdout) return;
      await new Promise<void>((resolve) => (stream.destroyed ? resolve() : stream.end(() => resolve())));
      await settled(true);
    },
  };
}

/** Why a file could not be read or written, in words. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  const reasons: Record<string, string> = {
    ENOENT: 'no such folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of the path is a file',
    ENOSPC: 'no space left',
    EROFS: 'read-only file system',
  };
  return reasons[error.code ?? ''] ?? error.message;
}
