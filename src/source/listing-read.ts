/** Bytes that list articles instead of being one. */
import { decodeBytes } from '../article/decode.ts';
import { ExtractError } from '../errors.ts';
import { inflated } from './listing-inflate.ts';
import type { Listing } from './listing-link.ts';
import { type ListingKind, sniffListing } from './listing-sniff.ts';
import { urlList } from './listing-urls.ts';
import { httpUrl } from './table-values.ts';

export { type Link, type Listing, MOST_LINKS } from './listing-link.ts';

/** What is known of the bytes. */
export interface ListingSource {
  contentType: string | null;
  /** A path or an address; an http or https address is also what relative links start from. */
  name: string;
  /** What relative links start from, where that is not `name`. */
  base?: string | null;
}

/**
 * The list in `bytes`: URLs a line each, a feed (RSS, Atom, JSON Feed), a sitemap or an index of sitemaps, plain or
 * packed by gzip. Null when they are anything else; told by the bytes themselves, whatever they are called. Broken
 * feeds and sitemaps give what can be read of them. Relative links are resolved against the list's address, else
 * against the site that a feed names, else left out; of addresses that are there twice the first counts. Nothing
 * that a document declares is expanded or fetched.
 * @throws ExtractError `too-large` when packed bytes come to more than 50 MB, `malformed` when they break off.
 */
export async function readListing(bytes: Buffer, { contentType, name, base }: ListingSource): Promise<Listing | null> {
  const plain = await inflated(bytes);
  const kind = plain === null ? null : sniffListing(plain);
  if (plain === null || kind === null) return null;
  const text = await textOf(plain, contentType, kind);
  return text === null ? null : read(kind, text, base ?? httpUrl(name));
}

async function read(kind: ListingKind, text: string, base: string | null): Promise<Listing | null> {
  if (kind === 'urls') return urlList(text);
  if (kind === 'json') return (await import('./feed-read.ts')).readJsonFeed(text, base);
  if (kind === 'feed') return (await import('./feed-read.ts')).readFeed(text, base);
  return (await import('./sitemap-read.ts')).readSitemap(kind, text, base);
}

/** The bytes as text; null when they are none. */
async function textOf(bytes: Buffer, contentType: string | null, kind: ListingKind): Promise<string | null> {
  try {
    return (await decodeBytes(bytes, { contentType, html: kind !== 'urls' })).text;
  } catch (thrown) {
    if (thrown instanceof ExtractError) return null;
    throw thrown;
  }
}
