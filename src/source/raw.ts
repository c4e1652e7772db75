/** The bytes of one article: whether it may hold a claim, and, later, its text. */
import { createHash } from 'node:crypto';
import { decodeBytes } from '../article/decode.ts';
import {
  type ArticleFormat,
  type Extracted,
  extractArticle,
  extractDocument,
  type GivenMeta,
  looksLikeHtml,
  statedMeta,
  type TextFormat,
} from '../article/extract.ts';
import { gateHtml, isOffTopic } from '../detect/gate.ts';
import { emptyInput, errorItem, knownFailure } from './failures.ts';
import type { RawArticle, SourceItem } from './item.ts';

/** What is known of the bytes. */
export interface ArticleBytes {
  /** Id, and what else is known before the text is: by a feed, a table, the address. */
  given: Omit<GivenMeta, 'sha256'>;
  bytes: Buffer;
  /** Null to tell a page from plain text by how it begins. */
  format: ArticleFormat | null;
  contentType: string | null;
  /** Whether articles off the topic are skipped. */
  gate: boolean;
  /** Whether it is a file of the user's own; default false. */
  own?: boolean;
}

/**
 * The article in `bytes`, decoded and not yet looked at further, or a skipped item when the topic gate turns it away.
 * @throws ExtractError `binary` or `empty`.
 */
export async function rawItem(input: ArticleBytes): Promise<RawArticle | SourceItem> {
  const { given, bytes, format, contentType, gate, own = false } = input;
  if (bytes.length === 0) throw emptyInput();
  const meta = { ...given, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (format === 'docx' || format === 'pdf') return { kind: 'raw', format, content: bytes, meta, notes: [], gate, own };
  const { text, encoding, replaced } = await decodeBytes(bytes, { contentType, html: format === 'html' });
  if (text.trim() === '') throw emptyInput('has no text');
  const kind = format ?? (looksLikeHtml(text) ? 'html' : 'text');
  if (gate && isOff(kind, text)) return { kind: 'skipped', meta: await statedMeta(kind, text, meta) };
  const notes = encodingNotes(encoding, replaced, contentType);
  return { kind: 'raw', format: kind, content: text, meta, notes, gate, own };
}

/** The article of `raw`, or why there is none. Throws for faults of the program alone. */
export async function articleOf(raw: RawArticle): Promise<SourceItem> {
  const { meta } = raw;
  try {
    const { article, warnings } = await extracted(raw);
    if (article.text.trim() === '') throw emptyInput('has no text');
    // A document shows its text only now.
    if (raw.gate && typeof raw.content !== 'string' && isOffTopic(article.text)) {
      const { text: _text, blocks: _blocks, origin: _origin, ...rest } = article;
      return { kind: 'skipped', meta: rest };
    }
    const format = raw.own ? { own: raw.format } : {};
    return { kind: 'article', article, warnings: [...raw.notes, ...warnings], ...format };
  } catch (thrown) {
    const error = knownFailure(thrown);
    if (error === null) throw thrown;
    return errorItem(meta.id, { file: meta.id }, error);
  }
}

function extracted({ format, content, meta }: RawArticle): Promise<Extracted> {
  if (typeof content === 'string') return extractArticle(format as TextFormat, content, meta);
  return extractDocument(format as 'docx' | 'pdf', content, meta);
}

/** Whether the topic gate turns a file's text away, marks and link targets of Markdown set aside. */
function isOff(format: TextFormat, text: string): boolean {
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
