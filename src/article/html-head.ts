/** Gathers what a page states of itself while the page streams by. */

/** Longest value kept, in characters. */
const LONGEST = 2000;
/** JSON-LD read, in characters a script and scripts a page. */
const LONGEST_SCRIPT = 300_000;
const MOST_SCRIPTS = 20;

/** Raw findings; the first of each kind counts, as pages repeat themselves. */
export interface PageHead {
  /** `<meta>` by lower-case name, property or itemprop. */
  metas: Map<string, string>;
  /** Bodies of `<script type="application/ld+json">`. */
  jsonLd: string[];
  /** `datetime` of `<time>`, those marked as date of publication first. */
  times: string[];
  title: string;
  language: string | null;
  canonical: string | null;
}

/** Takes a page's events; `text` is to be told of the text of dropped elements only. */
export interface HeadReader {
  head: PageHead;
  open(name: string, attributes: Record<string, string>): void;
  text(data: string): void;
  close(name: string): void;
}

/** A reader that has seen nothing yet. */
export function headReader(): HeadReader {
  const head: PageHead = { metas: new Map(), jsonLd: [], times: [], title: '', language: null, canonical: null };
  /** The text of the title or JSON-LD that is open now. */
  let capture: { name: string; text: string } | null = null;
  return {
    head,
    open(name, attributes) {
      const type = attributes.type?.trim().toLowerCase();
      if (name === 'title' && head.title === '') capture = { name, text: '' };
      else if (name === 'script' && type === 'application/ld+json') capture = { name, text: '' };
      else if (name === 'meta') noteMeta(head, attributes);
      else if (name === 'time') noteTime(head, attributes);
      else if (name === 'html') head.language ??= attributes.lang?.slice(0, 35) ?? null;
      else if (name === 'link' && attributes.rel === 'canonical') head.canonical ??= attributes.href ?? null;
    },
    text(data) {
      if (capture && capture.text.length < LONGEST_SCRIPT) capture.text += data;
    },
    close(name) {
      if (capture?.name !== name) return;
      if (name === 'title') head.title = capture.text.slice(0, LONGEST);
      else if (head.jsonLd.length < MOST_SCRIPTS) head.jsonLd.push(capture.text);
      capture = null;
    },
  };
}

function noteMeta(head: PageHead, attributes: Record<string, string>): void {
  const name = (attributes.property ?? attributes.name ?? attributes.itemprop)?.trim().toLowerCase();
  const value = attributes.content;
  if (!name || !value || name.length > 100 || head.metas.size > 1000 || head.metas.has(name)) return;
  head.metas.set(name, value.slice(0, LONGEST));
}

function noteTime(head: PageHead, attributes: Record<string, string>): void {
  const value = attributes.datetime;
  if (!value || head.times.length >= 10) return;
  const published = attributes.pubdate !== undefined || /datePublished/i.test(attributes.itemprop ?? '');
  if (published) head.times.unshift(value.slice(0, 64));
  else head.times.push(value.slice(0, 64));
}
