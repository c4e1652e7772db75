/** `scscheck explain`: one claim, and what decided its label. */
import { UsageError } from '../errors.ts';
import { explainClaim } from '../explain.ts';
import { loadFactBase } from '../facts/load.ts';
import { explainHuman, explainJson } from '../reporters/explain.ts';
import { VERSION } from '../version.ts';
import { wantsColor } from './color.ts';
import { STATUS } from './status.ts';

/** Options of `explain` as the command line gives them. */
export interface ExplainCommandOptions {
  format: 'human' | 'json';
  facts?: string[];
  source?: string;
  color: 'auto' | 'always' | 'never' | false;
}

/** Explains one claim on standard output; the status is 0 whatever its label. Throws UsageError for an empty claim. */
export async function explain(claim: string, options: ExplainCommandOptions): Promise<number> {
  if (claim.trim() === '') throw new UsageError('no-claim', 'the claim is empty', null, 'see scscheck explain --help');
  const factBase = await loadFactBase(options.facts);
  const say = (line: string): void => void process.stderr.write(`scscheck: ${line}\n`);
  const sourceText =
    options.source === undefined
      ? undefined
      : (await import('../reporters/source-copy.ts')).openSource(options.source, say);
  const explanation = await explainClaim(claim, factBase);
  const engine = { version: VERSION, factBase: factBase.sha256, asOf: factBase.asOf };
  if (options.format === 'json') process.stdout.write(explainJson(explanation, { engine, sourceText }));
  else process.stdout.write(explainHuman(explanation, { engine, sourceText, ...terminal(options.color) }));
  return STATUS.ok;
}

/** Colours and width for what goes to standard output at once. */
export function terminal(option: ExplainCommandOptions['color']): { color: boolean; width: number } {
  const isTerminal = Boolean(process.stdout.isTTY);
  return {
    color: wantsColor({ option, env: process.env, terminal: isTerminal, file: false }),
    width: Math.max(40, Math.min(process.stdout.columns ?? 100, 120)),
  };
}
