/** Folders with a configuration, and what loading it comes to. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/load.ts';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { folder } from '../cli/scscheck.ts';

/** A folder with these files, also in folders below it, gone when the test ends. */
export function tree(files: Record<string, string | Buffer>): string {
  const root = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** The one line that loading what `cwd` has comes to; what is no ConfigError is thrown on. */
export async function lineOf(cwd: string, file?: string): Promise<string> {
  try {
    await loadConfig({ cwd, file });
  } catch (error) {
    if (error instanceof ConfigError) return errorLine(error);
    throw error;
  }
  return 'no error';
}

/** As `lineOf`, for a text under the name of a configuration file. */
export const lineFor = (text: string | Buffer, name = 'scscheck.config.json'): Promise<string> =>
  lineOf(folder({ [name]: text }));
