/** Compiles `claims/` into `dist/claims.json` and `dist/claims.bin`; compiling the result once tells the build of a broken entry. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundle } from './bundle.ts';
import { compileFactBase } from './compile.ts';
import { type BuiltBundle, claimsFolder } from './load.ts';
import { joinRows } from './numbers.ts';
import { rowsOfScorer, unpackScorer, withoutRows } from './scorer-image.ts';

const bundle = readBundle(claimsFolder());
const entries = bundle.entries.map(({ fact, ...rest }) => ({
  // Examples and lines serve those who write facts; the program reads neither.
  fact: {
    ...fact,
    examples: { entailed: [], contradicted: [], neither: [] },
    place: { file: fact.place.file.replace(/^.*claims/, 'claims'), line: fact.place.line },
  },
  ...rest,
}));
const scorer = unpackScorer(bundle.scorer);
const { concepts } = compileFactBase(entries, bundle.lexicon, scorer, bundle.sha256);
const dist = join(claimsFolder(), '..', 'dist');
mkdirSync(dist, { recursive: true });
const { keys, layers, nodes, lists, keysOn, ways, opens } = concepts.automaton;
const rows = { nodes, lists, keysOn, ways, opens, ...rowsOfScorer(scorer) };
const { bytes, places } = joinRows(Object.values(rows));
writeFileSync(join(dist, 'claims.bin'), bytes);
const lexicon = bundle.lexicon.map((concept) => ({ ...concept, phrases: [], not: [] }));
const built: BuiltBundle = {
  ...bundle,
  scorer: withoutRows(scorer),
  entries,
  lexicon,
  image: { keys, layers },
  places: Object.fromEntries(Object.keys(rows).map((name, i) => [name, places[i]!])) as BuiltBundle['places'],
};
writeFileSync(join(dist, 'claims.json'), JSON.stringify(built));
writeFileSync(join(dist, 'lexicon.json'), JSON.stringify(bundle.lexicon));
console.log(`dist/claims.json: ${entries.length} facts, ${bundle.lexicon.length} concepts`);
