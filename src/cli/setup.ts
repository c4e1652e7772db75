/** What `check` works with: the fact base, how records are made, who checks. */
import { type Checker, inlineChecker, pooledChecker } from '../batch/checker.ts';
import { loadFactBase } from '../facts/load.ts';
import type { Engine, RecordOptions } from '../reporters/record.ts';
import type { BaseInfo } from '../reporters/reporter.ts';
import { VERSION } from '../version.ts';
import { baseInfo } from './base-info.ts';
import type { CheckCommandOptions } from './check.ts';

export interface Setup {
  checker: Checker;
  engine: Engine;
  asOf: string;
  base: BaseInfo;
}

/** Throws UsageError, ConfigError and FactBaseError. */
export async function prepare(options: CheckCommandOptions, say: (line: string) => void): Promise<Setup> {
  const factBase = await loadFactBase(options.facts);
  const engine = { version: VERSION, factBase: factBase.sha256, asOf: factBase.asOf };
  const sourceText =
    options.source === undefined
      ? undefined
      : (await import('../reporters/source-copy.ts')).openSource(options.source, say);
  const record: RecordOptions = {
    engine,
    sourceText,
    withText: options.format === 'json' && options.run === undefined,
  };
  const withResult = options.format === 'human' && options.run === undefined;
  const withFile = false;
  const checkItem = { factBase, record, withResult, withFile };
  const { workers } = options;
  const checker =
    workers < 2
      ? inlineChecker(checkItem)
      : await pooledChecker(
          workers,
          {
            facts: options.facts,
            source: options.source,
            engine,
            withText: record.withText ?? false,
            withResult,
            withFile,
          },
          checkItem,
        );
  return { checker, engine, asOf: factBase.asOf, base: baseInfo(factBase) };
}
