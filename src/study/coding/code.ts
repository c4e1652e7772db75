/** Articles to coded records: what is counted, beside it the words behind the codes, and which articles are one story. */
import { join } from 'node:path';
import type { CheckedItem } from '../../batch/check-item.ts';
import type { Checker } from '../../batch/checker.ts';
import { inTurn } from '../../batch/in-turn.ts';
import type { Context } from '../../reporters/context.ts';
import type { ReadItem } from '../../source/item.ts';
import type { ItemPath } from '../../source/path.ts';
import { type StoryFinder, storyFinder } from '../stories/stories.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';

/** A claim or the first words of a frame, in the sentence they stand in; a line of `contexts.jsonl`. */
export interface ContextLine {
  articleId: string;
  start: number;
  end: number;
  before: string;
  quote: string;
  after: string;
}

export interface CodeOptions {
  checker: Checker;
  /** An empty folder for the records; what is written there is named in `Coded`. */
  folder: string;
  /** Hears of each article as it is done. */
  onItem(checked: CheckedItem, path: ItemPath): void;
}

/** What coding leaves: files of JSON Lines, and the stories of the articles on the topic. */
export interface Coded {
  records: string;
  contexts: string;
  articles: number;
  failed: number;
  finder: StoryFinder;
}

/** Codes all `items` in their order. Throws system errors when the folder cannot be written; the finder is the caller's to close. */
export async function codeItems(items: AsyncIterable<ReadItem[]>, options: CodeOptions): Promise<Coded> {
  const files = { records: join(options.folder, 'records.jsonl'), contexts: join(options.folder, 'contexts.jsonl') };
  const [records, contexts] = [lineWriter(files.records), lineWriter(files.contexts)];
  const finder = storyFinder({ folder: options.folder });
  let [articles, failed] = [0, 0];
  try {
    for await (const batch of inTurn(items, options.checker)) {
      for (const { checked, path } of batch) {
        const { record } = checked;
        records.add(JSON.stringify(record));
        if (record.error) failed++;
        else articles++;
        if (record.error === null && record.skipped === null) keep(checked, finder, contexts);
        options.onItem(checked, path);
      }
    }
  } catch (thrown) {
    finder.close();
    throw thrown;
  } finally {
    records.close();
    contexts.close();
  }
  return { ...files, articles, failed, finder };
}

function keep({ record, contexts, frameContexts, shingles }: CheckedItem, finder: StoryFinder, to: LineWriter): void {
  const { id, publishedAt } = record.article;
  finder.add({ id, publishedAt, shingles });
  for (const [i, { start, end }] of record.claims.entries()) to.add(line(id, { start, end }, contexts![i]!));
  for (const [i, { spans }] of (record.frames ?? []).entries()) to.add(line(id, spans[0]!, frameContexts![i]!));
}

function line(articleId: string, { start, end }: { start: number; end: number }, { text, mark }: Context): string {
  const cut = {
    before: text.slice(0, mark.start),
    quote: text.slice(mark.start, mark.end),
    after: text.slice(mark.end),
  };
  return JSON.stringify({ articleId, start, end, ...cut } satisfies ContextLine);
}
