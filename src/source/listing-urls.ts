/** Lists of URLs as people keep them: one a line. */
import { type Listing, linkCollector } from './listing-link.ts';
import { httpUrl } from './table-values.ts';

/**
 * The URLs of a text whose lines are each blank, a comment that begins with `#`, or an http or https URL, on its own
 * or before a tab and anything. Null when any line is something else, or none is a URL.
 */
export function urlList(text: string): Listing | null {
  const collector = linkCollector(null);
  let found = false;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end).trim();
    start = end + 1;
    if (line === '' || line.startsWith('#')) continue;
    const tab = line.indexOf('\t');
    const url = httpUrl((tab === -1 ? line : line.slice(0, tab)).trim());
    if (url === null) return null;
    found = true;
    collector.add({ url, title: null, publishedAt: null, outlet: null, language: null });
  }
  return found ? collector.listing('urls') : null;
}
