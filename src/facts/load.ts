/** Loads the fact base: the bundled one, and what the user adds to it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConceptImage, fromImage } from '../detect/concept-image.ts';
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

/** What the build writes to `dist/claims.json`: the fact base as data, and its lexicons compiled. */
export interface BuiltBundle extends FactBundle {
  image: ConceptImage;
}

/** The fact base as the build left it, since reading and compiling YAML takes longer than checking an article. */
function built(): BuiltBundle | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'claims.json'), join(here, '..', 'claims.json')].find((path) => existsSync(path));
  return file === undefined ? null : (JSON.parse(readFileSync(file, 'utf8')) as BuiltBundle);
}

/**
 * Loads the bundled fact base, then the files or folders in `extra`: a fact with a known id replaces the bundled
 * one, others are added. Throws FactBaseError, naming file and line, when any of it is invalid.
 */
export async function loadFactBase(extra: readonly string[] = []): Promise<FactBase> {
  const bundled = built();
  if (bundled && extra.length === 0) {
    const concepts = fromImage(bundled.image, bundled.lexicon);
    return compileFactBase(bundled.entries, concepts, bundled.worth, bundled.sha256);
  }
  const { extendBundle, readBundle } = await import('./bundle.ts');
  const own = bundled ?? readBundle(claimsFolder());
  const bundle = extra.length > 0 ? extendBundle(own, extra) : own;
  return compileFactBase(bundle.entries, bundle.lexicon, bundle.worth, bundle.sha256);
}
