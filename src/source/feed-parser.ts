/** The one place that knows the feed library. */
import { type AnyFeed, parseFeed } from 'feedsmith';

export type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';

/** What the library makes of a feed; null when it throws, as it does in many ways at broken ones. */
export function parsedFeed(text: string): AnyFeed<string> | null {
  try {
    return parseFeed<string>(text);
  } catch {
    return null;
  }
}
