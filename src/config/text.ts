/** The text of a configuration file. */
import { closeSync, openSync, readSync } from 'node:fs';
import { ConfigError } from '../errors.ts';

/** A configuration takes a few kilobytes; the bound keeps a device or a wrong file from being read without end. */
const MOST_BYTES = 1_048_576;

/**
 * The text of `file`, without its byte order mark. Throws ConfigError, which calls the file `shown`, where there is
 * none, where it is a folder, may not be read, is larger than 1 MB, or is not UTF-8.
 */
export function configText(file: string, shown: string): string {
  const fault = (code: string, message: string, hint: string, cause?: unknown): ConfigError =>
    new ConfigError(code, message, { file: shown }, hint, { cause });
  let bytes: Buffer | null;
  try {
    bytes = bytesOf(file);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw fault('config-not-found', 'there is no such configuration file', 'check the path', thrown);
    }
    if (code === 'EISDIR') {
      throw fault('config-unreadable', 'is a folder, not a configuration file', 'name the file in it', thrown);
    }
    const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : code;
    throw fault('config-unreadable', `cannot be read: ${reason}`, 'check who may read it', thrown);
  }
  if (bytes === null) throw fault('config-unreadable', 'is larger than 1 MB', 'a configuration is far smaller');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw fault('config-syntax', 'is not in UTF-8', 'save it as UTF-8', thrown);
  }
}

/** All bytes, or null when they are too many. A pipe has no size to ask for, so it is read until the bound. */
function bytesOf(file: string): Buffer | null {
  const handle = openSync(file, 'r');
  try {
    let bytes = Buffer.alloc(16_384);
    let length = 0;
    for (;;) {
      if (length === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 4);
      const read = readSync(handle, bytes, length, bytes.length - length, null);
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length > MOST_BYTES) return null;
    }
  } finally {
    closeSync(handle);
  }
}
