/** Loads the fact base: the bundled one, and what the user adds to it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AutomatonImage } from '../detect/automaton.ts';
import { indexOf } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import type { FactBundle } from './bundle.ts';
import { compileFactBase, type FactBase } from './compile.ts';
import { type Place, rowsOf } from './numbers.ts';
import { type ScorerRows, unpackScorer, withRows } from './scorer-image.ts';

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
 * phrases; `dist/lexicon.json` has these for fact bases that users extend. Long rows of numbers are in `dist/claims.bin`.
 */
export interface BuiltBundle extends FactBundle {
  image: Pick<AutomatonImage, 'keys' | 'layers'>;
  /** Where the rows stand. The scorer's are there too and empty here. */
  places: Record<'nodes' | 'lists' | 'keysOn' | 'ways' | 'opens' | keyof ScorerRows, Place>;
}

/** The path of a file of the build; null when the program runs from its sources. */
function built(name: string): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, name), join(here, '..', name)].find((path) => existsSync(path)) ?? null;
}

function readBuilt<T>(name: string): T | null {
  const file = built(name);
  return file === null ? null : (JSON.parse(readFileSync(file, 'utf8')) as T);
}

/** The fact base of the build, as it is. */
function fromBuild({ image, places, entries, lexicon, scorer, sha256 }: BuiltBundle): FactBase {
  const { int32, scorerRows } = builtRows(places);
  const [nodes, lists, opens] = [int32(places.nodes), int32(places.lists), int32(places.opens)];
  const [keysOn, ways] = [int32(places.keysOn), int32(places.ways)];
  const concepts = indexOf({ ...image, nodes, lists, keysOn, ways, opens }, lexicon);
  return compileFactBase(entries, concepts, withRows(scorer, scorerRows()), sha256);
}

function builtRows(places: BuiltBundle['places']) {
  const bytes = readFileSync(built('claims.bin')!);
  // A small file may share its memory with others and begin anywhere.
  const own = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const { int32, int8 } = rowsOf(own.buffer, own.byteOffset);
  const scorerRows = (): ScorerRows => ({
    labels: int8(places.labels),
    nominator: int8(places.nominator),
    networkKeys: int32(places.networkKeys),
    network: int8(places.network),
  });
  return { int32, scorerRows };
}

/**
 * Loads the bundled fact base, then the files or folders in `extra`: a fact with a known id replaces the bundled
 * one, others are added. Throws FactBaseError, naming file and line, when any of it is invalid.
 */
export async function loadFactBase(extra: readonly string[] = []): Promise<FactBase> {
  const ready = readBuilt<BuiltBundle>('claims.json');
  if (ready && extra.length === 0) return fromBuild(ready);
  const { extendBundle, readBundle } = await import('./bundle.ts');
  if (ready) {
    const own = { ...ready, lexicon: readBuilt<FactBundle['lexicon']>('lexicon.json')! };
    const { entries, lexicon, sha256 } = extendBundle(own, extra);
    const { scorerRows } = builtRows(ready.places);
    return compileFactBase(entries, lexicon, withRows(ready.scorer, scorerRows()), sha256);
  }
  const own = readBundle(claimsFolder());
  const bundle = extra.length > 0 ? extendBundle(own, extra) : own;
  return compileFactBase(bundle.entries, bundle.lexicon, unpackScorer(bundle.scorer), bundle.sha256);
}
