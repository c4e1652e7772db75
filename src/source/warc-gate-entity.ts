/** Entities of a page, as `gateHtml` reads them. */
import { isAlphanumeric, isLetter } from '../detect/gate-scan.ts';

const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const HYPHEN = 0xc2;
const SEMICOLON = 0x3b;
const LONGEST_NAME = 30;

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

/** Whether a byte may begin what counts as nothing, so that text goes on behind it. */
export function isBreak(byte: number): boolean {
  return byte === LESS_THAN || byte === AMPERSAND || byte === HYPHEN;
}
