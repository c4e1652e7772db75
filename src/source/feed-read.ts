/** Feeds: RSS of all versions, Atom and JSON Feed. Loaded when the first feed comes. */
import { feedLinks } from './feed-links.ts';
import { parsedFeed } from './feed-parser.ts';
import { salvageFeed } from './feed-salvage.ts';
import type { Listing } from './listing-link.ts';

/** Characters above which a feed is streamed instead: the library's tree takes some ten times as much memory. */
const LONGEST_TREE = 10 * 1_048_576;

/**
 * The links of a feed in XML, in the order of the feed. What the library will not read, because it is broken, too long
 * or nested too deep, is read as far as it goes.
 */
export function readFeed(xml: string, base: string | null): Listing {
  if (xml.length > LONGEST_TREE) return salvageFeed(xml, base);
  const parsed = parsedFeed(xml);
  return parsed === null ? salvageFeed(xml, base) : feedLinks(parsed, base);
}

/** The links of a JSON Feed; null when `json` is none. */
export function readJsonFeed(json: string, base: string | null): Listing | null {
  const parsed = parsedFeed(json);
  return parsed?.format === 'json' ? feedLinks(parsed, base) : null;
}
