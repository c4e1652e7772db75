/** Lines of JSONL that are off topic: found without decoding and parsing their text. */
import { offTopicEnd } from '../detect/gate.ts';
import { PASSAGE_BYTES } from '../detect/gate-terms.ts';
import type { ArticleMeta } from '../model.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const TEXT = Buffer.from('text').readInt32LE();
const HTML = Buffer.from('html').readInt32LE();

/** Meta of a skipped article. */
export type SkippedMeta = ArticleMeta & { sha256: null };

/**
 * The meta of the line `start..end`, when it is a valid article whose text is long enough to be judged and off
 * topic; else null, and the line needs a full look. `fallbackId` is the id of a line without one.
 */
export function offTopicMeta(buf: Buffer, start: number, end: number, fallbackId: string): SkippedMeta | null {
  const value = findText(buf, start, end);
  if (value === null) return null;
  const close = offTopicEnd(buf, value.start, end, value.html);
  if (close === -1 || isPassage(buf, value.start, close)) return null;
  // The line without its text is small, and parsing it shows whether all the rest of it is as it should be.
  const rest = buf.toString('utf8', start, value.start) + buf.toString('utf8', close, end);
  return metaOf(rest, value.html ? 'html' : 'text', fallbackId);
}

/** Whether the JSON string `start..end` is shorter than `PASSAGE_BYTES` once its escapes are read. */
function isPassage(buf: Buffer, start: number, end: number): boolean {
  // No escape is more than six times as long as what it stands for.
  if (end - start >= 6 * PASSAGE_BYTES) return false;
  const text = buf.subarray(start, end);
  let spared = 0;
  for (let at = text.indexOf(BACKSLASH); at !== -1; ) {
    if (at - spared >= PASSAGE_BYTES) return false;
    const isCode = text[at + 1] === 0x75;
    spared += isCode ? 6 - encodedLength(Number.parseInt(text.toString('latin1', at + 2, at + 6), 16)) : 1;
    at = text.indexOf(BACKSLASH, at + (isCode ? 6 : 2));
  }
  return text.length - spared < PASSAGE_BYTES;
}

/** Bytes of a UTF-16 unit in UTF-8; a surrogate is half of four. */
function encodedLength(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}

/** Finds the string that is the line's text, by its key among the keys of the line's object. */
function findText(buf: Buffer, start: number, end: number): { start: number; html: boolean } | null {
  let i = skipSpace(buf, start, end);
  if (buf[i] !== 0x7b) return null;
  for (i++; i < end; i++) {
    i = skipSpace(buf, i, end);
    if (buf[i] !== QUOTE) return null;
    const key = i + 1;
    i = stringEnd(buf, key, end);
    if (i === -1) return null;
    const word = i - key === 4 ? buf.readInt32LE(key) : 0;
    i = skipSpace(buf, i + 1, end);
    if (buf[i] !== 0x3a) return null;
    i = skipSpace(buf, i + 1, end);
    const isString = buf[i] === QUOTE;
    if (word === TEXT || word === HTML) return isString ? { start: i + 1, html: word === HTML } : null;
    i = isString ? stringEnd(buf, i + 1, end) + 1 : valueEnd(buf, i, end);
    if (i <= 0) return null;
    i = skipSpace(buf, i, end);
    if (buf[i] !== 0x2c) return null;
  }
  return null;
}

/** The offset of the quote that ends the string whose text begins at `i`, or -1. */
function stringEnd(buf: Buffer, i: number, end: number): number {
  for (; i < end; i++) {
    if (buf[i] === BACKSLASH) i++;
    else if (buf[i] === QUOTE) return i;
  }
  return -1;
}

/** Where a number, word, array or object that begins at `i` ends, or 0. */
function valueEnd(buf: Buffer, i: number, end: number): number {
  let depth = 0;
  for (; i < end; i++) {
    const byte = buf[i]!;
    if (byte === QUOTE) {
      i = stringEnd(buf, i + 1, end);
      if (i === -1) return 0;
    } else if (byte === 0x5b || byte === 0x7b) depth++;
    else if (depth > 0 && (byte === 0x5d || byte === 0x7d)) depth--;
    else if (depth === 0 && (byte === 0x2c || byte === 0x7d)) return i;
  }
  return 0;
}

function skipSpace(buf: Buffer, i: number, end: number): number {
  while (i < end && (buf[i] === 0x20 || buf[i] === 0x09 || buf[i] === 0x0d)) i++;
  return i;
}

/** The meta in a line whose text was cut out; null when anything in it is not as the schema has it. */
function metaOf(json: string, key: 'text' | 'html', fallbackId: string): SkippedMeta | null {
  let line: Record<string, unknown>;
  try {
    line = JSON.parse(json);
  } catch {
    return null;
  }
  const other = key === 'text' ? line.html : line.text;
  // A second text under the same key, or under the other one, would be the one that counts.
  if (line[key] !== '' || other !== undefined) return null;
  const { id, url, title, outlet, publishedAt, language } = line;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return null;
  if (!(isText(url) && isText(title) && isText(outlet) && isText(publishedAt) && isText(language))) return null;
  return {
    id: id === undefined ? fallbackId : String(id),
    url: url ?? null,
    title: title ?? null,
    outlet: outlet ?? null,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    sha256: null,
  };
}

function isText(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
