/** How a command that takes articles reads them, from its options. */
import type { InputFormat, ReadOptions } from '../source/inputs.ts';

/** Options of every command that takes articles, as the command line gives them. */
export interface ReadingOptions {
  inputFormat?: InputFormat;
  columns?: string;
  concurrency: number;
  /** Seconds. */
  timeout: number;
  /** Seconds between two requests to one host. */
  delay: number;
  retries: number;
  /** False with `--no-robots`. */
  robots: boolean;
  cache?: string;
  userAgent?: string;
  allowPrivate?: boolean;
}

/** The same as the input side takes it, but for the cache. */
export function readOptions(options: ReadingOptions, signal: AbortSignal): ReadOptions {
  return {
    inputFormat: options.inputFormat,
    columns: options.columns,
    concurrency: options.concurrency,
    timeoutMs: options.timeout * 1000,
    delayMs: options.delay * 1000,
    attempts: options.retries + 1,
    robots: options.robots,
    userAgent: options.userAgent,
    allowPrivate: options.allowPrivate,
    signal,
  };
}
