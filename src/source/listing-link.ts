/** A list of addresses, and how one is gathered. */
import { httpUrl, LONGEST_URL } from './table-values.ts';

/** An address with what its list says of the article there. */
export interface Link {
  url: string;
  title: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  outlet: string | null;
  language: string | null;
}

/** What a file or page lists. The links of a sitemap index lead to sitemaps, all others to articles. */
export interface Listing {
  kind: 'urls' | 'feed' | 'sitemap' | 'sitemap-index';
  /** Each address once, in the order of the list; at most `MOST_LINKS`. */
  links: Link[];
  /** Of a feed. */
  title: string | null;
  /** Whether there were more links than are taken. */
  cut: boolean;
}

/** Most links taken of a list: what the sitemap protocol allows a sitemap to have. */
export const MOST_LINKS = 50_000;
/** Longest title or name kept, in characters; headlines have some tens. */
const LONGEST_NAME = 1000;

/** Gathers links. */
export interface LinkCollector {
  /**
   * Takes a link on unless it is there already, or leads elsewhere than to http or https. False once there are
   * more than are taken.
   */
  add(link: Link, base?: string | null): boolean;
  listing(kind: Listing['kind'], title?: string | null): Listing;
}

/** A collector whose relative links start from `base`; without one they are left out. */
export function linkCollector(base: string | null): LinkCollector {
  const links: Link[] = [];
  const seen = new Set<string>();
  let cut = false;
  return {
    add(link, own = base) {
      const url = absolute(link.url, own);
      if (url === null) return true;
      // What differs in its fragment alone is one page.
      const key = url.replace(/#.*$/s, '');
      if (seen.has(key)) return true;
      if (links.length >= MOST_LINKS) {
        cut = true;
        return false;
      }
      seen.add(key);
      // An address that stands as it should is kept as it stands.
      links.push({ ...link, url: httpUrl(link.url.trim()) ?? url });
      return true;
    },
    listing: (kind, title = null) => ({ kind, links, title, cut }),
  };
}

/** The http or https address that `link` stands for, or null. */
export function absolute(link: string, base: string | null): string | null {
  const text = link.trim();
  if (text === '' || text.length > LONGEST_URL) return null;
  try {
    const { protocol, href } = base === null ? new URL(text) : new URL(text, base);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

/** A title or name on one line, cut at a length no real one has; null when there is nothing of it. */
export function nameOf(text: string | null | undefined): string | null {
  const name = (text ?? '')
    .slice(0, 4 * LONGEST_NAME)
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? null : name.slice(0, LONGEST_NAME);
}
