/** Loads what frames are coded by: from the build, or from the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AutomatonImage } from '../detect/automaton.ts';
import { type Concept, indexOf } from '../detect/concepts.ts';
import { claimsFolder } from '../facts/load.ts';
import { type Place, rowsOf } from '../facts/numbers.ts';
import { compileFrames, type FramesBase, framesBase, type SignSource } from './base.ts';
import { type FramesModelImage, unpackModel } from './model.ts';

export type { FramesBase } from './base.ts';

/** What the build writes to `dist/frames.json`; long rows of numbers are in `dist/frames.bin`. */
export interface BuiltFrames {
  signs: SignSource[];
  /** The lexicon without its phrases. */
  lexicon: Concept[];
  image: Pick<AutomatonImage, 'keys' | 'layers'>;
  places: Record<'nodes' | 'lists' | 'keysOn' | 'ways' | 'opens' | 'presence' | 'stance', Place>;
  /** The model, its weights empty. */
  model: FramesModelImage;
  sha256: string;
}

/** The names of the files of the build. */
export const BUILT = { json: 'frames.json', bin: 'frames.bin' };

/** Loads the frames' lexicon and model. Throws FactBaseError, naming the file, when any of it is invalid. */
export async function loadFrames(): Promise<FramesBase> {
  const json = built(BUILT.json);
  if (json) return fromBuild(JSON.parse(readFileSync(json, 'utf8')) as BuiltFrames);
  const { readFrames } = await import('./read.ts');
  const { entries, lexicon, model, sha256 } = readFrames(claimsFolder());
  return compileFrames(entries, lexicon, model ? unpackModel(model) : null, sha256);
}

/** The path of a file of the build; null when the program runs from its sources. */
function built(name: string): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, name), join(here, '..', name)].find((path) => existsSync(path)) ?? null;
}

function fromBuild({ signs, lexicon, image, places, model, sha256 }: BuiltFrames): FramesBase {
  const bytes = readFileSync(built(BUILT.bin)!);
  // A small file may share its memory with others and begin anywhere.
  const own = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const { int32, int8 } = rowsOf(own.buffer, own.byteOffset);
  const [nodes, lists, opens] = [int32(places.nodes), int32(places.lists), int32(places.opens)];
  const [keysOn, ways] = [int32(places.keysOn), int32(places.ways)];
  const index = indexOf({ ...image, nodes, lists, keysOn, ways, opens }, lexicon);
  const unpacked = {
    ...model,
    presence: { ...model.presence, weights: int8(places.presence) },
    stance: { ...model.stance, weights: int8(places.stance) },
  };
  return framesBase(index, signs, unpacked, sha256);
}
