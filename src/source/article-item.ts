/** The bytes of one article to an item. */
import { createHash } from 'node:crypto';
import { decodeBytes } from '../article/decode.ts';
import { type ArticleFormat, extractArticle, looksLikeHtml, statedMeta } from '../article/extract.ts';
import { gateHtml, isOffTopic } from '../detect/gate.ts';
import { emptyInput } from './failures.ts';
import type { SourceItem } from './item.ts';

/** What is known of the bytes. */
export interface ArticleBytes {
  id: string;
  bytes: Buffer;
  /** Null to tell a page from plain text by how it begins. */
  format: ArticleFormat | null;
  url: string | null;
  contentType: string | null;
  /** Whether articles off the topic are skipped. */
  gate: boolean;
}

/**
 * The article in `bytes`, or a skipped item when the topic gate turns it away.
 * @throws ExtractError `binary` or `empty`.
 */
export async function articleItem({ id, bytes, format, url, contentType, gate }: ArticleBytes): Promise<SourceItem> {
  if (bytes.length === 0) throw emptyInput();
  const { text, encoding, replaced } = await decodeBytes(bytes, { contentType, html: format === 'html' });
  if (text.trim() === '') throw emptyInput('has no text');
  const kind = format ?? (looksLikeHtml(text) ? 'html' : 'text');
  const meta = { id, url, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (gate && isOff(kind, text)) {
    return { kind: 'skipped', meta: await statedMeta(kind, text, meta) };
  }
  const { article, warnings } = await extractArticle(kind, text, meta);
  if (article.text === '') throw emptyInput('has no text');
  return { kind: 'article', article, warnings: [...encodingNotes(encoding, replaced, contentType), ...warnings] };
}

/** Whether the topic gate turns a file's text away, marks and link targets of Markdown set aside. */
function isOff(format: ArticleFormat, text: string): boolean {
  if (format === 'html') return isOffTopic(text, true);
  return isOffTopic(text) && (format === 'text' || !gateHtml(text.replace(/\]\([^()\n]{0,2000}\)/g, '')));
}

/** What a reader should know of an encoding that nobody declared, or that did not hold. */
function encodingNotes(encoding: string, replaced: number, contentType: string | null): string[] {
  if (replaced > 0) {
    const many =
      replaced === 1 ? '1 character that cannot be read was' : `${replaced} characters that cannot be read were`;
    return [`not valid ${encoding === 'utf-8' ? 'UTF-8' : encoding}: ${many} replaced`];
  }
  const declared = contentType?.toLowerCase().includes('charset=') ?? false;
  return encoding === 'utf-8' || declared ? [] : [`not UTF-8: read as ${encoding}`];
}
