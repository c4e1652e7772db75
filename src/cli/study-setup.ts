/** What `study` and `study sample` code articles with. */
import { type Checker, inlineChecker, pooledChecker } from '../batch/checker.ts';
import { frameCoder } from '../batch/frame-coder.ts';
import { type FactBase, loadFactBase } from '../facts/load.ts';
import type { Engine } from '../reporters/record.ts';
import { VERSION } from '../version.ts';

export interface CodingSetup {
  checker: Checker;
  factBase: FactBase;
  engine: Engine;
}

/** A checker that codes claims and frames, in `workers` threads. Throws FactBaseError. */
export async function codingSetup(facts: string[] | undefined, workers: number): Promise<CodingSetup> {
  const factBase = await loadFactBase(facts);
  const engine = { version: VERSION, factBase: factBase.sha256, asOf: factBase.asOf };
  const wanted = {
    withContexts: true,
    withFile: false,
    withSurroundings: false,
    withSketch: false,
    withShingles: true,
    withSuggestions: false,
  };
  const options = { factBase, record: { engine }, frames: (await frameCoder(factBase)).coder, ...wanted };
  const setup = { facts, source: undefined, engine, withText: false, withFrames: true, wanted };
  const checker = workers < 2 ? inlineChecker(options) : await pooledChecker(workers, setup, options);
  return { checker, factBase, engine };
}
