/** One file that is read as a stream, by itself: what a worker is given. */
import { fileChunks } from './bytes.ts';
import type { ReadItem, StreamedFile } from './item.ts';
import { streamedItems } from './read-unit.ts';
import { readUnits } from './read-units.ts';
import { startReading } from './reading.ts';

/** The items of a file, in batches, what goes wrong with it included. */
export function readStreamed(
  { file, format, path, ...options }: StreamedFile,
  signal: AbortSignal,
): AsyncIterable<ReadItem[]> {
  const reading = startReading({ ...options, signal }, readUnits);
  return streamedItems(file, format, fileChunks(file, signal), path, reading)!;
}
