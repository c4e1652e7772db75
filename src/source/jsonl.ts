/** JSONL of articles, streamed: files of any size in little memory. */
import { isUtf8 } from 'node:buffer';
import type { KnownError } from '../errors.ts';
import { emptyInput, errorItem, tooLarge } from './failures.ts';
import type { RawArticle, SourceItem } from './item.ts';
import { readLine } from './jsonl-line.ts';
import { offTopicMeta } from './jsonl-skip.ts';
import { type LineBlock, lineBlocks } from './lines.ts';
import { asUtf8 } from './transcode.ts';

const LINE_FEED = 10;

/** How lines are read. */
export interface JsonlOptions {
  /** Most bytes of a line. */
  longest: number;
  /** Whether articles off the topic are skipped. */
  gate: boolean;
}

/**
 * The articles of a JSONL source, in batches in the order of the lines. A line that is no article is an error
 * item with its number, 1-based; the others go on. Blank lines count and give nothing. Off-topic articles are
 * skipped without decoding their text and without a hash.
 * @throws system errors of `chunks`; ExtractError `binary`, or `empty` when all lines are blank.
 */
export async function* readJsonl(
  file: string,
  chunks: AsyncIterable<Buffer>,
  options: JsonlOptions,
): AsyncGenerator<(SourceItem | RawArticle)[]> {
  let line = 0;
  let items = 0;
  for await (const block of lineBlocks(asUtf8(chunks), options.longest)) {
    const batch: (SourceItem | RawArticle)[] = [];
    if (block.tooLong) {
      line++;
      batch.push(lineError(file, line, tooLarge(options.longest)));
    } else line = readBlock(file, block, options, line, batch);
    items += batch.length;
    if (batch.length > 0) yield batch;
  }
  if (items === 0) throw emptyInput();
}

/** Reads the lines of a block into `batch`; gives the number of the last one. */
function readBlock(
  file: string,
  { buf, start: first, end }: LineBlock,
  { longest, gate }: JsonlOptions,
  before: number,
  batch: (SourceItem | RawArticle)[],
): number {
  let line = before;
  for (let start = first; start < end; ) {
    line++;
    const feed = buf.indexOf(LINE_FEED, start);
    const stop = feed === -1 || feed >= end ? end : feed;
    const isTooLong = stop - start > longest;
    const meta = gate && !isTooLong ? offTopicMeta(buf, start, stop, `${file}:${line}`) : null;
    if (meta !== null) batch.push({ kind: 'skipped', meta });
    else if (isTooLong) batch.push(lineError(file, line, tooLarge(longest)));
    else {
      const json = buf.toString('utf8', start, stop);
      const replaced = json.includes('\ufffd') && !isUtf8(buf.subarray(start, stop));
      if (json.trim() !== '') {
        batch.push(readLine(json, { file, line }, { replaced, gate }));
      }
    }
    start = stop + 1;
  }
  return line;
}

function lineError(file: string, line: number, error: KnownError): SourceItem {
  return errorItem(`${file}:${line}`, { file, line }, error);
}
