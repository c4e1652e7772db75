/** What `check` works with: the fact base, how records are made, who checks. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Checker, inlineChecker, pooledChecker } from '../batch/checker.ts';
import { loadFactBase } from '../facts/load.ts';
import type { Engine, RecordOptions } from '../reporters/record.ts';
import type { BaseInfo } from '../reporters/reporter.ts';
import { formatOf } from '../source/formats.ts';
import { isOneArticle } from '../source/input-formats.ts';
import { VERSION } from '../version.ts';
import { baseInfo } from './base-info.ts';
import type { CheckCommandOptions } from './check.ts';
import { isFolder } from './paths.ts';
import type { Plan } from './plan.ts';
import { anyIn } from './reports.ts';

export interface Setup {
  checker: Checker;
  engine: Engine;
  asOf: string;
  base: BaseInfo;
  /** SHA-256 of the rules of frames; null where frames are not coded. */
  framesRules: string | null;
  knownFacts: readonly string[];
}

/** Throws UsageError, ConfigError and FactBaseError. */
export async function prepare(
  { facts, reports, config, selection, cache, inDetail }: Plan,
  options: CheckCommandOptions,
  say: (line: string) => void,
): Promise<Setup> {
  const factBase = await loadFactBase(facts);
  const knownFacts = [...factBase.byId.keys()];
  if (config && config.factsOff.length > 0) {
    const problem = (await import('../config/values.ts')).unknownFacts(config, knownFacts);
    if (problem) throw problem;
  }
  const engine = { version: VERSION, factBase: factBase.sha256, asOf: factBase.asOf };
  const sourceText =
    options.source === undefined
      ? undefined
      : (await import('../reporters/source-copy.ts')).openSource(options.source, say);
  const inRun = options.run !== undefined;
  const record: RecordOptions = { engine, sourceText, withText: !inRun && anyIn(reports, ['json']) };
  const wanted = {
    withContexts: !inRun && anyIn(reports, ['human']),
    withFile: !inRun,
    withSurroundings: inDetail,
    withSketch: !areOneArticle(selection.inputs),
    withSuggestions: true,
  };
  const withFrames = options.frames ?? false;
  const frames = withFrames ? await (await import('../batch/frame-coder.ts')).frameCoder(factBase) : null;
  const checkItem = { factBase, record, frames: frames?.coder ?? null, ...wanted };
  const framesRules = frames?.sha256 ?? null;
  const { workers } = options;
  const { source } = options;
  const own =
    workers < 2
      ? inlineChecker(checkItem)
      : await pooledChecker(
          workers,
          { facts, source, engine, withText: record.withText ?? false, withFrames, wanted },
          checkItem,
        );
  const checker =
    cache === undefined || inRun
      ? own
      : await remembering(own, cache, { engine, wanted: { ...wanted, framesRules }, record }, options, say);
  return { checker, engine, asOf: factBase.asOf, base: baseInfo(factBase), framesRules, knownFacts };
}

/** The checker with a cache of results, which depend on all that is listed here besides the article. */
async function remembering(
  checker: Checker,
  folder: string,
  { engine, wanted, record }: { engine: Engine; wanted: object; record: RecordOptions },
  { source }: CheckCommandOptions,
  say: (line: string) => void,
): Promise<Checker> {
  const { openResults } = await import('../cache/results.ts');
  const { cachedChecker } = await import('../cache/cached-checker.ts');
  const copy = source === undefined ? null : createHash('sha256').update(readFileSync(source)).digest('hex');
  const circumstances = JSON.stringify([engine, wanted, record.withText ?? false, copy]);
  return cachedChecker(checker, openResults(folder, say), circumstances);
}

/** Whether the inputs are one article, as far as its name tells: then there is none that it could be a copy of. */
function areOneArticle([first, second]: readonly string[]): boolean {
  return second === undefined && first !== undefined && isOneArticle(formatOf(first)) && !isFolder(first);
}
