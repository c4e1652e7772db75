/** Tags and soft hyphens of a page, as `gateHtml` takes them. */
import { isAlphanumeric } from '../detect/gate-scan.ts';
import { entityAt, LETTER, MAYBE, OPENS, SOFT } from './warc-gate-entity.ts';
import { opensTag } from './warc-gate-words.ts';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const AMPERSAND = 0x26;
const HYPHEN = 0xc2;

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

/** Where the tags and soft hyphens end that begin at `at`, `at` itself when none do; -1 when that cannot be told. */
export function hiddenEnd(bytes: Buffer, at: number): number {
  let i = at;
  while (i !== -1 && i < bytes.length && steps-- > 0) {
    const byte = bytes[i]!;
    if (byte === LESS_THAN && opensTag(bytes[i + 1] ?? 0)) i = tagEnd(bytes, i);
    else if (byte === HYPHEN && bytes[i + 1] === 0xad) i += 2;
    else if (byte !== AMPERSAND) return i;
    else {
      const { kind, end } = entityAt(bytes, i);
      if (isBroken(kind)) return -1;
      if (kind !== SOFT) return i;
      i = end;
    }
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
    else {
      const { kind, end } = entityAt(bytes, i);
      if (isBroken(kind)) return -1;
      i = end;
    }
  }
  return i < bytes.length ? -1 : i;
}

/** Whether an entity of this kind may be text, or another with what follows. */
function isBroken(kind: number): boolean {
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
