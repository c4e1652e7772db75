/** Files that keep a page: a line of JSON about it, then its body. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A head is no longer: an address has at most 4,096 characters, of which JSON can make six each. */
export const HEAD_BYTES = 65_536;

export const sha256 = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex');

/**
 * Writes a page under another name and moves it, so that readers, also in other processes, find what was there before or
 * all of it; the folder is made when it is missing. Files and folders are for their owner alone. Throws system errors.
 */
export async function writePageFile(path: string, head: object, body: Buffer): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(part, [Buffer.from(`${JSON.stringify(head)}\n`), body], { mode: 0o600, flag: 'wx' });
    await rename(part, path);
  } catch (thrown) {
    await rm(part, { force: true }).catch(() => {});
    throw thrown;
  }
}

/** The head of a page's file, not yet looked at, and the body; null when it has no head. */
export function splitPageFile(file: Buffer): { head: unknown; body: Buffer } | null {
  const end = file.subarray(0, HEAD_BYTES).indexOf('\n');
  if (end < 0) return null;
  try {
    return { head: JSON.parse(file.toString('utf8', 0, end)), body: file.subarray(end + 1) };
  } catch {
    return null;
  }
}
