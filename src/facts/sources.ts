/** Reads fact files and the records of source documents from disk, as `facts validate` and `verify` need them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactBaseError, UsageError } from '../errors.ts';
import { readFactText, yamlFiles } from './bundle.ts';
import { claimsFolder } from './load.ts';
import { parseFactFile } from './parse.ts';
import type { Problem } from './problem.ts';
import type { FactSource } from './schema.ts';
import { parseSeedRecord, type SeedRecord } from './seed.ts';

/**
 * The bundled facts and those in `extra` (files, folders, or folders with a folder `facts`), which replace bundled ones of the same id, with what
 * is wrong with the files. Throws FactBaseError for a path that cannot be read.
 */
export function readFactSources(extra: readonly string[] = []): { facts: FactSource[]; problems: Problem[] } {
  const bundled = parseAll([join(claimsFolder(), 'facts')]);
  const own = parseAll(extra);
  const replaced = new Set(own.facts.map((fact) => fact.id));
  return {
    facts: [...bundled.facts.filter((fact) => !replaced.has(fact.id)), ...own.facts],
    problems: [...bundled.problems, ...own.problems],
  };
}

/** The records in `seeds/`. Throws FactBaseError when one is broken. */
export function readSeeds(): SeedRecord[] {
  const folder = join(claimsFolder(), '..', 'seeds');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const file = join(folder, name);
    const { record, problems } = parseSeedRecord(readFileSync(file, 'utf8'), file);
    if (!record) throw new FactBaseError('seed-invalid', problems[0]?.message ?? 'invalid', { file });
    return record;
  });
}

/** The user's copy of a source document as text. Throws UsageError when it cannot be read. */
export function readSourceCopy(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UsageError('source-unreadable', 'the source document cannot be read', { file }, null, { cause });
  }
}

function parseAll(paths: readonly string[]): { facts: FactSource[]; problems: Problem[] } {
  const parsed = paths
    .map((path) => (existsSync(join(path, 'facts')) ? join(path, 'facts') : path))
    .flatMap(yamlFiles)
    .map((file) => parseFactFile(readFactText(file), file));
  return { facts: parsed.flatMap((one) => one.facts), problems: parsed.flatMap((one) => one.problems) };
}
