/** What can be wrong with a record, as items that name it. */
import { ExtractError, type KnownError } from '../errors.ts';
import type { SourceItem } from './item.ts';

export type ErrorItem = Extract<SourceItem, { kind: 'error' }>;

/** Where a record stands. */
export interface RecordPlace {
  file: string;
  /** 1-based, of all records that could be told apart. */
  number: number;
  /** In the archive, unpacked. */
  offset: number;
  uri: string | null;
}

/** An error item for a record, which its message names by number, offset and address. */
export function recordError({ file, number, offset, uri }: RecordPlace, error: KnownError): ErrorItem {
  const name = `record ${number}, at byte ${offset}${uri === null ? '' : `, ${uri.slice(0, 200)}`}:`;
  const place = { file };
  const named = new ExtractError(error.code, `${name} ${error.message}`, place, error.hint, { cause: error.cause });
  return { kind: 'error', id: uri ?? `${file}#${number}`, place, error: named };
}

/** The archive ends, or has a damaged part, before the record does. */
export function torn(): ExtractError {
  return new ExtractError('torn', 'is cut short', null, 'the archive is damaged there, or was not fetched whole');
}

/** Something that cannot be unpacked lies between two records. */
export function damagedPart(): ExtractError {
  return new ExtractError('torn', 'cannot be unpacked', null, 'the archive is damaged there, or was not fetched whole');
}

/** What stands where a record should begin is none. */
export function noRecord(): ExtractError {
  return new ExtractError('malformed', 'does not begin as a WARC record does', null, 'reading goes on at the next');
}

/** The record is not as long as it says, or does not say how long it is. */
export function wrongLength(): ExtractError {
  return new ExtractError(
    'malformed',
    'is not as long as its Content-Length says',
    null,
    'reading goes on at the next',
  );
}

/** The record was unpacked, and is not what was packed. */
export function wrongSum(): ExtractError {
  return new ExtractError('malformed', 'does not have its checksum', null, 'the archive is damaged there');
}
