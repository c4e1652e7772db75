/** Title, outlet, address, date and language from what a page states of itself. */
import type { ArticleMeta } from '../model.ts';
import { cleanHtml } from './html-clean.ts';
import type { PageHead } from './html-head.ts';
import { dateInUrl, isoDate } from './publication-date.ts';

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline'];
const OUTLETS = ['og:site_name', 'application-name', 'dc.publisher'];
const DATES = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publish-date',
  'article.published',
  'date',
];

/**
 * What the page states: by JSON-LD, else by `<meta>`, else by its elements, else (the date) by its address, which is
 * `url` where that is known. What cannot be read as a date is no date; what is not stated is null.
 */
export function headMeta(head: PageHead, url: string | null): Partial<ArticleMeta> {
  const linked = linkedData(head.jsonLd);
  const address = webAddress(head.canonical) ?? webAddress(head.metas.get('og:url'));
  const dates = [linked.datePublished, ...DATES.map((name) => head.metas.get(name)), ...head.times];
  return {
    title: firstOf([linked.headline, ...TITLES.map((name) => head.metas.get(name)), head.title]),
    outlet: firstOf([linked.publisher, ...OUTLETS.map((name) => head.metas.get(name))]),
    url: address,
    publishedAt: firstOf(dates.map((date) => date && isoDate(date))) ?? dateInUrl(url ?? address ?? ''),
    language: firstOf([head.language, head.metas.get('og:locale')]),
  };
}

/** What a page states of itself, without a look for its text. */
export function htmlMeta(fileText: string, url: string | null): Partial<ArticleMeta> {
  return headMeta(cleanHtml(fileText).head, url);
}

function firstOf(values: (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = value?.replace(/\s+/g, ' ').trim().slice(0, 1000);
    if (text) return text;
  }
  return null;
}

function webAddress(value: string | null | undefined): string | null {
  return value && /^https?:\/\/\S{1,2000}$/i.test(value) ? value : null;
}

interface LinkedData {
  headline?: string | undefined;
  datePublished?: string | undefined;
  publisher?: string | undefined;
}

/** What the first article in a page's JSON-LD says; broken JSON-LD counts as none. */
function linkedData(scripts: string[]): LinkedData {
  for (const script of scripts) {
    try {
      const found = findArticle(JSON.parse(script), 0);
      if (found) return found;
    } catch {
      // Many pages have broken JSON-LD; they are read by their other marks.
    }
  }
  return {};
}

/** Depth and breadth are bounded: real JSON-LD has the article within `@graph` or `mainEntity`. */
function findArticle(value: unknown, depth: number): LinkedData | null {
  if (depth > 5 || typeof value !== 'object' || value === null) return null;
  const node = value as Record<string, unknown>;
  if (/Article|Posting|Report|Review/.test(String(node['@type']).slice(0, 200))) {
    const publisher = [node.publisher].flat()[0] as Record<string, unknown> | string | undefined;
    const name = typeof publisher === 'object' ? publisher?.name : publisher;
    return {
      headline: textOf(node.headline) ?? textOf(node.name),
      datePublished: textOf(node.datePublished),
      publisher: textOf(name),
    };
  }
  for (const inner of Object.values(node).slice(0, 30)) {
    const found = findArticle(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
