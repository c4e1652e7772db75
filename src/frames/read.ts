/** Reads the frames' lexicon from its YAML files: what the build compiles, and what a run from the sources takes. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept } from '../detect/concepts.ts';
import { readFactText, yamlFiles } from '../facts/bundle.ts';
import { parseLexicon } from '../facts/lexicon.ts';
import type { FrameEntry } from './entry.ts';
import type { FramesModelImage } from './model.ts';
import { parseFrames } from './parse.ts';

/** The frames' lexicon as plain data, with the concepts of the fact base, which its phrases may name. */
export interface FramesSource {
  entries: FrameEntry[];
  lexicon: Concept[];
  /** What was learnt; null before anything was. */
  model: FramesModelImage | null;
  /** SHA-256 (hex) of the frames' files, in order. */
  sha256: string;
}

/** The file of the model in the folder of claims. */
export const MODEL_FILE = join('models', 'frames.json');

/** Reads `frames`, their model and `lexicons` in the folder of claims. Throws FactBaseError, naming the file, when any of it is invalid. */
export function readFrames(claims: string): FramesSource {
  const hash = createHash('sha256');
  const read = (file: string): string => {
    const text = readFactText(file);
    hash.update(text);
    return text;
  };
  const entries = yamlFiles(join(claims, 'frames')).flatMap((file) => parseFrames(read(file), file));
  const file = join(claims, MODEL_FILE);
  const model = existsSync(file) ? (JSON.parse(read(file)) as FramesModelImage) : null;
  const lexicon = yamlFiles(join(claims, 'lexicons')).flatMap((file) => parseLexicon(readFactText(file), file));
  return { entries, lexicon, model, sha256: hash.digest('hex') };
}
