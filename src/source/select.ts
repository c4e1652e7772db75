/** Items of one input by their numbers: those wanted, with their places. */
import type { RawArticle, ReadItem, SourceItem } from './item.ts';
import { type ItemPath, isWanted, type Selection } from './path.ts';

/** The items of `batches` that `selection` wants, each with its number from 0 within `path`. */
export async function* numbered(
  batches: AsyncIterable<(SourceItem | RawArticle)[]>,
  path: ItemPath,
  selection: Selection,
): AsyncGenerator<ReadItem[]> {
  const everything = selection.after === undefined && selection.only === undefined;
  let number = 0;
  for await (const batch of batches) {
    const wanted: ReadItem[] = [];
    for (const item of batch) {
      const at = [...path, number++];
      if (everything || isWanted(at, selection)) wanted.push({ path: at, item });
    }
    if (wanted.length > 0) yield wanted;
  }
}
