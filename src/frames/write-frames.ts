/** Compiles `claims/frames/` and its model into `dist/frames.json` and `dist/frames.bin`, which only those who ask for frames load. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactBaseError } from '../errors.ts';
import { claimsFolder } from '../facts/load.ts';
import { packFrames } from './built.ts';
import { BUILT } from './load.ts';
import { readFrames } from './read.ts';

const { model, ...source } = readFrames(claimsFolder());
if (!model) throw new FactBaseError('missing', 'the model of frames is missing', null, 'run npm run train');
const { built, bytes } = packFrames({ ...source, model });
const dist = join(claimsFolder(), '..', 'dist');
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, BUILT.bin), bytes);
writeFileSync(join(dist, BUILT.json), JSON.stringify(built));
console.log(`dist/${BUILT.json}: ${built.signs.length} entries`);
