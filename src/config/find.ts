/** Finds the configuration that holds in a folder. */
import { existsSync, lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { configText } from './text.ts';

export const CONFIG_NAMES = ['scscheck.config.json', 'scscheck.config.yaml', 'scscheck.config.yml'] as const;
/** The key of package.json that may hold a configuration. */
export const PACKAGE_KEY = 'scscheck';

/**
 * The path of the configuration that holds in the folder `cwd`, or null: that of the nearest folder, going up, which
 * has one. The way up ends with the folder that holds `.git`, so that a checkout is judged alike wherever it lies, and
 * with the root of the file system. Throws ConfigError where a folder has two.
 */
export function findConfig(cwd: string): string | null {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const names: string[] = CONFIG_NAMES.filter((name) => isThere(join(folder, name)));
    if (hasKey(join(folder, 'package.json'))) names.push('package.json');
    const [first, second] = names;
    if (first && second) {
      const other = second === 'package.json' ? `key "${PACKAGE_KEY}" of package.json` : second;
      const message = `has two configurations: ${first} and ${other}`;
      throw new ConfigError('config-ambiguous', message, { file: folder }, 'keep one, or name one with --config');
    }
    if (first) return join(folder, first);
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return null;
  }
}

/** Whether it is a file, or a link: one that leads nowhere is a mistake that reading it will tell of. */
function isThere(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && (stats.isFile() || stats.isSymbolicLink());
  } catch {
    // What cannot even be looked at, or lies below a file, is no configuration.
    return false;
  }
}

/** Whether package.json states a configuration. One that is broken or cannot be read is others' business. */
function hasKey(path: string): boolean {
  if (!isThere(path)) return false;
  try {
    const text = configText(path, path);
    // Most have no such word, and need not be parsed.
    if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && Object.hasOwn(data, PACKAGE_KEY);
  } catch {
    return false;
  }
}
