/** Tells by how bytes begin whether they may list articles. */

/** Bytes looked at; what stands before the root element of a feed is short. */
const HEAD = 65_536;

/** What bytes may be; whether they are is for the reader of that kind to say. */
export type ListingKind = 'urls' | 'json' | 'feed' | 'sitemap' | 'sitemap-index';

const ROOTS: Record<string, ListingKind> = {
  rss: 'feed',
  rdf: 'feed',
  feed: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
};

/** What `bytes` may be, in any encoding that writes ASCII in its order; null for what is no list. */
export function sniffListing(bytes: Uint8Array): ListingKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  // UTF-16 is ASCII with a zero beside each letter, and may have a mark before it.
  const text = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/, '');
  const start = text.search(/\S/);
  if (start === -1) return null;
  if (text[start] === '<') return rootOf(text, start);
  if (text[start] === '{')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('jsonfeed') ? 'json' : null;
  return /^\s*(?:#|https?:\/\/)/i.test(text) ? 'urls' : null;
}

/** What the first element of an XML document says that it is. */
function rootOf(text: string, start: number): ListingKind | null {
  let at = start;
  for (;;) {
    at = text.indexOf('<', at);
    if (at === -1) return null;
    if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (text.startsWith('<!', at)) at = afterDoctype(text, at);
    else break;
    if (at === -1) return null;
  }
  const name = /^<(?:[\w.-]{1,100}:)?(\w{1,20})[\s/>]/.exec(text.slice(at, at + 200));
  return (name && ROOTS[name[1]!.toLowerCase()]) ?? null;
}

/** The offset after the document type, past the declarations that it may hold in brackets. */
function afterDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  return bracket === -1 || (end !== -1 && end < bracket) ? after(text, '>', at) : after(text, ']>', at);
}

function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found === -1 ? -1 : found + mark.length;
}
