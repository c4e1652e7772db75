/** What the input side hands on, and how it may be told to read. */
import type { KnownError, Place } from '../errors.ts';
import type { Article, ArticleMeta } from '../model.ts';

/** Formats an input can be read as. */
export const INPUT_FORMATS = ['text', 'markdown', 'html', 'jsonl'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/**
 * One article, or why there is none. `skipped` is an article the topic gate turned away: it was read and holds
 * no claim; its `sha256` is null for lines of JSONL, where hashing would cost more than the gate itself.
 */
export type SourceItem =
  | { kind: 'article'; article: Article; warnings: string[] }
  | { kind: 'skipped'; meta: ArticleMeta & { sha256: string | null } }
  | { kind: 'error'; id: string; place: Place; error: KnownError };

/** How inputs are read; every field has a default. */
export interface ReadOptions {
  /** Read every input in this format; default: by extension or content type, text for standard input. */
  inputFormat?: InputFormat | undefined;
  /** Skip articles that the topic gate turns away instead of handing them on; default true. */
  gate?: boolean | undefined;
  /** Let URLs lead to loopback, private and link-local addresses; default false. */
  allowPrivate?: boolean | undefined;
  /** User-Agent header of requests; default names the program. */
  userAgent?: string | undefined;
  /** Longest time one URL may take in all, in milliseconds; default 30,000. */
  timeoutMs?: number | undefined;
  /** Largest single article, in bytes; default 32 MB for files and lines of JSONL, 10 MB for URLs. */
  maxBytes?: number | undefined;
  /** Files and URLs read at a time, 1 to 64; default 4. */
  concurrency?: number | undefined;
  /** Stops reading: the sequence ends at the next item and open files and requests are closed. */
  signal?: AbortSignal | undefined;
  /** Where `-` reads from; default the standard input of the process. */
  stdin?: AsyncIterable<Uint8Array | string> | undefined;
}
