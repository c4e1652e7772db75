/** Loads the fact base: the bundled one, and what the user adds to it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FactBaseError } from '../errors.ts';
import type { FactBundle } from './bundle.ts';
import { compileFactBase, type FactBase } from './compile.ts';

export type { FactBase } from './compile.ts';

/** The program's own folder: the nearest one above this file that holds `claims/facts`. */
function root(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'claims', 'facts'))) return at;
  }
  throw new FactBaseError('missing', 'the bundled fact base is missing', null, 'install the package again');
}

/** The folder of the bundled fact base, from the sources as from the build. */
export function claimsFolder(): string {
  return join(root(), 'claims');
}

/** From the build the fact base is read as JSON, since parsing YAML takes longer than checking an article. */
async function bundled(): Promise<FactBundle> {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const file of [join(here, 'claims.json'), join(here, '..', 'claims.json')]) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as FactBundle;
  }
  const { readBundle } = await import('./bundle.ts');
  return readBundle(claimsFolder());
}

/**
 * Loads the bundled fact base, then the files or folders in `extra`: a fact with a known id replaces the bundled
 * one, others are added. Throws FactBaseError, naming file and line, when any of it is invalid.
 */
export async function loadFactBase(extra: readonly string[] = []): Promise<FactBase> {
  let bundle = await bundled();
  if (extra.length > 0) bundle = (await import('./bundle.ts')).extendBundle(bundle, extra);
  return compileFactBase(bundle.entries, bundle.lexicon, bundle.worth, bundle.sha256);
}
