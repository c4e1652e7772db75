/** Loads the configuration that holds in a folder. */
import { isAbsolute, relative, resolve } from 'node:path';
import type { Config } from './config.ts';
import { findConfig } from './find.ts';

export interface LoadOptions {
  cwd: string;
  /** The file to use, relative to `cwd`, instead of the one that is found. */
  file?: string | undefined;
  /** Use none, as `--no-config` says. */
  disabled?: boolean | undefined;
}

/** The configuration that holds in `cwd`, or null where there is none. Throws ConfigError. */
export async function loadConfig({ file: given, disabled = false, ...options }: LoadOptions): Promise<Config | null> {
  if (disabled) return null;
  const cwd = resolve(options.cwd);
  const file = given === undefined ? findConfig(cwd) : resolve(cwd, given);
  if (file === null) return null;
  const inCwd = relative(cwd, file);
  const shown = given ?? (inCwd.startsWith('..') || isAbsolute(inCwd) ? file : inCwd);
  // Where there is none, nothing is loaded that would read it.
  return (await import('./config.ts')).configFrom(file, shown, cwd);
}
