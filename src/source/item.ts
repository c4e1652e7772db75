/** What the input side hands on, and how it may be told to read. */
import type { ArticleFormat } from '../article/extract.ts';
import type { GivenMeta } from '../article/extracted.ts';
import type { KnownError, Place } from '../errors.ts';
import type { Article, ArticleMeta } from '../model.ts';
import type { Unit } from './expand.ts';
import type { InputFormat } from './input-formats.ts';
import type { ItemPath, Selection } from './path.ts';

export { INPUT_FORMATS, type InputFormat } from './input-formats.ts';

/**
 * One article, or why there is none. `skipped` is an article the topic gate turned away: it was read and holds
 * no claim; its `sha256` is null where hashing would cost more than the gate itself (lines of JSONL, WARC records).
 */
export type SourceItem =
  | {
      kind: 'article';
      article: Article;
      warnings: string[];
      /** The format of a file of the user's own; not there for what others publish. */
      own?: ArticleFormat;
    }
  | { kind: 'skipped'; meta: ArticleMeta & { sha256: string | null } }
  | { kind: 'error'; id: string; place: Place; error: KnownError };

/** An article that the gate let through and whose text is still to be found, here or in a worker. */
export interface RawArticle {
  kind: 'raw';
  format: ArticleFormat;
  /** The decoded text of a file; the bytes of a document (DOCX, PDF). */
  content: string | Uint8Array;
  meta: GivenMeta;
  /** What a reader should know of how it was decoded. */
  notes: string[];
  /** Whether the text that comes out is to be held against the topic gate: documents show it only then. */
  gate: boolean;
  /** Whether it is a file of the user's own, whose comments are obeyed; default false. */
  own?: boolean;
}

/** An article that whoever reads elsewhere has checked already. */
export interface CheckedElsewhere {
  kind: 'checked';
  result: unknown;
}

/** What reading gives, and where it stands. */
export interface ReadItem {
  path: ItemPath;
  item: SourceItem | RawArticle | CheckedElsewhere;
}

/** How inputs are read; every field has a default. */
export interface ReadOptions {
  /** What to read in place of the inputs; default: what they stand for. */
  units?: AsyncIterable<Unit> | undefined;
  /** Read every input in this format; default: by extension, content type or content. */
  inputFormat?: InputFormat | undefined;
  /** Which column of a CSV file holds what, as `--columns` takes it; default: by the names of the columns. */
  columns?: string | undefined;
  /** Skip articles that the topic gate turns away instead of handing them on; default true. */
  gate?: boolean | undefined;
  /** Let URLs lead to loopback, private and link-local addresses; default false. */
  allowPrivate?: boolean | undefined;
  /** User-Agent header of requests; default names the program. */
  userAgent?: string | undefined;
  /** Obey robots.txt; default true. */
  robots?: boolean | undefined;
  /** Least time between two requests to one host, in milliseconds; default 1,000. */
  delayMs?: number | undefined;
  /** Tries of one request where the server or the way to it fails for now; default 3. */
  attempts?: number | undefined;
  /** Folder that keeps pages and their ETag and Last-Modified for conditional requests; default: none. */
  cache?: string | undefined;
  /** Folder that keeps every page fetched in this run, so that none is asked for twice; default: none. */
  fetched?: string | undefined;
  /** Longest time one URL may take in all, in milliseconds; default 30,000. */
  timeoutMs?: number | undefined;
  /** Largest single article, in bytes; default 32 MB for files and lines of JSONL, 10 MB for URLs and WARC records. */
  maxBytes?: number | undefined;
  /** Files and URLs read at a time, 1 to 64; default 4. */
  concurrency?: number | undefined;
  /** Stops reading: the sequence ends at the next item and open files and requests are closed. */
  signal?: AbortSignal | undefined;
  /** Where `-` reads from; default the standard input of the process. */
  stdin?: AsyncIterable<Uint8Array | string> | undefined;
  /** Which items to read; default all. */
  selection?: Selection | undefined;
  /** Hears, for those who wait, how much there is and how much is read. */
  extent?: Extent | undefined;
  /** Reads a file of many articles elsewhere, begun at once; default: here, when its turn comes. */
  elsewhere?: ReadElsewhere | undefined;
}

export interface Extent {
  /** The input at `path` holds `count` inputs. */
  holds(path: ItemPath, count: number): void;
  /** This share, 0 to 1, of the input at `path` is read. */
  read(path: ItemPath, share: number): void;
}

/** A file that is read as a stream. */
export interface StreamedFile {
  file: string;
  format: 'jsonl' | 'warc';
  path: ItemPath;
  selection: Selection;
  gate: boolean;
  maxBytes: number | undefined;
}
/** The items of a file, in order, read by somebody else. */
export type ReadElsewhere = (file: StreamedFile) => AsyncIterable<ReadItem[]>;
