/** Walks the members of a JSON object as it lies in memory, without making values of them. */
import { offTopicEnd } from '../detect/gate.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const CLOSE = 0x7d;
const TEXT = Buffer.from('text').readInt32LE();
const HTML = Buffer.from('html').readInt32LE();
const NULL = Buffer.from('null').readInt32LE();

/** Fields of a line that go into an article's meta. */
export const FIELDS = ['id', 'url', 'title', 'outlet', 'publishedAt', 'language', 'byline', 'country'] as const;
const KEYS = FIELDS.map((name) => Buffer.from(name));

/** What a walk found; one record is used for all lines, as there are many. */
export const members = {
  /** Where the article's text begins, after its opening quote, and where its closing quote stands. */
  start: 0,
  end: 0,
  html: false,
  /** Whether all but the text is plain: keys and values without escapes, in ASCII, strings and null alone. */
  plain: true,
  /** Where the values of `FIELDS` begin and end; -1 where there is none or it is null. */
  from: new Int32Array(FIELDS.length),
  to: new Int32Array(FIELDS.length),
};

/**
 * Walks the object that `start..end` is to hold. True when it has one text, valid and off topic, and the walk
 * came to the object's end; what it found is in `members`. False when the line needs a full look.
 */
export function walkMembers(buf: Buffer, start: number, end: number): boolean {
  members.start = 0;
  members.plain = true;
  members.from.fill(-1);
  members.to.fill(-1);
  let i = skipSpace(buf, start, end);
  if (buf[i] !== 0x7b) return false;
  for (;;) {
    const key = skipSpace(buf, i + 1, end) + 1;
    if (buf[key - 1] !== QUOTE) return false;
    const keyEnd = stringEnd(buf, key, end);
    i = skipSpace(buf, keyEnd + 1, end);
    if (keyEnd === -1 || buf[i] !== 0x3a) return false;
    i = skipSpace(buf, i + 1, end);
    const word = keyEnd - key === 4 ? buf.readInt32LE(key) : 0;
    i = word === TEXT || word === HTML ? textEnd(buf, i, end, word === HTML) : valueEnd(buf, i, end, key, keyEnd);
    if (i <= 0) return false;
    i = skipSpace(buf, i, end);
    if (buf[i] === COMMA) continue;
    return buf[i] === CLOSE && members.start > 0 && skipSpace(buf, i + 1, end) === end;
  }
}

/** Where the text that begins at `i` ends; 0 unless it is the only one and off topic. */
function textEnd(buf: Buffer, i: number, end: number, html: boolean): number {
  if (members.start > 0 || buf[i] !== QUOTE) return 0;
  members.start = i + 1;
  members.html = html;
  members.end = offTopicEnd(buf, i + 1, end, html);
  return members.end + 1;
}

/** Where any other value ends, noted when it is a field; 0 when it has no end. */
function valueEnd(buf: Buffer, i: number, end: number, key: number, keyEnd: number): number {
  const field = fieldOf(buf, key, keyEnd);
  // The last of two values under one key counts; which that is JSON.parse is to say.
  if (field !== -1 && members.to[field] !== -1) members.plain = false;
  if (buf[i] === QUOTE) {
    const close = stringEnd(buf, i + 1, end);
    if (field !== -1) {
      members.from[field] = i + 1;
      members.to[field] = close;
    }
    return close + 1;
  }
  if (i + 4 <= end && buf.readInt32LE(i) === NULL) {
    if (field === 0) members.plain = false;
    return i + 4;
  }
  members.plain = false;
  return compoundEnd(buf, i, end);
}

/** The index in `FIELDS` of the key `from..to`, or -1. */
function fieldOf(buf: Buffer, from: number, to: number): number {
  for (let field = 0; field < KEYS.length; field++) {
    const key = KEYS[field]!;
    if (key.length !== to - from) continue;
    let at = 0;
    while (at < key.length && key[at] === buf[from + at]) at++;
    if (at === key.length) return field;
  }
  return -1;
}

/** The offset of the quote that ends the string whose text begins at `i`, or -1. */
function stringEnd(buf: Buffer, i: number, end: number): number {
  for (; i < end; i++) {
    const byte = buf[i]!;
    if (byte === QUOTE) return i;
    if (byte === BACKSLASH) i++;
    else if (byte >= 0x20 && byte < 0x80) continue;
    members.plain = false;
  }
  return -1;
}

/** Where a number, word, array or object that begins at `i` ends, or 0. */
function compoundEnd(buf: Buffer, i: number, end: number): number {
  let depth = 0;
  for (; i < end; i++) {
    const byte = buf[i]!;
    if (byte === QUOTE) {
      i = stringEnd(buf, i + 1, end);
      if (i === -1) return 0;
    } else if (byte === 0x5b || byte === 0x7b) depth++;
    else if (depth > 0 && (byte === 0x5d || byte === CLOSE)) depth--;
    else if (depth === 0 && (byte === COMMA || byte === CLOSE)) return i;
  }
  return 0;
}

function skipSpace(buf: Buffer, i: number, end: number): number {
  while (i < end && (buf[i] === 0x20 || buf[i] === 0x09 || buf[i] === 0x0d)) i++;
  return i;
}
