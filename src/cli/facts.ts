/** `scscheck facts`: reads and checks the fact base. */
import { UsageError } from '../errors.ts';
import { type FactBase, loadFactBase } from '../facts/load.ts';
import { nearest } from '../facts/nearest.ts';
import { readFactSources } from '../facts/sources.ts';
import type { Fact } from '../model.ts';
import { factHuman, factRecord, factsHuman, factsJson } from '../reporters/facts.ts';
import { terminal } from './explain.ts';
import { STATUS } from './status.ts';

/** Options of the `facts` commands as the command line gives them. */
export interface FactsCommandOptions {
  format: 'human' | 'json';
  facts?: string[];
  source?: string;
  color: 'auto' | 'always' | 'never' | false;
}

/** `facts` without a command of its own lists the facts. Throws UsageError when it is followed by another word. */
export async function listOr(words: readonly string[], commands: readonly string[]): Promise<number> {
  const [word] = words;
  if (word === undefined) return list({ format: 'human', color: 'auto' });
  const near = nearest(word, commands);
  const hint = near === null ? 'see scscheck facts --help' : `did you mean ${near}?`;
  throw new UsageError('unknown-command', `unknown command '${word}'`, null, hint);
}

/** Prints every fact. Throws FactBaseError. */
export async function list(options: FactsCommandOptions): Promise<number> {
  const { base, facts } = await read(options);
  const human = options.format === 'human';
  process.stdout.write(human ? factsHuman(facts, base.asOf, terminal(options.color)) : factsJson(facts, base));
  return STATUS.ok;
}

/** Prints one fact. Throws UsageError for an unknown id, naming the nearest, and FactBaseError. */
export async function show(id: string, options: FactsCommandOptions): Promise<number> {
  const { facts } = await read(options);
  const fact = facts.find((one) => one.id === id);
  if (!fact) {
    const ids = facts.map((one) => one.id);
    const near = ids.find((one) => one.includes(id)) ?? nearest(id, ids);
    const hint = near === null ? 'see scscheck facts list' : `did you mean ${near}?`;
    throw new UsageError('unknown-fact', `no fact has the id "${id}"`, null, hint);
  }
  const human = options.format === 'human';
  process.stdout.write(
    human ? factHuman(fact, terminal(options.color)) : `${JSON.stringify(factRecord(fact), null, 2)}\n`,
  );
  return STATUS.ok;
}

/** The fact base, and its facts as their files give them, since the compiled ones have no examples. */
async function read(options: FactsCommandOptions): Promise<{ base: FactBase; facts: Fact[] }> {
  const base = await loadFactBase(options.facts);
  return { base, facts: readFactSources(options.facts).facts };
}
