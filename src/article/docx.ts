/** DOCX as an article. */
import type { Article } from '../model.ts';
import { documentMeta, type Properties } from './document-properties.ts';
import { docxBlocks, paragraphsOf } from './docx-blocks.ts';
import { deliveredArticle, deliveredIn } from './docx-delivery.ts';
import { docxTree } from './docx-tree.ts';
import { locked, malformed, type ZipParts, zipParts } from './docx-zip.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';

/** The part that holds title, author and dates. */
const PROPERTIES = 'docProps/core.xml';
/** How far that part is read, in characters. */
const LONGEST_PROPERTIES = 100_000;

/**
 * The article in a DOCX file: headline first, then paragraphs, headings, list items, quotes and table cells in order,
 * then foot- and endnotes; deleted text, field codes and tables of contents left out. Title, author and date of making
 * come from the document's properties where `given` does not have them. `origin` is null; `document` maps the text to
 * paragraphs and runs, and `comments` are the comments that are anchored to text, in its order. Nothing
 * outside the file is fetched; macros, pictures and embedded files are not unpacked. Text beyond 4,000,000 characters
 * or 100,000 paragraphs is cut off, with a warning. A document that Nexis Uni delivers with one article is that article:
 * its text alone, with title, outlet, byline and date as delivered (see `extractDelivery` for several).
 * @throws ExtractError `malformed` (no DOCX file, or a broken one), `locked` (a password), `too-large` (the
 * parts read unpack to more than 100 MB, or there are more than 10,000).
 */
export async function extractDocx(bytes: Uint8Array, given: GivenMeta): Promise<Extracted> {
  if (isOldOffice(bytes)) throw holds(bytes, 'EncryptedPackage') ? locked() : malformed('is an old Office document');
  const parts = zipParts(bytes);
  const stated = properties(parts);
  const tree = await docxTree(parts);
  const paragraphs = paragraphsOf(tree);
  const delivered = deliveredIn(paragraphs);
  if (delivered?.length === 1) return deliveredArticle(tree, delivered[0]!, given);
  const { text, blocks, title, cut, document, comments } = docxBlocks(tree, paragraphs);
  const article: Article = { ...mergeMeta(given, documentMeta(stated, title)), text, blocks, origin: null };
  if (document.length > 0) article.document = document;
  if (comments.length > 0) article.comments = comments;
  return { article, warnings: cut ? ['the document is too large; its text was cut off'] : [] };
}

/** The container of Office 97, which locked documents of today come in too. */
function isOldOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Whether the container's directory has a stream of that name; names are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function properties(parts: ZipParts): Properties {
  if (!parts.exists(PROPERTIES)) return {};
  const xml = new TextDecoder().decode(parts.read(PROPERTIES)).slice(0, LONGEST_PROPERTIES);
  const property = (name: string): string | undefined => {
    const found = new RegExp(`<(?:[\\w-]{1,20}:)?${name}(?:\\s[^<>]{0,300})?>([^<]{1,2000})<`).exec(xml);
    return found ? unescaped(found[1]!) : undefined;
  };
  return { title: property('title'), author: property('creator'), created: property('created') };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code === null) return ENTITIES[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
