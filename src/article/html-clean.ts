/**
 * The first pass over a page: streams through it once, drops what is no text, caps what a hostile page could
 * overdo, and gives a small well-formed page to build a tree from, with the place of every text node in the file.
 */
import { Parser } from 'htmlparser2';
import { headReader, type PageHead } from './html-head.ts';
import { quoteMarks } from './html-quotes.ts';
import { BLOCKS, DROPPED, isHidden, KEPT_ATTRIBUTES, KEPT_VOID, UNWRAPPED, VOID } from './html-tags.ts';

/** Deepest nesting kept; deeper elements dissolve into their parent. Real pages stay below 60. */
const DEEPEST = 200;
/** Nesting at which a page is no document any more: the parser's work grows with the square of it. */
const HOPELESS = 2000;
/** Most elements kept; beyond, text goes on without them. A tree of so many takes about a second to build and walk. */
const MOST_ELEMENTS = 60_000;
/** Most text kept, in characters. */
const MOST_TEXT = 4_000_000;
/** Longest attribute kept, in characters. */
const LONGEST_ATTRIBUTE = 2000;

/**
 * What stands for a text node in the cleaned page until the tree is built. Text of any kind would have to be escaped,
 * and the tree's parser makes a node of every escape.
 */
export const PLACEHOLDER = 'x';

/**
 * A text node of the cleaned page. `places` are the stretches of `data` that stand in the file just so or, with
 * `fileLength`, in so many other characters: character references, and tags that mean quotation marks.
 */
export interface SourceText {
  data: string;
  places: TextPlace[];
}
export interface TextPlace {
  at: number;
  file: number;
  length: number;
  fileLength?: number;
}

export interface CleanPage {
  /** The elements, with `PLACEHOLDER` for each text node. */
  html: string;
  /** The text nodes in the order of the page. */
  texts: SourceText[];
  head: PageHead;
  elements: number;
  /** Sum of the depths of all elements: how often a look at all ancestors of each meets one. */
  depths: number;
  /** Characters of text in elements marked as not to be seen; they are left out unless asked for. */
  hidden: number;
  /** True when text was cut off at the cap. */
  cut: boolean;
  /** True when the page is nested beyond hope; `html` ends where that showed. */
  hopeless: boolean;
}

/** Cleans a page. Linear in its length; runs nothing and fetches nothing. `withHidden` keeps what is not to be seen. */
export function cleanHtml(file: string, withHidden = false): CleanPage {
  const out: string[] = ['<html><head></head><body>'];
  const texts: SourceText[] = [];
  const reader = headReader();
  /** For each open element: whether its tag was written, and whether its content is dropped. */
  const open: { written: boolean; dropped: boolean; unseen: boolean }[] = [];
  const quotes = quoteMarks();
  let dropped = 0;
  let unseen = 0;
  let hidden = 0;
  let depth = 0;
  let elements = 0;
  let depths = 0;
  let length = 0;
  let text: SourceText = { data: '', places: [] };

  const flush = (): void => {
    if (text.data === '') return;
    out.push(PLACEHOLDER);
    texts.push(text);
    text = { data: '', places: [] };
  };
  /** Adds what a tag or a character reference means. */
  const addMeant = (data: string): void => {
    const { startIndex, endIndex } = parser;
    text.places.push({
      at: text.data.length,
      file: startIndex,
      length: data.length,
      fileLength: endIndex - startIndex + 1,
    });
    text.data += data;
  };
  const isKept = (name: string): boolean =>
    dropped === 0 &&
    unseen === 0 &&
    depth < DEEPEST &&
    elements < MOST_ELEMENTS &&
    !UNWRAPPED.has(name) &&
    /^[a-z][a-z0-9-]{0,30}$/.test(name);

  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      reader.open(name, attributes);
      const isVoid = VOID.has(name);
      const drops = DROPPED.has(name) || (isVoid && !KEPT_VOID.has(name));
      const hides = !drops && !isVoid && !withHidden && isHidden(name, attributes);
      const written = !drops && !hides && isKept(name);
      if (written) {
        flush();
        out.push(openTag(name, attributes));
        elements++;
        depths += depth;
      } else if (BLOCKS.has(name) && text.data !== '') text.data += ' ';
      if (name === 'q' && dropped === 0 && unseen === 0 && !hides) {
        const mark = quotes.open(text.data);
        if (mark !== '') addMeant(mark);
      }
      if (isVoid) return;
      open.push({ written, dropped: drops, unseen: hides });
      if (written) depth++;
      if (drops) dropped++;
      if (hides) unseen++;
      if (open.length > HOPELESS) parser.pause();
    },
    onclosetag(name, isImplied) {
      reader.close(name);
      if (name === 'q' && dropped === 0 && unseen === 0) {
        const mark = quotes.close();
        if (mark !== '' && isImplied) text.data += mark;
        else if (mark !== '') addMeant(mark);
      }
      const element = VOID.has(name) ? undefined : open.pop();
      if (element?.dropped) dropped--;
      if (element?.unseen) unseen--;
      if (!element?.written) return;
      flush();
      out.push(`</${name}>`);
      depth--;
    },
    ontext(data) {
      reader.text(data);
      if (dropped > 0) return;
      if (unseen > 0) {
        hidden += data.trim().length;
        return;
      }
      // What a reference stands for does not stand in the file: such text is shorter than its source.
      const isVerbatim = parser.endIndex - parser.startIndex + 1 === data.length;
      const kept = data.slice(0, Math.max(0, MOST_TEXT - length));
      length += data.length;
      if (kept === '') return;
      if (!isVerbatim) {
        addMeant(kept);
        return;
      }
      text.places.push({ at: text.data.length, file: parser.startIndex, length: kept.length });
      text.data += kept;
    },
  });
  parser.write(file);
  const hopeless = open.length > HOPELESS;
  if (!hopeless) parser.end();
  flush();
  out.push('</body></html>');
  return { html: out.join(''), texts, head: reader.head, elements, depths, hidden, cut: length > MOST_TEXT, hopeless };
}

function openTag(name: string, attributes: Record<string, string>): string {
  if (name === 'img') return '<img src="i.png">';
  let tag = `<${name}`;
  for (const key of KEPT_ATTRIBUTES) {
    const value = attributes[key];
    if (value === undefined) continue;
    tag += ` ${key}="${value.slice(0, LONGEST_ATTRIBUTE).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  }
  return `${tag}>`;
}
