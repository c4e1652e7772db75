/** Heads of WARC records, and of the HTTP answers in them. */
import { fields, names } from './warc-fields.ts';

const VERSION = Buffer.from('WARC/');
const HTTP = Buffer.from('HTTP/');
const OK = Buffer.from(' 200');
const HEAD_END = Buffer.from('\r\n\r\n');
const BARE_HEAD_END = Buffer.from('\n\n');
/** Most bytes of an HTTP head. */
const LONGEST_HEAD = 65_536;
/** Longest address kept, in characters. */
const LONGEST_URI = 8192;

const RECORD_FIELDS = names(
  'warc-type',
  'content-length',
  'warc-target-uri',
  'content-type',
  'warc-identified-payload-type',
);
const HTTP_FIELDS = names('content-type', 'content-encoding', 'transfer-encoding');

/** What the head of a record says. */
export interface RecordHead {
  /** Whether it is an answer that came by HTTP. */
  isAnswer: boolean;
  /** Bytes of its block; null when that is not said, or not in digits. */
  length: number | null;
  uri: string | null;
  /** What the archive's maker took the payload for. */
  payloadType: string | null;
}

/** Whether bytes begin like `start`, as far as they go. */
export function beginsWith(bytes: Buffer, start: Uint8Array): boolean {
  for (let i = 0; i < start.length && i < bytes.length; i++) if (bytes[i] !== start[i]) return false;
  return true;
}

/** Whether bytes begin like a record, as far as they go. */
export function isRecordStart(bytes: Buffer): boolean {
  return beginsWith(bytes, VERSION);
}

/** The head in `bytes`; null when they do not begin like a record. */
export function recordHead(bytes: Buffer): RecordHead | null {
  if (!isRecordStart(bytes)) return null;
  const [type, length, uri, contentType, payloadType] = fields(bytes, 0, bytes.length, RECORD_FIELDS);
  return {
    isAnswer: type?.toLowerCase() === 'response' && isHttp(contentType!),
    length: length && /^\d{1,15}$/.test(length) ? Number(length) : null,
    uri: uri ? addressOf(uri) : null,
    payloadType: payloadType ?? null,
  };
}

function isHttp(contentType: string | null): boolean {
  return contentType !== null && /^application\/https?\b/i.test(contentType);
}

/** Some writers put addresses in angle brackets, as an early draft had it. */
function addressOf(uri: string): string {
  const bare = uri.startsWith('<') && uri.endsWith('>') ? uri.slice(1, -1) : uri;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they would end up on terminals and in reports
  return bare.slice(0, LONGEST_URI).replace(/[\u0000-\u001f\u007f]/g, '');
}

/** A page in an answer. */
export interface Page {
  contentType: string;
  format: 'html' | 'text';
  encodings: string | null;
  isChunked: boolean;
  /** Where in the block the body begins. */
  body: number;
}

/**
 * The page that the block of an answer holds, of which `block` is the beginning at least; null when its status is not
 * 200 or it is neither HTML nor plain text.
 */
export function pageIn(block: Buffer, payloadType: string | null): Page | null {
  if (block.length < 12 || !beginsWith(block, HTTP)) return null;
  // HTTP/2 and HTTP/1.1 differ in length.
  const status = block.subarray(0, 12).indexOf(OK);
  const after = block[status + 4];
  if (status === -1 || (after !== undefined && after > 0x20)) return null;
  const { end, body } = headEnd(block);
  const [stated, encodings, transfer] = fields(block, 0, end, HTTP_FIELDS);
  const contentType = stated || payloadType;
  const format = contentType ? formatOfType(contentType) : null;
  if (format === null) return null;
  const isChunked = transfer?.toLowerCase().includes('chunked') ?? false;
  return { contentType: contentType!, format, encodings: encodings ?? null, isChunked, body };
}

function headEnd(block: Buffer): { end: number; body: number } {
  const start = block.subarray(0, LONGEST_HEAD);
  const end = start.indexOf(HEAD_END);
  if (end !== -1) return { end: end + 2, body: end + 4 };
  const bare = start.indexOf(BARE_HEAD_END);
  return bare === -1 ? { end: start.length, body: block.length } : { end: bare + 1, body: bare + 2 };
}

function formatOfType(contentType: string): 'html' | 'text' | null {
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  return type === 'text/plain' ? 'text' : null;
}
