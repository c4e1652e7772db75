/** Loads what frames are coded by: from the build, or from the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimsFolder } from '../facts/load.ts';
import { compileFrames, type FramesBase } from './base.ts';
import { type BuiltFrames, unpackFrames } from './built.ts';
import { unpackModel } from './model.ts';

export type { FramesBase } from './base.ts';

/** The names of the files of the build. */
export const BUILT = { json: 'frames.json', bin: 'frames.bin' };

/** Loads the frames' lexicon and model. Throws FactBaseError, naming the file, when any of it is invalid. */
export async function loadFrames(): Promise<FramesBase> {
  const [json, bin] = [built(BUILT.json), built(BUILT.bin)];
  if (json && bin) return unpackFrames(JSON.parse(readFileSync(json, 'utf8')) as BuiltFrames, readFileSync(bin));
  const { readFrames } = await import('./read.ts');
  const { entries, lexicon, model, sha256 } = readFrames(claimsFolder());
  return compileFrames(entries, lexicon, model ? unpackModel(model) : null, sha256);
}

/** The path of a file of the build; null when the program runs from its sources. */
function built(name: string): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, name), join(here, '..', name)].find((path) => existsSync(path)) ?? null;
}
