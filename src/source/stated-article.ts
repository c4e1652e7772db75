/** An article that a line or a row states: its text, and what is said of it. */
import { createHash } from 'node:crypto';
import { textArticle } from '../article/text.ts';
import { isOffTopic } from '../detect/gate.ts';
import type { ArticleMeta } from '../model.ts';
import type { RawArticle, SourceItem } from './item.ts';

/** What is stated: the text as it is, or as a page; the text goes before the page. */
export interface StatedText {
  text?: string | undefined;
  html?: string | undefined;
}

/**
 * The item of an article with this text, which is skipped when it is empty or, with `gate`, off the topic. `replaced` says
 * that its bytes were no valid UTF-8.
 */
export function statedItem(
  given: ArticleMeta,
  { text, html }: StatedText,
  { replaced, gate }: { replaced: boolean; gate: boolean },
): SourceItem | RawArticle {
  const content = text ?? html ?? '';
  if (content === '' || (gate && isOffTopic(content, text === undefined))) {
    return { kind: 'skipped', meta: { ...given, sha256: null } };
  }
  const meta = { ...given, sha256: createHash('sha256').update(content).digest('hex') };
  const notes = replaced ? ['not valid UTF-8: what could not be read was replaced'] : [];
  if (text !== undefined) return { kind: 'article', article: textArticle(text, meta), warnings: notes };
  return { kind: 'raw', format: 'html', content, meta, notes, gate: false };
}
