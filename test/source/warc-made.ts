/** Archives for tests. */
import { gzipSync } from 'node:zlib';

const CRLF = '\r\n';

/** A WARC record; `head` changes or adds lines, null takes one out. */
export function record(
  type: string,
  uri: string | null,
  block: Buffer,
  head: Record<string, string | null> = {},
): Buffer {
  const fields: Record<string, string | null> = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:0b1c3f5e-6d2a-4b7c-9e8f-1a2b3c4d5e6f>',
    'WARC-Date': '2021-06-21T06:10:00Z',
    'WARC-Target-URI': uri,
    'Content-Type': type === 'response' ? 'application/http; msgtype=response' : 'application/warc-fields',
    'Content-Length': String(block.length),
    ...head,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([Buffer.from(['WARC/1.0', ...lines, '', ''].join(CRLF)), block, Buffer.from(CRLF + CRLF)]);
}

/** An HTTP answer. */
export function answer(
  body: string | Buffer,
  head: Record<string, string> = { 'Content-Type': 'text/html; charset=utf-8' },
  status = 'HTTP/1.1 200 OK',
): Buffer {
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from([status, ...lines, '', ''].join(CRLF)), Buffer.from(body as string)]);
}

export const page = (text: string): string => `<!doctype html><html><body><p>${text}</p></body></html>`;

/** A record of a page. */
export const pageRecord = (uri: string, text: string): Buffer => record('response', uri, answer(page(text)));

/** HTTP chunks of `size` bytes, the last of them empty. */
export function chunked(body: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const data = body.subarray(at, at + size);
    parts.push(Buffer.from(data.length.toString(16) + CRLF), data, Buffer.from(CRLF));
  }
  return Buffer.concat([...parts, Buffer.from(`0${CRLF}${CRLF}`)]);
}

/** A gzip member a record. */
export const packed = (records: Buffer[]): Buffer => Buffer.concat(records.map((bytes) => gzipSync(bytes)));

/** `bytes` in chunks of `size`, in memory that is used again, as files are read. */
export async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(buffer, 0, at, Math.min(at + size, bytes.length));
    yield buffer.subarray(0, length);
  }
}
