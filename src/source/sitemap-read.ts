/** Sitemaps, sitemaps of news, and indexes of sitemaps. */
import { type Link, type Listing, linkCollector, nameOf } from './listing-link.ts';
import { readXml } from './sitemap-xml.ts';
import { dateOf, given, languageOf } from './table-values.ts';

/** Elements that are read, under their parents; `image:loc` and `video:title` are others. */
const READ: Record<string, keyof Link> = {
  'url>loc': 'url',
  'sitemap>loc': 'url',
  'news>title': 'title',
  'news>publication_date': 'publishedAt',
  'publication>name': 'outlet',
  'publication>language': 'language',
};

/**
 * The links of a sitemap, in the order of the file. Title, date, outlet and language are those of the news extension;
 * when a page was last changed says nothing of when it was published, and is not taken. Reads a broken sitemap
 * as far as it goes.
 */
export function readSitemap(kind: 'sitemap' | 'sitemap-index', xml: string, base: string | null): Listing {
  const entry = kind === 'sitemap' ? 'url' : 'sitemap';
  const collector = linkCollector(base);
  let found: Partial<Record<keyof Link, string>> = {};
  readXml(xml, {
    open(path) {
      if (path.length === 2) found = {};
    },
    close(path, text) {
      const field = READ[path.slice(-2).join('>')];
      if (field !== undefined && path[1] === entry) found[field] ??= text;
      if (path.length !== 2 || path[1] !== entry || found.url === undefined) return true;
      return collector.add({
        url: found.url,
        title: nameOf(found.title),
        publishedAt: dateOf(given(found.publishedAt)),
        outlet: nameOf(found.outlet),
        language: languageOf(given(found.language)),
      });
    },
  });
  return collector.listing(kind);
}
