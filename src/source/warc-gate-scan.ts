/** The topic gate on a page as it lies in memory: tags, entities and all. */
import { isLetter } from '../detect/gate-scan.ts';
import { entityAt, isBreak, LETTER, MAYBE, OPENS, SOFT } from './warc-gate-entity.ts';
import { afterSeparators, hiddenEnd, hiddenStart, startPage } from './warc-gate-marks.ts';
import { CUTS, cutIndex, lettersIndex, SOUGHT_BY, type Sought } from './warc-gate-words.ts';
import { openSearch } from './warc-search.ts';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const AMPERSAND = 0x26;
const HYPHEN = 0xc2;
const LOWER_S = 0x73;

/**
 * False when `gateHtml` says no to the page that `page`, valid UTF-8, stands for. True when it may say yes: a stem or a
 * place was found, perhaps where it would not look (within a tag), or something that only a full look can tell. Linear
 * in the length of `page`.
 */
export function mayHold(page: Buffer): boolean {
  const search = openSearch();
  if (!search?.load(page)) return true;
  startPage(page.length);
  for (let at = search.next(0); at !== -1; at = search.next(at + 1)) if (isWorthIt(page, at)) return true;
  return false;
}

/** Whether a term may stand at `at`, where the search stopped. */
function isWorthIt(page: Buffer, at: number): boolean {
  const first = page[at]!;
  const next = page[at + 1]!;
  if (isLetter(first)) return next === LESS_THAN ? cutsPiece(page, at) : isSought(page, at);
  switch (first) {
    case GREATER_THAN:
      return cutsBehind(page, at);
    case AMPERSAND:
      return hidesLetter(page, at);
    case HYPHEN:
      return next === 0xad && cutsSoftly(page, at);
    default:
      // NUL and escape: perhaps no UTF-8, or UTF-8 in name only.
      return first === 0 || first === 0x1b;
  }
}

/** Whether the word that the letter at `at` ends, which stands before a tag, is cut there, or behind the tag before it. */
function cutsPiece(page: Buffer, at: number): boolean {
  if (cutsWord(page, at + 1)) return true;
  if (page[at - 1] === GREATER_THAN) return cutsBehind(page, at - 1);
  return page[at - 2] === GREATER_THAN && cutsBehind(page, at - 2);
}

/** Whether the tags that end with the `>` at `at` cut a word in two, or may do so. */
function cutsBehind(page: Buffer, at: number): boolean {
  const start = hiddenStart(page, at);
  return start === -1 || (start !== at && cutsWord(page, start));
}

/** Whether the soft hyphen at `at` cuts a word, or may do so, which the tag before it cuts too. */
function cutsSoftly(page: Buffer, at: number): boolean {
  for (let i = at - 1; i >= at - 3; i--) if (page[i] === GREATER_THAN) return true;
  return cutsWord(page, at);
}

/** Whether the ampersand at `at` begins a number that is a letter, or a soft hyphen within a word, or may do so. */
function hidesLetter(page: Buffer, at: number): boolean {
  const next = page[at + 1]!;
  if (next !== 0x23 && next !== LOWER_S) return next === LESS_THAN;
  const { kind, end } = entityAt(page, at);
  if (kind === SOFT) return cutsSoftly(page, at);
  // Two readings make a soft hyphen of "&#38;shy;".
  if (kind === OPENS) return page[end] === LOWER_S || page[end] === LESS_THAN;
  return kind === LETTER || kind === MAYBE;
}

/** Whether letters before and after the tags, soft hyphens and the like at `at` make a word together, or may do so. */
function cutsWord(page: Buffer, at: number): boolean {
  if (at === 0 || !isLetter(page[at - 1]!)) return false;
  const after = hiddenEnd(page, at);
  if (after === -1) return true;
  if (after === at || after >= page.length || !isLetter(page[after]!)) return false;
  const cuts = CUTS[cutIndex(page[at - 1]!, page[after]!)];
  if (!cuts) return false;
  for (const { word, before } of cuts) {
    if (at >= before && isPart(page, at - before, word, before) && mayBeWord(page, after, word, before)) return true;
  }
  return false;
}

/** Whether the first `count` letters of `word` stand at `at`. */
function isPart(page: Buffer, at: number, word: Uint8Array, count: number): boolean {
  for (let i = 0; i < count; i++) if ((page[at + i]! | 0x20) !== word[i]) return false;
  return true;
}

/** Whether the letters of `word` from `from` on stand at `at`, or do so up to a mark that may hide the others. */
function mayBeWord(page: Buffer, at: number, word: Uint8Array, from: number): boolean {
  for (let i = from; i < word.length; i++) {
    const byte = page[at + i - from];
    if (byte === undefined) return false;
    if ((byte | 0x20) !== word[i]) return isBreak(byte);
  }
  return true;
}

/** Whether the three letters at `at` are part of a term. */
function isSought(page: Buffer, at: number): boolean {
  const sought = SOUGHT_BY[lettersIndex(page[at]!, page[at + 1]!, page[at + 2] ?? 0)];
  if (!sought) return false;
  for (const one of sought) if (isTerm(page, at - one.at, one)) return true;
  return false;
}

function isTerm(page: Buffer, from: number, { word: { head, ends } }: Sought): boolean {
  if (from < 0 || from + head.length > page.length || !isPart(page, from, head, head.length)) return false;
  let next = -2;
  for (const { tail } of ends) {
    if (tail === null) return true;
    if (next === -2) next = afterSeparators(page, from + head.length);
    if (next === -1 || mayBeWord(page, next, tail, 0)) return true;
  }
  return false;
}
