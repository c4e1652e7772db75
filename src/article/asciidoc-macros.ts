/** AsciiDoc's macros within text: which part of each is text. */
import type { Seeker } from './asciidoc-seek.ts';
import type { Edit } from './asciidoc-text.ts';

/** Macros whose brackets hold what readers see, and those that hold none of it. */
const SHOWN = new Set(['link', 'mailto', 'xref', 'kbd', 'btn', 'menu', 'indexterm2', 'pass']);
const UNSHOWN = new Set([
  'image',
  'icon',
  'video',
  'audio',
  'stem',
  'latexmath',
  'asciimath',
  'indexterm',
  'anchor',
  'toc',
]);
const NOTES = new Set(['footnote', 'footnoteref']);
const SCHEMES = new Set(['http', 'https', 'ftp', 'irc']);
const LONGEST_NAME = 12;
/** Longest text of a link that is looked through for attributes, in characters. */
const LONGEST_TEXT = 1000;

/** What was found at a colon: where reading goes on, and the note, if it was one. */
export interface Macro {
  next: number;
  note?: { from: number; to: number };
}

/** What the reader of macros looks ahead with. */
export interface Ahead {
  brackets: ReadonlyMap<number, number>;
  space: Seeker;
  bracket: Seeker;
}

/** The macro or address whose name ends at the colon at `at`; null where there is none. */
export function macroAt(text: string, at: number, ahead: Ahead, edits: Edit[]): Macro | null {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && /[a-z\d]/.test(text[start - 1]!)) start--;
  if (start === at || (start > 0 && /[\p{L}\p{N}_\\]/u.test(text[start - 1]!))) return null;
  const name = text.slice(start, at);
  const isAddress = SCHEMES.has(name) && text.startsWith('//', at + 1);
  if (!isAddress && !SHOWN.has(name) && !UNSHOWN.has(name) && !NOTES.has(name)) return null;
  const space = ahead.space(at);
  const bracket = ahead.bracket(at);
  const stop = space < 0 ? text.length : space;
  const close = bracket >= 0 && bracket < stop ? ahead.brackets.get(bracket) : undefined;
  if (close === undefined) return isAddress ? { next: addressEnd(text, at, stop) } : null;
  if (UNSHOWN.has(name)) {
    edits.push({ from: start, to: close + 1, text: '' });
    return { next: close + 1 };
  }
  if (NOTES.has(name)) {
    edits.push({ from: start, to: close + 1, text: '' });
    const comma = name === 'footnoteref' ? text.slice(bracket, close).indexOf(',') : 0;
    return { next: close + 1, note: { from: comma < 0 ? close : bracket + comma + 1, to: close } };
  }
  if (close === bracket + 1) return emptyMacro(name, start, at, bracket, edits);
  const shown = shownPart(text, bracket + 1, close);
  edits.push({ from: start, to: shown.from, text: '' }, { from: shown.to, to: close + 1, text: '' });
  return { next: shown.from };
}

/** An address stands for itself; a cross reference without words shows the title of what it leads to, which is not known. */
function emptyMacro(name: string, start: number, at: number, bracket: number, edits: Edit[]): Macro {
  if (name === 'link' || name === 'mailto') edits.push({ from: start, to: at + 1, text: '' });
  const isKept = name === 'link' || name === 'mailto' || SCHEMES.has(name);
  edits.push({ from: isKept ? bracket : start, to: bracket + 2, text: '' });
  return { next: bracket + 2 };
}

/** The text of a link without the caret, the attributes and the quotation marks that are none of it. */
function shownPart(text: string, from: number, to: number): { from: number; to: number } {
  if (to - from > LONGEST_TEXT) return { from, to };
  const inner = text.slice(from, to);
  const quoted = /^"([^"]*)"(?:,|$)/.exec(inner);
  if (quoted) return { from: from + 1, to: from + 1 + quoted[1]!.length };
  const attribute = /,[ ]{0,9}[\w-]{1,40}=/.exec(inner);
  const end = attribute ? attribute.index : inner.length;
  return { from, to: from + (inner[end - 1] === '^' ? end - 1 : end) };
}

/** Where an address ends that stands in running text. */
function addressEnd(text: string, at: number, stop: number): number {
  let end = at;
  while (end < stop && !'<>"[]'.includes(text[end]!)) end++;
  while (end > at && /[.,;:!?)'*_`]/.test(text[end - 1]!)) end--;
  return Math.max(end, at + 1);
}
