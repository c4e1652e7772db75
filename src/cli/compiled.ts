/** Loads the program with the code that V8 has compiled of it before, which saves a short run half of its time. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import type * as Program from './program-entry.ts';

/**
 * How V8 is to work, for runs of a fraction of a second. A function is optimised once it has run for long, and optimising it
 * costs a short run more than it gains: with three times V8's own budget the check of a draft of 1,000 words takes a fifth less
 * processor time, that of 200 drafts no more. Regular expressions are compiled once and not twice, 3 % of the time of a draft.
 */
const FLAGS = ['--interrupt-budget=400000', '--no-regexp-tier-up'];

/** The program, and how to keep what was compiled of it. */
export interface Compiled {
  program: typeof Program;
  /** Whether compiled code was found and fits this version of node. */
  fresh: boolean;
  /** Writes what is compiled by now beside the program, for later starts; does nothing where that cannot be done. */
  keep(): void;
}

/**
 * Loads `file`: a function of what a CommonJS file is given, all in ASCII, whose name changes with its contents. Compiled code is kept in a
 * file beside it whose name tells V8's version; V8 does not take what was compiled with other flags.
 */
export function loadCompiled(file: string): Compiled {
  // Before anything is compiled: what was compiled with other flags is not taken.
  for (const flag of FLAGS) setFlagsFromString(flag);
  const kept = `${file.replace(/\.cjs$/, '')}.${process.versions.v8}-${process.arch}.cache`;
  const cachedData = readIfThere(kept);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} as typeof Program };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    program: module.exports,
    fresh: cachedData !== null && script.cachedDataRejected === false,
    keep: () => writeWhole(kept, script.createCachedData()),
  };
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** A program that starts meanwhile finds all of it or nothing. */
function writeWhole(file: string, bytes: Buffer): void {
  const part = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, file);
  } catch {
    // Installed where this user may not write: the next start compiles again.
  }
}
