/** JSONL of articles, streamed: files of any size in little memory. */
import { isUtf8 } from 'node:buffer';
import type { KnownError } from '../errors.ts';
import { emptyInput, errorItem, tooLarge } from './failures.ts';
import type { SourceItem } from './item.ts';
import { readLine } from './jsonl-line.ts';
import { offTopicMeta } from './jsonl-skip.ts';
import { type LineBlock, lineBlocks } from './lines.ts';
import { asUtf8 } from './transcode.ts';

const LINE_FEED = 10;

/**
 * The articles of a JSONL source, in batches in the order of the lines. A line that is no article is an error
 * item with its number, 1-based; the others go on. Blank lines count and give nothing. With `gate`, off-topic articles
 * are skipped without decoding their text and without a hash. Lines may have up to `longest` bytes.
 * @throws system errors of `chunks`; ExtractError `binary`.
 */
export async function* readJsonl(
  file: string,
  chunks: AsyncIterable<Buffer>,
  longest: number,
  gate: boolean,
): AsyncGenerator<SourceItem[]> {
  let line = 0;
  let items = 0;
  for await (const block of lineBlocks(asUtf8(chunks), longest)) {
    const batch: SourceItem[] = [];
    if (block.tooLong) {
      line++;
      batch.push(lineError(file, line, tooLarge(longest)));
    } else line = await readBlock(file, block, line, batch, gate);
    items += batch.length;
    if (batch.length > 0) yield batch;
  }
  if (items === 0) throw emptyInput();
}

/** Reads the lines of a block into `batch`; gives the number of the last one. */
async function readBlock(
  file: string,
  block: LineBlock,
  before: number,
  batch: SourceItem[],
  gate: boolean,
): Promise<number> {
  const { buf, end } = block;
  let line = before;
  for (let start = block.start; start < end; ) {
    line++;
    const feed = buf.indexOf(LINE_FEED, start);
    const stop = feed === -1 || feed >= end ? end : feed;
    const meta = gate ? offTopicMeta(buf, start, stop, `${file}:${line}`) : null;
    if (meta !== null) batch.push({ kind: 'skipped', meta });
    else {
      const json = buf.toString('utf8', start, stop);
      const replaced = json.includes('\ufffd') && !isUtf8(buf.subarray(start, stop));
      if (json.trim() !== '') {
        const item = readLine(json, { file, line }, replaced);
        batch.push(item instanceof Promise ? await item : item);
      }
    }
    start = stop + 1;
  }
  return line;
}

function lineError(file: string, line: number, error: KnownError): SourceItem {
  return errorItem(`${file}:${line}`, { file, line }, error);
}
