/** The articles of a delivery of Nexis Uni as units. */
import { createHash } from 'node:crypto';
import { extractDelivery } from '../article/docx-delivery.ts';
import { isOffTopic } from '../detect/gate.ts';
import { ExtractError } from '../errors.ts';
import type { Unit } from './expand.ts';
import { emptyInput, errorItem } from './failures.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * A unit for each article of the DOCX file `bytes`, when it is a delivery of several; null for any other document, a
 * broken one too, of which reading it as an article says what is wrong. An article without a text is an error.
 */
export async function deliveryUnits(bytes: Buffer, file: string, gate: boolean): Promise<Unit[] | null> {
  const found = await extractDelivery(bytes, { id: file }, sha256).catch((thrown) => {
    if (thrown instanceof ExtractError) return null;
    throw thrown;
  });
  return (
    found?.map(({ article, warnings }): Unit => {
      const { text, blocks: _blocks, origin: _origin, document: _document, ...meta } = article;
      if (text === '')
        return { kind: 'made', item: errorItem(article.id, { file: article.id }, emptyInput('has no text')) };
      if (gate && isOffTopic(text)) return { kind: 'made', item: { kind: 'skipped', meta } };
      return { kind: 'made', item: { kind: 'article', article, warnings } };
    }) ?? null
  );
}
