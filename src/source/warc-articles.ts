/** Archives of the web in WARC to articles whose text is still to be found. */
import { errorItem, knownFailure } from './failures.ts';
import type { RawArticle, SourceItem } from './item.ts';
import { rawItem } from './raw.ts';
import { type RawItem, readWarc, type WarcOptions } from './warc.ts';

/**
 * The articles of an archive, in batches: those that may be on topic, decoded; those that the gate turned away; and
 * what could not be read.
 * @throws as `readWarc` does.
 */
export async function* warcArticles(
  file: string,
  chunks: AsyncIterable<Buffer>,
  options: WarcOptions,
): AsyncGenerator<(SourceItem | RawArticle)[]> {
  for await (const batch of readWarc(file, chunks, options)) {
    const items: (SourceItem | RawArticle)[] = [];
    for (const item of batch) items.push(item.kind === 'raw' ? await decoded(file, item, options.gate) : item);
    yield items;
  }
}

/** A page of an archive, decoded. */
async function decoded(
  file: string,
  { id, url, bytes, format, contentType }: Extract<RawItem, { kind: 'raw' }>,
  gate: boolean,
): Promise<SourceItem | RawArticle> {
  try {
    return await rawItem({ given: { id, url }, bytes, format, contentType, gate });
  } catch (thrown) {
    const error = knownFailure(thrown);
    if (error === null) throw thrown;
    return errorItem(id, { file }, error);
  }
}
