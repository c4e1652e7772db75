/** Gathers what a page states of itself while the page streams by. */
import { bylineMark, dateMark, type PageTime } from './html-marks.ts';

/** Longest value kept, in characters. */
const LONGEST = 2000;
/** JSON-LD read, in characters a script and scripts a page. */
const LONGEST_SCRIPT = 300_000;
const MOST_SCRIPTS = 20;
/** Longest text of an element taken for a date or a byline, and most of either kept. */
const LONGEST_MARKED = 300;
const MOST_MARKED = 20;
/** Paragraphs after the headline within which an element still belongs to the article's head. */
const HEAD_PARAGRAPHS = 2;
/** Parts of a page whose dates and names are other articles'. */
const BESIDE = new Set(['aside', 'nav', 'footer']);

/** Raw findings; the first of each kind counts, as pages repeat themselves. */
export interface PageHead {
  /** `<meta>` by lower-case name, property or itemprop. */
  metas: Map<string, string>;
  /** Bodies of `<script type="application/ld+json">`. */
  jsonLd: string[];
  /** Dates of `<time>` and of elements marked as dates, in the order of the page. */
  times: PageTime[];
  /** What elements marked as the author's name say, in the order of the page. */
  bylines: string[];
  title: string;
  language: string | null;
  canonical: string | null;
}

/** Takes a page's events: every start and end tag (void elements have both), and all text. */
export interface HeadReader {
  head: PageHead;
  open(name: string, attributes: Record<string, string>): void;
  /** Told only of the text of dropped elements, it finds everything but dates and names that stand in the body. */
  text(data: string): void;
  close(name: string): void;
}

/** An element whose text is gathered: from where, and what to do with it. */
interface Capture {
  depth: number;
  most: number;
  parts: string[];
  length: number;
  done(text: string): void;
}

/** A reader that has seen nothing yet. Linear in what it is told; keeps a bounded part of it. */
export function headReader(): HeadReader {
  const head: PageHead = {
    metas: new Map(),
    jsonLd: [],
    times: [],
    bylines: [],
    title: '',
    language: null,
    canonical: null,
  };
  let capture: Capture | null = null;
  let depth = 0;
  let beside = 0;
  /** Paragraphs since the headline or the start of the article; far from both before them. */
  let paragraphs = HEAD_PARAGRAPHS + 1;

  const gather = (most: number, done: (text: string) => void): void => {
    capture ??= { depth, most, parts: [], length: 0, done };
  };
  const noteMarked = (name: string, attributes: Record<string, string>): void => {
    const date = head.times.length < MOST_MARKED ? dateMark(name, attributes) : null;
    if (date) {
      const isNear = paragraphs <= HEAD_PARAGRAPHS && beside === 0;
      const add = (value: string) => head.times.push({ ...date, value: value.slice(0, LONGEST_MARKED), isNear });
      if (date.value) add(date.value);
      else gather(LONGEST_MARKED, add);
    }
    if (beside > 0 || head.bylines.length >= MOST_MARKED || !bylineMark(attributes)) return;
    if (attributes.content) head.bylines.push(attributes.content.slice(0, LONGEST_MARKED));
    else if (name !== 'meta' && name !== 'link') gather(LONGEST_MARKED, (text) => head.bylines.push(text));
  };

  return {
    head,
    open(name, attributes) {
      depth++;
      if (BESIDE.has(name)) beside++;
      else if (name === 'h1' || name === 'article' || name === 'main') paragraphs = 0;
      else if (name === 'p') paragraphs++;
      if (name === 'title') {
        if (head.title === '') gather(LONGEST, (text) => (head.title = text));
      } else if (name === 'script') {
        if (attributes.type?.trim().toLowerCase() !== 'application/ld+json') return;
        gather(LONGEST_SCRIPT, (text) => head.jsonLd.length < MOST_SCRIPTS && head.jsonLd.push(text));
      } else if (name === 'meta') noteMeta(head, attributes);
      else if (name === 'html') head.language ??= attributes.lang?.slice(0, 35) ?? null;
      else if (name === 'link' && attributes.rel === 'canonical') head.canonical ??= attributes.href ?? null;
      else noteMarked(name, attributes);
    },
    text(data) {
      if (capture === null || capture.length >= capture.most) return;
      capture.parts.push(data);
      capture.length += data.length;
    },
    close(name) {
      if (capture !== null && capture.depth >= depth) {
        const { parts, most, done } = capture;
        capture = null;
        done(parts.join('').slice(0, most));
      }
      depth--;
      if (beside > 0 && BESIDE.has(name)) beside--;
    },
  };
}

function noteMeta(head: PageHead, attributes: Record<string, string>): void {
  const value = attributes.content ?? attributes.value;
  if (!value) return;
  for (const key of [attributes.property, attributes.name, attributes.itemprop]) {
    const name = key?.trim().toLowerCase();
    if (!name || name.length > 100 || head.metas.size > 1000 || head.metas.has(name)) continue;
    head.metas.set(name, value.slice(0, LONGEST));
  }
}
