/** What lists articles instead of being one: feeds, sitemaps, lists of URLs, JSON, deliveries of Nexis Uni. */
import { ExtractError } from '../errors.ts';
import type { Unit } from './expand.ts';
import { errorItem } from './failures.ts';
import type { InputFormat, SourceItem } from './item.ts';
import { sniffListing } from './listing-sniff.ts';

/** What is known of the bytes. */
export interface ListSource {
  name: string;
  contentType: string | null;
  /** Address that links are relative to, null for a file. */
  base: string | null;
  /** How many lists lie around this one. */
  depth: number;
}

/** Lists within lists deeper than this are not followed: an index of sitemaps, its sitemaps, their pages make three. */
const DEEPEST = 4;
const LISTS = new Set<InputFormat>(['feed', 'sitemap', 'urls', 'json']);

/**
 * The units that `bytes` list, null when they are an article themselves.
 * @throws ExtractError `not-a-list` when `format` says that they list something and they do not.
 */
export async function listUnits(
  bytes: Buffer,
  format: InputFormat | null,
  source: ListSource,
  gate: boolean,
): Promise<Unit[] | null> {
  if (format === 'docx') return (await import('./delivery-units.ts')).deliveryUnits(bytes, source.name, gate);
  if (format !== null && format !== 'text' && !LISTS.has(format)) return null;
  // Most texts are no list of addresses, and one look tells.
  if (format === 'text' && sniffListing(bytes) !== 'urls') return null;
  if (format === 'json') {
    const { jsonUnits } = await import('./json-units.ts');
    const units = jsonUnits(bytes, source.name, gate);
    if (units) return units;
  }
  const { readListing } = await import('./listing-read.ts');
  const listing = await readListing(bytes, source);
  if (listing === null && format !== null && LISTS.has(format)) {
    throw new ExtractError('not-a-list', 'holds no feed, sitemap, list of URLs or articles', null, 'check the file');
  }
  if (listing === null) return null;
  if (source.depth >= DEEPEST) {
    throw new ExtractError('too-deep', 'is a list within too many others', null, 'give its address by itself');
  }
  const to = listing.kind === 'sitemap-index' ? 'list' : 'article';
  const units = listing.links.map((link): Unit => {
    const { url, ...known } = link;
    return { kind: 'url', url, link: { ...known, id: url, to } };
  });
  if (listing.cut) units.push({ kind: 'made', item: leftOut(source.name, units.length) });
  return units;
}

function leftOut(name: string, taken: number): SourceItem {
  const error = new ExtractError('too-many-links', `lists more than ${taken} addresses`, null, 'split it');
  return errorItem(name, { file: name }, error);
}
