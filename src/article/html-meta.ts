/** Title, outlet, address, date, byline and language from what a page states of itself. */
import type { ArticleMeta } from '../model.ts';
import { cleanByline } from './byline.ts';
import { cleanHtml } from './html-clean.ts';
import { pageDate } from './html-dates.ts';
import type { PageHead } from './html-head.ts';
import { linkedData } from './html-linked-data.ts';

const TITLES = ['og:title', 'twitter:title', 'dc.title', 'headline'];
const OUTLETS = ['og:site_name', 'application-name', 'dc.publisher'];
const BYLINES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
];

/**
 * What the page states: by JSON-LD, else by `<meta>`, else by its elements, else (the date) by its address, which is
 * `url` where that is known; of dates that clash the surest counts, and its confidence says so. What cannot be read
 * as a date is no date; what is not stated is null.
 */
export function headMeta(head: PageHead, url: string | null): Partial<ArticleMeta> {
  const { metas } = head;
  const parsely = parselyPage(metas.get('parsely-page'));
  const linked = linkedData(head.jsonLd, `${metas.get('og:title') ?? ''} ${head.title}`);
  const address = webAddress(head.canonical) ?? webAddress(metas.get('og:url'));
  const bylines = [linked.author, ...BYLINES.map((name) => metas.get(name)), parsely.author, ...head.bylines];
  return {
    title: firstOf([linked.headline, ...TITLES.map((name) => metas.get(name)), parsely.title, head.title]),
    outlet: firstOf([linked.publisher, ...OUTLETS.map((name) => metas.get(name))]),
    url: address,
    ...pageDate(head, linked, parsely.published, url ?? address ?? ''),
    language: firstOf([head.language, metas.get('og:locale')]),
    byline: firstOf(bylines.map((name) => name && cleanByline(name))),
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

/** What the older form of Parse.ly's metadata says: JSON within a `<meta>`. */
function parselyPage(json: string | undefined): { title?: string; author?: string; published?: string } {
  if (!json) return {};
  try {
    const page = JSON.parse(json) as Record<string, unknown> | null;
    const said = (key: string) =>
      [page?.[key]]
        .flat()
        .filter((value) => typeof value === 'string')
        .join(', ');
    return { title: said('title'), author: said('author') || said('authors'), published: said('pub_date') };
  } catch {
    return {};
  }
}
