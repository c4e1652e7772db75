/** Writes the RO-Crate metadata of an output folder, and hashes what goes into it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeWhole } from '../batch/write-whole.ts';
import { type CrateFacts, type CrateInput, crateMetadata } from './crate-graph.ts';

export const CRATE_FILE = 'ro-crate-metadata.json';

/** A file that was written into the folder. */
export interface WrittenFile {
  /** From the folder, with `/`. */
  path: string;
  /** What it holds, in a sentence. */
  description: string;
}

/**
 * Writes `ro-crate-metadata.json` about these files of `folder`, after all of them are there. The same files and facts give the
 * same bytes. Throws system errors, for a file that is not there too.
 */
export async function writeCrate(folder: string, files: readonly WrittenFile[], facts: CrateFacts): Promise<void> {
  const hashed = [];
  for (const { path, description } of files)
    hashed.push({ path, description, ...(await hashFile(join(folder, path))) });
  writeWhole(join(folder, CRATE_FILE), crateMetadata(hashed, facts));
}

/** SHA-256 and size of a file, read as a stream. Throws system errors. */
export async function hashFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * What is said of an input: the last part of its path, or its address without a password and what follows the path; and a hash:
 * of a folder that of the lines `<hash>  <path>` of its files, in the order of their paths, as `sha256sum` prints them. An
 * address, standard input and what cannot be read have none.
 */
export async function describeInput(input: string): Promise<CrateInput> {
  if (input === '-') return { name: 'standard input', sha256: null, bytes: null };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) return { name: bareAddress(input), sha256: null, bytes: null };
  const name = basename(input) || 'folder';
  try {
    const stats = await stat(input);
    if (stats.isDirectory()) return { name, ...(await hashFolder(input)) };
    return stats.isFile() ? { name, ...(await hashFile(input)) } : { name, sha256: null, bytes: null };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === undefined) throw thrown;
    return { name, sha256: null, bytes: null };
  }
}

async function hashFolder(folder: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let total = 0;
  for (const path of (await filesIn(folder, '')).sort()) {
    const { sha256, bytes } = await hashFile(join(folder, path));
    hash.update(`${sha256}  ${path}\n`);
    total += bytes;
  }
  return { sha256: hash.digest('hex'), bytes: total };
}

/** Paths of the files in a folder, with `/`; names that begin with a dot and links are left out. */
async function filesIn(folder: string, within: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of await opendir(join(folder, within))) {
    if (entry.name.startsWith('.')) continue;
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

function bareAddress(address: string): string {
  if (!URL.canParse(address)) return 'an address';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}
