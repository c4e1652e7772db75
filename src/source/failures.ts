/** What can go wrong with an input, as errors that say what to do. */
import { ExtractError, FetchError, KnownError, type Place } from '../errors.ts';
import type { SourceItem } from './item.ts';

/** An error item for an input; an error without a place gets this one. */
export function errorItem(id: string, place: Place, error: KnownError): SourceItem {
  return { kind: 'error', id, place, error: error.place ? error : withPlace(error, place) };
}

function withPlace(error: KnownError, place: Place): KnownError {
  const Kind = error instanceof ExtractError ? ExtractError : FetchError;
  return new Kind(error.code, error.message, place, error.hint, { cause: error.cause });
}

/**
 * The known error behind something thrown while an input was read: system errors by their code, known errors as
 * they are. Null for anything else, which is a fault of the program.
 */
export function knownFailure(thrown: unknown): KnownError | null {
  if (thrown instanceof KnownError) return thrown;
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return null;
  const options = { cause: thrown };
  if (code === 'ENOENT') return new FetchError('not-found', 'no such file or folder', null, 'check the path', options);
  if (code === 'EACCES' || code === 'EPERM') {
    return new FetchError('unreadable', 'permission denied', null, 'check who may read it', options);
  }
  return new FetchError('unreadable', `cannot be read (${code})`, null, 'check the file', options);
}

/** The input has no bytes, or none that are text. */
export function emptyInput(what = 'is empty'): ExtractError {
  return new ExtractError('empty', what, null, 'there is nothing to check');
}

/** The input exceeds `cap` bytes. */
export function tooLarge(cap: number): ExtractError {
  const size = cap >= 1_048_576 ? `${Math.floor(cap / 1_048_576)} MB` : `${cap} bytes`;
  return new ExtractError('too-large', `is larger than ${size}`, null, 'split it, or give many articles as JSONL');
}

/** A folder without a file of a known kind. */
export function nothingToCheck(): FetchError {
  return new FetchError(
    'nothing-to-check',
    'has no files to check',
    null,
    'text, Markdown, HTML, DOCX, PDF, JSONL, CSV and WARC files are read from folders',
  );
}

/** A document of a kind that is known and not read. */
export function notRead(): FetchError {
  return new FetchError(
    'not-read',
    'is of a kind that is not read',
    null,
    'see scscheck check --help for what is, or name the format with --input-format',
  );
}
