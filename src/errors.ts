/**
 * The errors a user can meet. Each prints as one line: what went wrong, where, and what to do about it.
 * Anything else that is thrown is a fault of the program and keeps its stack.
 */

/** Where an error belongs: a file, URL or `-`, with the 1-based line where there is one. */
export interface Place {
  file: string;
  line?: number;
}

/** Base of every known error. `code` is stable and goes into result records; `hint` says what to do. */
export abstract class KnownError extends Error {
  abstract readonly exitStatus: 2 | 3;
  constructor(
    readonly code: string,
    message: string,
    readonly place: Place | null = null,
    readonly hint: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The command was called wrongly. */
export class UsageError extends KnownError {
  readonly exitStatus = 2;
}

/** A configuration file is broken. */
export class ConfigError extends KnownError {
  readonly exitStatus = 2;
}

/** The fact base cannot be used. */
export class FactBaseError extends KnownError {
  readonly exitStatus = 2;
}

/** The folder of a run cannot be used, or not go on. */
export class RunError extends KnownError {
  readonly exitStatus = 2;
}

/** A file of the run in `folder` could not be written, for `reason`. */
export function notWritable(folder: string, reason: string, cause: unknown): RunError {
  const hint = 'what was written before is kept; mend it and give the same command again';
  return new RunError('not-writable', `cannot be written: ${reason}`, { file: folder }, hint, { cause });
}

/** An input could not be read or fetched; the others go on. */
export class FetchError extends KnownError {
  readonly exitStatus = 3;
}

/** An input was read but no article could be made of it; the others go on. */
export class ExtractError extends KnownError {
  readonly exitStatus = 3;
}

/** The one line a known error prints: place, what, hint. */
export function errorLine(error: KnownError): string {
  const { place, hint } = error;
  const where = place ? `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ` : '';
  return `${where}${error.message}${hint ? ` (${hint})` : ''}`;
}
