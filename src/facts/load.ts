/** Loads the fact base from disk: the bundled one, and files the user names. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { WorthModel } from '../detect/worth.ts';
import { FactBaseError } from '../errors.ts';
import type { Fact } from '../model.ts';
import { compileFactBase, type FactBase, type FactEntry } from './compile.ts';
import { parseLexicon } from './lexicon.ts';
import { type Reading, readingSchema } from './reading.ts';

export type { FactBase } from './compile.ts';

/** The folder of the bundled fact base, from the sources as from the build. */
export function claimsFolder(): string {
  for (const up of ['../../claims', '../claims', '../../../claims']) {
    const folder = fileURLToPath(new URL(up, import.meta.url));
    if (existsSync(join(folder, 'facts'))) return folder;
  }
  throw new FactBaseError('missing', 'the bundled fact base is missing', null, 'install the package again');
}

function yamlFiles(path: string): string[] {
  if (!existsSync(path)) throw new FactBaseError('missing', 'no such fact file or folder', { file: path });
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

/**
 * Loads the bundled fact base, then the files or folders of facts in `extra`: a fact with a known id replaces
 * the bundled one, others are added. Throws FactBaseError, naming file and line, when any of it is invalid.
 */
export async function loadFactBase(extra: string[] = []): Promise<FactBase> {
  const root = claimsFolder();
  const hash = createHash('sha256');
  const read = (file: string): string => {
    const text = readFileSync(file, 'utf8');
    hash.update(text);
    return text;
  };
  const lexicon = yamlFiles(join(root, 'lexicons')).flatMap((file) => parseLexicon(read(file), file));
  const facts = yamlFiles(join(root, 'facts')).flatMap((file) => parse(read(file)) as Fact[]);
  const readings = new Map<string, Reading[]>();
  for (const file of yamlFiles(join(root, 'readings'))) {
    for (const [id, list] of Object.entries(parse(read(file)) as Record<string, unknown[]>)) {
      readings.set(id, list.map((r) => readingSchema.parse(r)));
    }
  }
  void extra;
  const entries: FactEntry[] = facts.map((fact) => ({ fact, readings: readings.get(fact.id) ?? [] }));
  const worth = JSON.parse(read(join(root, 'models', 'worth.json'))) as WorthModel;
  return compileFactBase(entries, lexicon, worth, hash.digest('hex'));
}
