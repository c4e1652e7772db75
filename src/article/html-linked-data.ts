/** What a page's JSON-LD says of its article. */
import { letters } from './html-headline.ts';

/** Deepest nesting and most objects looked into; real JSON-LD has the article within `@graph` or `mainEntity`. */
const DEEPEST = 6;
const MOST_NODES = 2000;

/** Fields as written; undefined where nothing is said. */
export interface LinkedData {
  headline?: string | undefined;
  publisher?: string | undefined;
  author?: string | undefined;
  /** Of the article; of the page around it. */
  published?: string | undefined;
  pagePublished?: string | undefined;
  created?: string | undefined;
  modified?: string | undefined;
}

type Node = Record<string, unknown>;

/**
 * What the article in a page's JSON-LD says: of several, the one whose headline `title` has, else the first that
 * is dated, else the first. JSON with raw line breaks, comment marks around it or trailing commas is read all the
 * same; of what stays broken only a plain `"datePublished": "…"` is taken.
 */
export function linkedData(scripts: readonly string[], title: string): LinkedData {
  const articles: Node[] = [];
  const pages: Node[] = [];
  let broken: string | undefined;
  for (const script of scripts) {
    const value = parsed(script);
    if (value === undefined) broken ??= /"date(?:Published|Created)"\s{0,9}:\s{0,9}"([^"]{4,40})"/.exec(script)?.[1];
    else gather(value, articles, pages);
  }
  const wanted = letters(title.slice(0, 1000));
  const named = articles.filter((node) => {
    const headline = letters((textOf(node.headline) ?? textOf(node.name) ?? '').slice(0, 1000));
    return headline !== '' && (wanted.includes(headline) || (wanted !== '' && headline.includes(wanted)));
  });
  const best = named.length > 0 ? named : articles;
  const article = best.find((node) => textOf(node.datePublished)) ?? best[0];
  const page = pages.find((node) => textOf(node.datePublished)) ?? pages[0];
  return {
    headline: textOf(article?.headline) ?? textOf(article?.name),
    publisher: namesOf(article?.publisher),
    author: namesOf(article?.author) ?? namesOf(article?.creator),
    published: textOf(article?.datePublished) ?? broken,
    pagePublished: textOf(page?.datePublished),
    created: textOf(article?.dateCreated) ?? textOf(page?.dateCreated),
    modified: textOf(article?.dateModified) ?? textOf(page?.dateModified),
  };
}

/** The value of a script that is JSON, or nearly. */
function parsed(script: string): unknown {
  for (const text of [script, mended(script)]) {
    try {
      return JSON.parse(text);
    } catch {
      // Many pages have broken JSON-LD; they are read by their other marks.
    }
  }
  return undefined;
}

function mended(script: string): string {
  return (
    script
      .replace(/<!--|-->|\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\/|\/\*\s{0,9}\]\]>\s{0,9}\*\/|<!\[CDATA\[|\]\]>/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them raw, pages have them.
      .replace(/[\u0000-\u001f]/g, ' ')
      .replace(/,\s{0,99}([}\]])/g, '$1')
      .trim()
      .replace(/;$/, '')
  );
}

/** Sorts what is inside `value` into articles and pages, in order. */
function gather(value: unknown, articles: Node[], pages: Node[]): void {
  let left = MOST_NODES;
  const visit = (inner: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof inner !== 'object' || inner === null || left-- <= 0) return;
    const node = inner as Node;
    const type = String(node['@type']).slice(0, 200);
    if (/Article|Posting|Report|Review/.test(type)) articles.push(node);
    else if (/Page\b|VideoObject|CreativeWork/.test(type)) pages.push(node);
    // What is said about an article's neighbours is not said of it.
    else if (/Comment|ItemList|Breadcrumb|Organization|Person/.test(type)) return;
    for (const child of Object.values(node).slice(0, 200)) visit(child, depth + 1);
  };
  visit(value, 0);
}

/** The name of a person or organisation, or the names of several. */
function namesOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 20)
    .flatMap((one) => {
      const name = typeof one === 'object' && one !== null ? (one as Node).name : one;
      const text = textOf([name].flat()[0])?.trim();
      return text ? [text] : [];
    });
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined;
}

/** A text, or a number as text: stamps are written as either. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}
