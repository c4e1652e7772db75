/** Word documents that Nexis Uni and LexisNexis deliver: many articles in one file. */
import { cleanByline } from './byline.ts';
import { CONFIDENCE } from './dates-found.ts';
import { blocksOf, type Paragraph, paragraphsOf } from './docx-blocks.ts';
import { textOf } from './docx-text.ts';
import { type DocxTree, docxTree } from './docx-tree.ts';
import { zipParts } from './docx-zip.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { languageCode } from './language-names.ts';
import { type NexisArticle, nexisArticles } from './nexis.ts';

/** Words that each delivery has at least one of, whole, in its XML. */
const SIGNS = ['End of Document', 'Load-Date', 'LOAD-DATE', ' DOCUMENTS', 'DOCUMENTS '];
const MAIN = 'word/document.xml';
/** Longest title and outlet kept, in characters. */
const LONGEST = 1000;

/** An article of a delivery and the paragraphs of its text. */
export interface Delivered {
  article: NexisArticle;
  paragraphs: Paragraph[];
}

/** The articles that a document delivers; null when it is any other document. Linear in the paragraphs. */
export function deliveredIn(paragraphs: readonly Paragraph[]): Delivered[] | null {
  const lines = paragraphs.map(({ node, kind }) => ({
    text: textOf(node).replace(/\s+/g, ' ').trim(),
    heading: kind === 'heading',
  }));
  const shown = [...lines.keys()].filter((i) => lines[i]!.text !== '');
  const articles = nexisArticles(shown.map((i) => lines[i]!));
  return (
    articles?.map((article) => ({
      article,
      paragraphs: shown.slice(article.from, article.to).map((i) => paragraphs[i]!),
    })) ?? null
  );
}

/** A delivered article: its text alone as text, what the delivery says of it as meta; the date is one that is given. */
export function deliveredArticle(
  tree: DocxTree,
  { article: known, paragraphs }: Delivered,
  given: GivenMeta,
): Extracted {
  const { text, blocks, cut, document } = blocksOf({ ...tree, comments: [] }, paragraphs);
  const { publishedAt } = known;
  const stated = {
    title: known.title?.slice(0, LONGEST) ?? null,
    outlet: known.outlet?.slice(0, LONGEST) ?? null,
    byline: known.byline === null ? null : cleanByline(known.byline),
    language: known.language === null ? null : languageCode(known.language.split(/[;,]/, 1)[0]!.trim()),
    ...(publishedAt === null
      ? {}
      : { publishedAt, dateSource: 'given' as const, dateConfidence: confidence(publishedAt) }),
  };
  const article = { ...mergeMeta(given, stated), text, blocks, origin: null };
  return {
    article: document.length > 0 ? { ...article, document } : article,
    warnings: cut ? ['the document is too large; its text was cut off'] : [],
  };
}

const confidence = (date: string): number => (date.length < 10 ? CONFIDENCE.partial : CONFIDENCE.given);

/**
 * The articles of a delivery of two or more, with ids such as `file#1`; null for a document of any other kind, which is then
 * an article by itself. A first look at the bytes tells most other documents.
 * @throws ExtractError as `extractDocx`.
 */
export async function extractDelivery(
  bytes: Uint8Array,
  given: { id: string },
  hash: (text: string) => string,
): Promise<Extracted[] | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const parts = zipParts(bytes);
  if (!parts.exists(MAIN)) return null;
  const main = parts.read(MAIN);
  const xml = Buffer.from(main.buffer, main.byteOffset, main.byteLength);
  if (!SIGNS.some((sign) => xml.includes(sign))) return null;
  const tree = await docxTree(zipParts(bytes));
  const found = deliveredIn(paragraphsOf(tree));
  if (found === null || found.length < 2) return null;
  return found.map((one, i) => {
    const extracted = deliveredArticle(tree, one, { id: `${given.id}#${i + 1}`, sha256: '' });
    extracted.article.sha256 = hash(extracted.article.text);
    return extracted;
  });
}
