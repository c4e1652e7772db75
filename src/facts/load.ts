/** Loads the fact base: the bundled one, and what the user adds to it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AutomatonImage } from '../detect/automaton.ts';
import { indexOf } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import type { FactBundle } from './bundle.ts';
import { compileFactBase, type FactBase } from './compile.ts';
import { unpackScorer } from './scorer-image.ts';

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

/**
 * What the build writes to `dist/claims.json`: the fact base as data, its lexicons compiled and without their
 * phrases; `dist/lexicon.json` has these for fact bases that users extend.
 */
export interface BuiltBundle extends FactBundle {
  /** The numbers as base64, little-endian. */
  image: Pick<AutomatonImage, 'keys' | 'layers'> & Record<'nodes' | 'lists' | 'edges', string>;
}

/** A file of the build, parsed; null when the program runs from its sources. */
function built(name: string): unknown {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, name), join(here, '..', name)].find((path) => existsSync(path));
  return file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Loads the bundled fact base, then the files or folders in `extra`: a fact with a known id replaces the bundled
 * one, others are added. Throws FactBaseError, naming file and line, when any of it is invalid.
 */
export async function loadFactBase(extra: readonly string[] = []): Promise<FactBase> {
  const ready = built('claims.json') as BuiltBundle | null;
  if (ready && extra.length === 0) {
    const { keys, layers, nodes, lists, edges } = ready.image;
    const image = { keys, layers, nodes: numbers(nodes), lists: numbers(lists), edges: numbers(edges) };
    const concepts = indexOf(image, ready.lexicon);
    return compileFactBase(ready.entries, concepts, unpackScorer(ready.scorer), ready.sha256);
  }
  const { extendBundle, readBundle } = await import('./bundle.ts');
  const own = ready
    ? { ...ready, lexicon: built('lexicon.json') as FactBundle['lexicon'] }
    : readBundle(claimsFolder());
  const bundle = extra.length > 0 ? extendBundle(own, extra) : own;
  return compileFactBase(bundle.entries, bundle.lexicon, unpackScorer(bundle.scorer), bundle.sha256);
}

/** A copy, since a buffer may begin where no 32-bit number can. */
function numbers(base64: string): Int32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Int32Array(bytes.buffer);
}
