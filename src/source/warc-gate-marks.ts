/** Tags, entities and soft hyphens of a page, as `gateHtml` takes them. */
import { isLetter, opensTag } from './warc-gate-words.ts';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const AMPERSAND = 0x26;
const HYPHEN = 0xc2;
const SEMICOLON = 0x3b;

const LONGEST_NAME = 30;

/** Steps that looking ahead may take in the page at hand; when they are spent, only a full look can tell. */
let steps = 0;
/** The last `>` that was looked for: from where, and where it is. */
let closeFrom = 0;
let closeAt = 0;

/** To be told before a page of `length` bytes. Real pages need less than a step a byte; hostile ones are not to take more than four. */
export function startPage(length: number): void {
  steps = 4 * length;
  closeFrom = closeAt = 0;
}

/** No entity: an ampersand, and text after it. */
export const NONE = 0;
/** Counts as white space. */
export const SPACE = 1;
/** A soft hyphen: counts as nothing. */
export const SOFT = 2;
/** Stands for a letter or a digit. */
export const LETTER = 3;
/** What it is shows only when tags are taken out, or numbers are read twice. */
export const MAYBE = 4;
/** An ampersand, which with the letters behind it may begin an entity. */
export const OPENS = 5;

/** What was found; one record is used for all, as there are many. */
const found = { kind: NONE, end: 0 };

function entity(kind: number, end: number): typeof found {
  found.kind = kind;
  found.end = end;
  return found;
}

/** What the ampersand at `at` begins and where that ends; valid until asked again. */
export function entityAt(bytes: Buffer, at: number): typeof found {
  if (bytes[at + 1] === 0x23) return numberAt(bytes, at);
  let i = at + 1;
  while (i < at + 1 + LONGEST_NAME && isLetter(bytes[i] ?? 0)) i++;
  if (isBreak(bytes[i] ?? 0)) return entity(MAYBE, i);
  if (i === at + 1 || bytes[i] !== SEMICOLON) return entity(NONE, at + 1);
  const isSoft = i === at + 4 && bytes[at + 1] === 0x73 && bytes[at + 2] === 0x68 && bytes[at + 3] === 0x79;
  return entity(isSoft ? SOFT : SPACE, i + 1);
}

/** Digits that a number may have, in decimal and in hexadecimal; with more of them it is read otherwise. */
const MOST_DIGITS = 7;

function numberAt(bytes: Buffer, at: number): typeof found {
  const isHex = (bytes[at + 2]! | 0x20) === 0x78;
  const start = isHex ? at + 3 : at + 2;
  let code = 0;
  let i = start;
  for (; i < start + MOST_DIGITS; i++) {
    const digit = digitOf(bytes[i] ?? 0, isHex);
    if (digit === -1) break;
    code = code * (isHex ? 16 : 10) + digit;
  }
  const next = bytes[i] ?? 0;
  if (isBreak(next) || digitOf(next, isHex) !== -1 || (isHex && i > start + 6)) return entity(MAYBE, i);
  if (i === start) return entity(NONE, at + 1);
  const end = next === SEMICOLON ? i + 1 : i;
  if (code === 0xad) return entity(SOFT, end);
  // An ampersand may begin an entity with what follows, a semicolon may end one.
  if (code === AMPERSAND) return entity(opensName(bytes[end] ?? 0) ? OPENS : SPACE, end);
  if (code === SEMICOLON) return entity(MAYBE, end);
  return entity(code < 0x80 && isAlphanumeric(code) ? LETTER : SPACE, end);
}

function digitOf(byte: number, isHex: boolean): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return isHex && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function opensName(byte: number): boolean {
  return isLetter(byte) || isBreak(byte);
}

function isAlphanumeric(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x30 && byte <= 0x39);
}

/** Whether a byte may begin what counts as nothing, so that text goes on behind it. */
export function isBreak(byte: number): boolean {
  return byte === LESS_THAN || byte === AMPERSAND || byte === HYPHEN;
}

/** Where the tags and soft hyphens end that begin at `at`, `at` itself when none do; -1 when that cannot be told. */
export function hiddenEnd(bytes: Buffer, at: number): number {
  let i = at;
  while (i !== -1 && i < bytes.length && steps-- > 0) {
    const byte = bytes[i]!;
    if (byte === LESS_THAN && opensTag(bytes[i + 1] ?? 0)) i = tagEnd(bytes, i);
    else if (byte === HYPHEN && bytes[i + 1] === 0xad) i += 2;
    else if (byte !== AMPERSAND) return i;
    else if (isBroken(bytes, i)) return -1;
    else if (found.kind === SOFT) i = found.end;
    else return i;
  }
  return i < bytes.length ? -1 : i;
}

/** Where the tags begin of which the last ends with the `>` at `at`; `at` itself when that ends no tag, -1 when that cannot be told. */
export function hiddenStart(bytes: Buffer, at: number): number {
  let close = at;
  for (;;) {
    // Behind any ">" there is text, and the first "<" there that can begin a tag does.
    let start = -1;
    let i = close - 1;
    for (; i >= 0 && bytes[i] !== GREATER_THAN && steps-- > 0; i--) {
      if (bytes[i] === LESS_THAN && opensTag(bytes[i + 1]!)) start = i;
    }
    if (steps <= 0) return -1;
    if (start === -1) return close === at ? at : close + 1;
    if (start === 0 || bytes[start - 1] !== GREATER_THAN) return start;
    close = start - 1;
  }
}

/** The first letter or digit of the page's text from `at` on; -1 when that cannot be told. */
export function afterSeparators(bytes: Buffer, at: number): number {
  let i = at;
  while (i !== -1 && i < bytes.length && steps-- > 0) {
    const byte = bytes[i]!;
    if (isAlphanumeric(byte)) return i;
    if (byte === LESS_THAN && opensTag(bytes[i + 1] ?? 0)) i = tagEnd(bytes, i);
    else if (byte !== AMPERSAND) i++;
    else if (isBroken(bytes, i)) return -1;
    else i = found.end;
  }
  return i < bytes.length ? -1 : i;
}

function isBroken(bytes: Buffer, at: number): boolean {
  const { kind } = entityAt(bytes, at);
  return kind === MAYBE || kind === LETTER || kind === OPENS;
}

function tagEnd(bytes: Buffer, at: number): number {
  if (at < closeFrom || at >= closeAt) {
    let i = at + 2;
    while (i < bytes.length && bytes[i] !== 0x3e) i++;
    steps -= i - at;
    closeFrom = at;
    closeAt = i;
  }
  return closeAt < bytes.length ? closeAt + 1 : -1;
}
