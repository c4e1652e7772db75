/** Lines of JSONL that are off topic: found without decoding and parsing their text. */
import { PASSAGE_BYTES } from '../detect/gate-terms.ts';
import type { ArticleMeta } from '../model.ts';
import { FIELDS, members, walkMembers } from './jsonl-members.ts';

const BACKSLASH = 0x5c;

/** Meta of a skipped article. */
export type SkippedMeta = ArticleMeta & { sha256: null };

/**
 * The meta of the line `start..end`, when it is a valid article whose text is long enough to be judged and off
 * topic; else null, and the line needs a full look. `fallbackId` is the id of a line without one.
 */
export function offTopicMeta(buf: Buffer, start: number, end: number, fallbackId: string): SkippedMeta | null {
  if (!walkMembers(buf, start, end) || isPassage(buf, members.start, members.end)) return null;
  if (members.plain) return plainMeta(buf, start, end, fallbackId);
  // The line without its text is small, and parsing it shows whether all the rest of it is as it should be.
  const rest = buf.toString('utf8', start, members.start) + buf.toString('utf8', members.end, end);
  return parsedMeta(rest, members.html ? 'html' : 'text', fallbackId);
}

/** The meta of a plain line: its fields cut out of what stands before and after the text. */
function plainMeta(buf: Buffer, start: number, end: number, fallbackId: string): SkippedMeta {
  const before = buf.toString('latin1', start, members.start);
  const after = end - members.end > 3 ? buf.toString('latin1', members.end, end) : '';
  const field = (index: number): string | null => {
    const from = members.from[index]!;
    const to = members.to[index]!;
    if (to === -1) return null;
    return from < members.start
      ? before.slice(from - start, to - start)
      : after.slice(from - members.end, to - members.end);
  };
  return {
    id: field(0) ?? fallbackId,
    url: field(1),
    title: field(2),
    outlet: field(3),
    publishedAt: field(4),
    language: field(5),
    byline: field(6),
    country: field(7),
    sha256: null,
  };
}

/** The meta in a line whose text was cut out; null when anything in it is not as the schema has it. */
function parsedMeta(json: string, key: 'text' | 'html', fallbackId: string): SkippedMeta | null {
  let line: Record<string, unknown>;
  try {
    line = JSON.parse(json);
  } catch {
    return null;
  }
  const { id } = line;
  // A key spelled with escapes may have given the line another text.
  const other = key === 'text' ? line.html : line.text;
  if (line[key] !== '' || other !== undefined) return null;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return null;
  const meta = { id: id === undefined ? fallbackId : String(id), sha256: null } as SkippedMeta;
  for (const name of FIELDS) {
    if (name === 'id') continue;
    const value = line[name] ?? null;
    if (value !== null && typeof value !== 'string') return null;
    meta[name] = value;
  }
  return meta;
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
