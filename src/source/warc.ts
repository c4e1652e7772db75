/** Archives of the web in WARC to the pages in them. */
import type { KnownError } from '../errors.ts';
import { knownFailure, tooLarge } from './failures.ts';
import type { SourceItem } from './item.ts';
import { decodedBody, unchunked } from './warc-body.ts';
import { recordError, wrongSum } from './warc-failures.ts';
import { isPageOff } from './warc-gate.ts';
import { WarcReader } from './warc-reader.ts';
import { pageIn } from './warc-record.ts';
import { recordsOf, type WarcRecord } from './warc-records.ts';
import { openStretches } from './warc-stretches.ts';

/** A page that may be on topic, or why there is none. */
export type RawItem =
  | {
      kind: 'raw';
      /** The page's address, which is its `url` too; a name made of file and number where it has none. */
      id: string;
      url: string | null;
      /** Of the HTTP answer. */
      contentType: string;
      format: 'html' | 'text';
      /** The page as the server meant it: chunks joined, compression undone; memory of its own. */
      bytes: Buffer;
      /** Of its record, 1-based, of all records. */
      number: number;
    }
  | Extract<SourceItem, { kind: 'skipped' | 'error' }>;

/** How an archive is read. */
export interface WarcOptions {
  /** Whether pages off the topic are skipped. */
  gate: boolean;
  /** Most bytes of a page, unpacked; default 10 MB. */
  longest?: number;
  /** Whether the archive is gzipped; default `auto`: by how it begins. */
  gzip?: boolean | 'auto';
}

const LONGEST = 10 * 1_048_576;
/** A batch is given out once it has so many items, or so many bytes of pages. */
const BATCH_ITEMS = 128;
const BATCH_BYTES = 1_048_576;
/** What may stand before a page in its block: the head of the HTTP answer. */
const HEAD_BYTES = 65_536;

/**
 * The pages of a WARC archive, in batches in the order of its records: answers of status 200 that are HTML or plain
 * text. Other records give nothing. A page that the topic gate turns away is skipped, without having been decoded. A
 * record that is torn, too long, of another length than it says, or whose body cannot be unpacked is an error item
 * that names it; reading goes on at the next record that can be found.
 * @throws system errors of `chunks`; ExtractError `empty`, or `malformed` when the file is too damaged to go on.
 */
export async function* readWarc(
  file: string,
  chunks: AsyncIterable<Buffer>,
  { gate, longest = LONGEST, gzip = 'auto' }: WarcOptions,
): AsyncGenerator<RawItem[]> {
  const reader = new WarcReader(await openStretches(chunks, gzip));
  let batch: RawItem[] = [];
  let bytes = 0;
  try {
    for await (const record of recordsOf(reader, longest + HEAD_BYTES)) {
      const item = await itemOf(file, record, longest, gate, () => reader.isSound());
      if (item === null) continue;
      batch.push(item);
      if (item.kind === 'raw') bytes += item.bytes.length;
      if (batch.length < BATCH_ITEMS && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) yield batch;
  } finally {
    await reader.close();
  }
}

/** The item of a record; null for one that holds no page. */
async function itemOf(
  file: string,
  record: WarcRecord,
  longest: number,
  gate: boolean,
  isSound: () => boolean,
): Promise<RawItem | null> {
  const { number, offset, head, block, isTooLong, error } = record;
  const uri = head?.uri ?? null;
  const failed = (fault: KnownError) => recordError({ file, number, offset, uri }, fault);
  if (error) return failed(error);
  const page = head?.isAnswer ? pageIn(block, head.payloadType) : null;
  if (page === null) return isSound() ? null : failed(wrongSum());
  if (isTooLong || block.length - page.body > longest) return failed(tooLarge(longest));
  let bytes: Buffer;
  try {
    const body = block.subarray(page.body);
    bytes = decodedBody(page.isChunked ? unchunked(body) : body, page.encodings, longest);
  } catch (thrown) {
    const known = knownFailure(thrown);
    if (known === null) throw thrown;
    return failed(known);
  }
  const id = uri ?? `${file}#${number}`;
  if (bytes.length === 0 || (gate && (await isPageOff(bytes, page)))) {
    return { kind: 'skipped', meta: { ...UNKNOWN, id, url: uri } };
  }
  if (!isSound()) return failed(wrongSum());
  const { contentType, format } = page;
  return { kind: 'raw', id, url: uri, contentType, format, bytes: Buffer.from(bytes), number };
}

const UNKNOWN = { title: null, outlet: null, publishedAt: null, language: null, sha256: null };
