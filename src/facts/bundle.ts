/** Reads the fact base from its YAML files: what the build compiles, and what `--facts` adds. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Concept } from '../detect/concepts.ts';
import { FactBaseError } from '../errors.ts';
import type { FactEntry } from './compile.ts';
import { parseLexicon } from './lexicon.ts';
import { parseFactFile } from './parse.ts';
import { type Reading, readingSchema } from './reading.ts';
import type { ScorerImage } from './scorer-image.ts';
import { parseSuggestions, type Rewordings } from './suggestions.ts';

/** The fact base as plain data, before it is compiled: what `dist/claims.json` holds. */
export interface FactBundle {
  lexicon: Concept[];
  entries: FactEntry[];
  scorer: ScorerImage;
  /** SHA-256 (hex) of all the files it was read from, in order. */
  sha256: string;
}

/** The YAML files of a folder, sorted; the path itself when it is a file. Throws FactBaseError when it is missing. */
export function yamlFiles(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new FactBaseError('missing', 'no such fact file or folder', { file: path });
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => join(path, name));
}

/** Reads a file of the fact base. Throws FactBaseError when it cannot be read. */
export function readFactText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new FactBaseError('unreadable', 'cannot be read', { file }, null, { cause });
  }
}

type Read = (file: string) => string;

function factsIn(path: string, read: Read): FactEntry[] {
  return yamlFiles(path).flatMap((file) => {
    const { facts, problems } = parseFactFile(read(file), file);
    const [first] = problems;
    if (first) {
      const more = problems.length > 1 ? `; ${problems.length - 1} more, see scscheck facts validate` : '';
      throw new FactBaseError(
        'fact-invalid',
        `${first.message}${more}`,
        { file: first.file, line: first.line },
        first.hint,
      );
    }
    return facts.map(({ readings, lines: _, ...fact }): FactEntry => ({ fact, readings }));
  });
}

function readingsIn(path: string, read: Read): Map<string, Reading[]> {
  const byFact = new Map<string, Reading[]>();
  for (const file of yamlFiles(path)) {
    const result = z.record(z.string(), z.array(readingSchema)).safeParse(parseYaml(read(file), file));
    if (!result.success) {
      const issue = result.error.issues[0]!;
      throw new FactBaseError('reading-invalid', `${issue.path.join('.')}: ${issue.message}`, { file });
    }
    for (const [id, list] of Object.entries(result.data)) byFact.set(id, [...(byFact.get(id) ?? []), ...list]);
  }
  return byFact;
}

/** Clauses and swaps alone: the examples serve those who write them. */
function suggestionsIn(path: string, read: Read): Map<string, Rewordings> {
  const all = yamlFiles(path).flatMap((file) => [...parseSuggestions(read(file), file)]);
  return new Map(all.map(([id, { clauses, swaps }]) => [id, { clauses, swaps }]));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text) ?? {};
  } catch (cause) {
    throw new FactBaseError('yaml', (cause as Error).message.split('\n')[0]!, { file }, null, { cause });
  }
}

/** Folders `lexicons`, `facts`, `readings` and `suggestions` within a folder, or facts alone. */
function readFolder(path: string, read: Read): Pick<FactBundle, 'lexicon' | 'entries'> {
  const within = (name: string): string | null => (existsSync(join(path, name)) ? join(path, name) : null);
  const [lexicons, facts, readings] = [within('lexicons'), within('facts'), within('readings')];
  const suggestions = within('suggestions');
  if (!facts && !readings && !lexicons) return { lexicon: [], entries: factsIn(path, read) };
  const lexicon = lexicons ? yamlFiles(lexicons).flatMap((file) => parseLexicon(read(file), file)) : [];
  const entries = facts ? factsIn(facts, read) : [];
  const byFact = readings ? readingsIn(readings, read) : new Map<string, Reading[]>();
  const rewordings = suggestions ? suggestionsIn(suggestions, read) : new Map<string, Rewordings>();
  const known = new Set(entries.map(({ fact }) => fact.id));
  for (const id of byFact.keys()) {
    if (!known.has(id))
      throw new FactBaseError('reading-invalid', `readings for "${id}", which is no fact`, { file: readings! });
  }
  for (const id of rewordings.keys()) {
    if (!known.has(id))
      throw new FactBaseError('suggestion-invalid', `suggestions for "${id}", which is no fact`, {
        file: suggestions!,
      });
  }
  return {
    lexicon,
    entries: entries.map(({ fact, readings: own }) => {
      const entry = { fact, readings: [...own, ...(byFact.get(fact.id) ?? [])] };
      const reworded = rewordings.get(fact.id);
      return reworded ? { ...entry, rewordings: reworded } : entry;
    }),
  };
}

/** Reads the bundled fact base from its folder. Throws FactBaseError, naming the file, when any of it is invalid. */
export function readBundle(folder: string): FactBundle {
  const hash = createHash('sha256');
  const read: Read = (file) => {
    const text = readFactText(file);
    hash.update(text);
    return text;
  };
  const scorer = JSON.parse(read(join(folder, 'models', 'scorer.json'))) as ScorerImage;
  return { ...readFolder(folder, read), scorer, sha256: hash.digest('hex') };
}

/**
 * Adds the facts of files or folders to a bundle: one with a known id replaces the bundled fact, its readings
 * included. A folder may hold `lexicons`, `facts`, `readings` and `suggestions` of its own; a concept of the same id replaces
 * the bundled one.
 */
export function extendBundle(bundle: FactBundle, paths: readonly string[]): FactBundle {
  const hash = createHash('sha256').update(bundle.sha256);
  const read: Read = (file) => {
    const text = readFactText(file);
    hash.update(text);
    return text;
  };
  const lexicon = new Map(bundle.lexicon.map((concept) => [concept.id, concept]));
  const entries = new Map(bundle.entries.map((entry) => [entry.fact.id, entry]));
  for (const path of paths) {
    const own = readFolder(path, read);
    for (const concept of own.lexicon) lexicon.set(concept.id, concept);
    for (const entry of own.entries) entries.set(entry.fact.id, entry);
  }
  return { ...bundle, lexicon: [...lexicon.values()], entries: [...entries.values()], sha256: hash.digest('hex') };
}
