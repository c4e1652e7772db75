/** What a row of a table of articles gives. */
import type { KnownError } from '../errors.ts';
import type { ArticleMeta } from '../model.ts';
import type { Strokes } from './table-values.ts';

/** What a row says of its article; what it does not say, or gives as "None", is null. */
export interface TableMeta extends ArticleMeta {
  /** As the table has it: a name or a code. */
  country: string | null;
  byline: string | null;
}

/** The text of an article, plain or as a page; a row that has both gives the plain one. */
export type TableArticle = TableMeta & ({ text: string } | { html: string });

/**
 * One row. `line` is the 1-based line in the file on which it begins. `replaced` says that its bytes were no valid
 * UTF-8 and that U+FFFD stands where they were not. `strokes` is what the figures of its date say of the whole column.
 */
export type Row =
  | { line: number; article: TableArticle; replaced: boolean; strokes?: Strokes }
  /** A row without text, to be fetched; `id` is `meta.id`: the row's own id, else the URL. */
  | { line: number; link: { url: string; id: string; meta: TableMeta }; replaced: boolean; strokes?: Strokes }
  | { line: number; error: KnownError };
