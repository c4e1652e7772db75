/** Compiles `claims/` into `dist/claims.json`; compiling the result once tells the build of a broken entry. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundle } from './bundle.ts';
import { compileFactBase } from './compile.ts';
import { type BuiltBundle, claimsFolder } from './load.ts';
import { unpackScorer } from './scorer-image.ts';

const bundle = readBundle(claimsFolder());
const entries = bundle.entries.map(({ fact, readings }) => ({
  // Examples and lines serve those who write facts; the program reads neither.
  fact: {
    ...fact,
    examples: { entailed: [], contradicted: [], neither: [] },
    place: { file: fact.place.file.replace(/^.*claims/, 'claims'), line: fact.place.line },
  },
  readings,
}));
const { concepts } = compileFactBase(entries, bundle.lexicon, unpackScorer(bundle.scorer), bundle.sha256);
const dist = join(claimsFolder(), '..', 'dist');
mkdirSync(dist, { recursive: true });
const { keys, layers, nodes, lists, edges } = concepts.automaton;
const base64 = (numbers: Int32Array): string => Buffer.from(numbers.buffer).toString('base64');
const image = { keys, layers, nodes: base64(nodes), lists: base64(lists), edges: base64(edges) };
const lexicon = bundle.lexicon.map((concept) => ({ ...concept, phrases: [], not: [] }));
const built: BuiltBundle = { ...bundle, entries, lexicon, image };
writeFileSync(join(dist, 'claims.json'), JSON.stringify(built));
writeFileSync(join(dist, 'lexicon.json'), JSON.stringify(bundle.lexicon));
console.log(`dist/claims.json: ${entries.length} facts, ${bundle.lexicon.length} concepts`);
