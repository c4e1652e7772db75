/** The items of a feed as links. */
import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from './feed-parser.ts';
import { absolute, type Link, type LinkCollector, type Listing, linkCollector, nameOf } from './listing-link.ts';
import { dateOf, given, languageOf } from './table-values.ts';

/** The links of a feed. Its title is the outlet of items that name none. `base` is the feed's own address, if known. */
export function feedLinks({ format, feed }: AnyFeed, base: string | null): Listing {
  if (format === 'atom') return atomLinks(feed, base);
  if (format === 'json') return jsonLinks(feed, base);
  return rssLinks(feed, base);
}

function rssLinks(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>, base: string | null): Listing {
  const collector = linkCollector(absolute(feed.xml?.base ?? '', base) ?? base ?? absolute(feed.link ?? '', null));
  const title = nameOf(feed.title);
  const language = ('language' in feed ? feed.language : null) ?? feed.dc?.languages?.[0];
  for (const item of feed.items ?? []) {
    const rss: RssFeed.Item<string> = item;
    const guid = rss.guid && rss.guid.isPermaLink !== false ? absolute(rss.guid.value ?? '', null) : null;
    const url = item.link ?? guid ?? item.atom?.links?.[0]?.href ?? (item as RdfFeed.Item<string>).rdf?.about;
    const more = push(collector, url, item.xml?.base, {
      title: item.title ?? item.dc?.titles?.[0],
      date: rss.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
      // Feeds that gather from others name the outlet with each item.
      outlet: rss.source?.title ?? title,
      language: item.dc?.languages?.[0] ?? language,
    });
    if (!more) break;
  }
  return collector.listing('feed', title);
}

function atomLinks(feed: AtomFeed.Feed<string>, base: string | null): Listing {
  const own = absolute(feed.xml?.base ?? '', base) ?? base;
  const collector = linkCollector(own ?? absolute(linkOf(feed.links) ?? '', null));
  const title = nameOf(feed.title?.value);
  for (const entry of feed.entries ?? []) {
    const url = linkOf(entry.links) ?? absolute(entry.id ?? '', null);
    const more = push(collector, url, entry.xml?.base, {
      title: entry.title?.value,
      // When an entry was last changed is not when it was published.
      date: entry.published ?? entry.dc?.dates?.[0],
      outlet: entry.source?.title?.value ?? title,
      language: entry.xml?.lang ?? feed.xml?.lang,
    });
    if (!more) break;
  }
  return collector.listing('feed', title);
}

function jsonLinks(feed: JsonFeed.Feed<string>, base: string | null): Listing {
  const collector = linkCollector(base ?? absolute(feed.home_page_url ?? '', null));
  const title = nameOf(feed.title);
  for (const item of feed.items ?? []) {
    const url = item.url ?? item.external_url ?? absolute(item.id ?? '', null);
    const more = push(collector, url, null, {
      title: item.title,
      date: item.date_published,
      outlet: title,
      language: item.language ?? feed.language,
    });
    if (!more) break;
  }
  return collector.listing('feed', title);
}

/** The link to the page itself, not to its comments, its sound or its other formats. */
function linkOf(links: AtomFeed.Link<string>[] | undefined): string | null {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || type.includes('html')) ?? pages[0])?.href ?? null;
}

/** What an item says, as it says it. */
type Stated = Record<'title' | 'outlet' | 'language' | 'date', string | null | undefined>;

/** Adds a link; false once there are enough. */
export function push(
  collector: LinkCollector,
  url: string | null | undefined,
  base: string | null | undefined,
  { title, outlet, language, date }: Stated,
): boolean {
  if (!url) return true;
  const link: Link = {
    url,
    title: nameOf(title),
    publishedAt: dateOf(given(date)),
    outlet: nameOf(outlet),
    language: languageOf(given(language)),
  };
  return base ? collector.add(link, absolute(base, null) ?? undefined) : collector.add(link);
}
