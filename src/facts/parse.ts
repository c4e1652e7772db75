/** A fact file's text → its facts and what is wrong with it, every fault with its line. Pure. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import type { FacetName } from '../model.ts';
import { tooDeepAt } from './deep-yaml.ts';
import { knownKeysAt } from './known-keys.ts';
import { didYouMean } from './nearest.ts';
import type { Problem } from './problem.ts';
import { type FactSource, factEntrySchema, type LinesByPath } from './schema.ts';

/** Deeper than a fact goes by far: what is deeper would only fill the stack. */
const DEEPEST = 32;

type Path = readonly PropertyKey[];
type LineOf = (node: unknown) => number;

/** Line by path for a node and all it holds; a map's entries get the line of their key. */
function linesWithin(node: unknown, lineOf: LineOf): LinesByPath {
  const lines: Record<string, number> = {};
  const walk = (at: unknown, path: string): void => {
    const join = (key: unknown) => (path === '' ? String(key) : `${path}.${key}`);
    if (isSeq(at)) {
      for (const [i, item] of at.items.entries()) {
        lines[join(i)] = lineOf(item);
        walk(item, join(i));
      }
    } else if (isMap(at)) {
      for (const { key, value } of at.items) {
        const name = isScalar(key) ? key.value : key;
        lines[join(name)] = lineOf(key);
        walk(value, join(name));
      }
    }
  };
  walk(node, '');
  return lines;
}

/** The line of the deepest part of `path` that is there. */
function lineAt(path: Path, lines: LinesByPath, first: number): number {
  for (let n = path.length; n > 0; n--) {
    const line = lines[path.slice(0, n).map(String).join('.')];
    if (line !== undefined) return line;
  }
  return first;
}

/** What a schema issue means to the person who wrote the file; an issue of unknown keys is one problem a key. */
function explain(issue: z.core.$ZodIssue, what: string, file: string, lines: LinesByPath, first: number): Problem[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineAt([...issue.path, key], lines, first),
      message: `${what}: unknown key "${key}"${at === '' ? '' : ` in ${at}`}`,
      hint: didYouMean(key, knownKeysAt(issue.path)),
    }));
  }
  const missing = issue.code === 'invalid_type' && lines[at] === undefined;
  const line = lineAt(issue.path, lines, first);
  const message = missing ? `${what}: "${at}" is missing` : `${what}: ${at === '' ? '' : `${at}: `}${issue.message}`;
  return [{ file, line, message, hint: null }];
}

/** "fact my-id", or "entry 3" where there is no usable id. */
function nameOf(entry: YAMLMap, index: number): string {
  const id = entry.get('id');
  return typeof id === 'string' && id !== '' ? `fact ${id}` : `entry ${index + 1}`;
}

/**
 * Reads one fact file. Entries that do not fit the schema are left out and reported, the others are returned;
 * text that is not YAML yields no facts and one problem an error. Never throws. The topic of a fact is the
 * file's name without folder and extension. An empty file, or one of comments alone, is an empty list.
 */
export function parseFactFile(text: string, file: string): { facts: FactSource[]; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const lineOfOffset = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const tooDeep = tooDeepAt(text, DEEPEST, lineCounter.addNewLine);
  if (tooDeep !== null) {
    const hint = 'a fact has lists and keys a few levels down';
    return { facts: [], problems: [{ file, line: lineOfOffset(tooDeep), message: 'is nested too deeply', hint }] };
  }
  const document = parseDocument(text, { prettyErrors: false });
  const lineOf: LineOf = (node) => lineOfOffset((node as Node | null)?.range?.[0] ?? 0);
  if (document.errors.length > 0) {
    const problems = document.errors.map((e) => ({
      file,
      line: lineOfOffset(e.pos[0]),
      message: e.message,
      hint: null,
    }));
    return { facts: [], problems };
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { facts: [], problems: [] };
  if (!isSeq(root)) {
    const hint = 'begin each fact with "- id: …"';
    return { facts: [], problems: [{ file, line: lineOf(root), message: 'a fact file is a list of facts', hint }] };
  }
  const topic = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const facts: FactSource[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of root.items.entries()) {
    const line = lineOf(entry);
    if (!isMap(entry)) {
      problems.push({ file, line, message: `entry ${index + 1} is no fact: it has no keys`, hint: null });
      continue;
    }
    const lines = linesWithin(entry, lineOf);
    const result = factEntrySchema.safeParse(entry.toJS(document));
    if (!result.success) {
      const what = nameOf(entry, index);
      for (const issue of result.error.issues) problems.push(...explain(issue, what, file, lines, line));
      continue;
    }
    const facets = result.data.facets as Partial<Record<FacetName, string>>;
    facts.push({ ...result.data, facets, topic, place: { file, line }, lines });
  }
  return { facts, problems };
}
