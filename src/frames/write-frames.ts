/** Compiles `claims/frames/` and its model into `dist/frames.json` and `dist/frames.bin`, which only those who ask for frames load. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactBaseError } from '../errors.ts';
import { claimsFolder } from '../facts/load.ts';
import { joinRows } from '../facts/numbers.ts';
import { compileFrames, framesLexicon } from './base.ts';
import { BUILT, type BuiltFrames } from './load.ts';
import { unpackModel } from './model.ts';
import { readFrames } from './read.ts';

const source = readFrames(claimsFolder());
if (!source.model) throw new FactBaseError('missing', 'the model of frames is missing', null, 'run npm run train');
const model = unpackModel(source.model);
const { index, sha256 } = compileFrames(source.entries, source.lexicon, model, source.sha256);
const { keys, layers, nodes, lists, keysOn, ways, opens } = index.automaton;
const rows = {
  nodes,
  lists,
  keysOn,
  ways,
  opens,
  presence: model.presence.weights,
  stance: model.stance.weights,
};
const { bytes, places } = joinRows(Object.values(rows));
const built: BuiltFrames = {
  signs: source.entries.map(({ id, frame, kind, needs, unless, denies, polarity, concepts }) => ({
    id,
    frame,
    kind,
    needs,
    unless,
    denies,
    polarity,
    concepts,
  })),
  lexicon: framesLexicon(source.entries, source.lexicon).map((concept) => ({ ...concept, phrases: [], not: [] })),
  image: { keys, layers },
  places: Object.fromEntries(Object.keys(rows).map((name, i) => [name, places[i]!])) as BuiltFrames['places'],
  model: {
    ...source.model,
    presence: { ...source.model.presence, weights: '' },
    stance: { ...source.model.stance, weights: '' },
  },
  sha256,
};
const dist = join(claimsFolder(), '..', 'dist');
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, BUILT.bin), bytes);
writeFileSync(join(dist, BUILT.json), JSON.stringify(built));
console.log(`dist/${BUILT.json}: ${built.signs.filter(({ kind }) => kind !== 'part').length} entries`);
