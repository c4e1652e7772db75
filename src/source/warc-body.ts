/** The body of an HTTP answer as it was sent to its page: chunks joined, compression undone, never beyond a cap. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ExtractError } from '../errors.ts';
import { tooLarge } from './failures.ts';

/** Encodings laid over each other; real servers use one. */
const MOST_ENCODINGS = 3;
/** Inflated at a time. */
const PIECE = 131_072;

/**
 * `body` with the content encodings of the header field `encodings` undone, the last first. A body that begins like
 * a page was unpacked by whoever kept it.
 * @throws ExtractError `malformed`, `too-large` for more than `cap` bytes.
 */
export function decodedBody(body: Buffer, encodings: string | null, cap: number): Buffer {
  const names = (encodings ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const undone = names.filter((name) => name !== '' && name !== 'identity' && name !== 'none');
  if (undone.length > MOST_ENCODINGS) throw malformed(`is encoded ${undone.length} times`);
  return undone.reduceRight((bytes, name) => (isMarkup(bytes) ? bytes : decoded(bytes, name, cap)), body);
}

function decoded(bytes: Buffer, encoding: string, cap: number): Buffer {
  if (bytes.length === 0) return bytes;
  const options = { maxOutputLength: cap, chunkSize: PIECE };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, options);
    // Servers send deflate with and without its envelope, which begins with a method of 8 and divides by 31.
    const isBare = (bytes[0]! & 0x0f) !== 8 || (bytes[0]! * 256 + (bytes[1] ?? 0)) % 31 !== 0;
    if (encoding === 'deflate') return (isBare ? inflateRawSync : inflateSync)(bytes, options);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(cap);
    throw malformed(`cannot be unpacked (${encoding})`, cause);
  }
  throw malformed(`has a content encoding that is not known: ${encoding.slice(0, 40)}`);
}

/**
 * The data of `body`, which came in HTTP chunks. A body that begins like a page was put together by whoever kept it.
 * @throws ExtractError `malformed` when chunks are broken or the last is missing.
 */
export function unchunked(body: Buffer): Buffer {
  if (isMarkup(body)) return body;
  let whole: Buffer | null = null;
  let length = 0;
  for (let at = 0; ; ) {
    const { size, data } = chunkAt(body, at);
    if (size === 0) return whole?.subarray(0, length) ?? body.subarray(0, 0);
    const end = data + size;
    if (body[end] !== 13 || body[end + 1] !== 10) throw malformed('has broken HTTP chunks');
    // Most pages come in one chunk, which needs no copying.
    if (whole === null && isLast(body, end + 2)) return body.subarray(data, end);
    whole ??= Buffer.allocUnsafe(body.length);
    length += body.copy(whole, length, data, end);
    at = end + 2;
  }
}

function isLast(body: Buffer, at: number): boolean {
  return chunkAt(body, at).size === 0;
}

/** Most characters of a chunk's size, and of what may stand behind it in its line. */
const LONGEST_SIZE = 8;
const LONGEST_LINE = 1024;

/** Size of the chunk whose line begins at `at`, and where its data begin. */
function chunkAt(body: Buffer, at: number): { size: number; data: number } {
  const feed = body.subarray(at, at + LONGEST_LINE).indexOf(10);
  if (feed === -1) throw malformed('has broken HTTP chunks');
  let size = 0;
  let i = at;
  for (; i < at + feed; i++) {
    const digit = hexDigit(body[i]!);
    if (digit === -1) break;
    size = size * 16 + digit;
  }
  const next = body[i];
  const isEnded = next === 13 || next === 10 || next === 0x3b || next === 0x20 || next === 9;
  if (i === at || i > at + LONGEST_SIZE || !isEnded) throw malformed('has broken HTTP chunks');
  return { size, data: at + feed + 1 };
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Whether bytes begin with a tag, after white space: no chunk does, nor anything packed. */
function isMarkup(bytes: Buffer): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && (bytes[at] === 0x20 || bytes[at] === 9 || bytes[at] === 10 || bytes[at] === 13)) at++;
  return bytes[at] === 0x3c;
}

function malformed(what: string, cause?: unknown): ExtractError {
  return new ExtractError('malformed', what, null, null, { cause });
}
