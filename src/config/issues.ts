/** What the schema finds wrong with a configuration, in words. Pure. */
import type * as z from 'zod/mini';
import { didYouMean } from '../facts/nearest.ts';
import { knownKeysAt } from './known-keys.ts';
import { lineAt, type Path, type Places } from './places.ts';
import { type ConfigProblem, named, quoted } from './problems.ts';

type Issue = z.core.$ZodIssue;

/** An issue of the schema as problems, one for each unknown key. `before` leads to the configuration in its file. */
export function problemsOf(issue: Issue, data: unknown, places: Places, before: Path): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'config-unknown-key',
      line: lineAt(places, [...before, ...issue.path, key], 'key'),
      message: `unknown key ${quoted(key)}${issue.path.length > 0 ? ` in ${named(issue.path)}` : ''}`,
      hint: () => didYouMean(key, knownKeysAt(issue.path)),
    }));
  }
  const value = valueAt(data, issue.path);
  const line = lineAt(places, [...before, ...issue.path]);
  if (value === undefined)
    return [{ code: 'config-value', line, message: `${named(issue.path)} is missing`, hint: null }];
  const message = `${named(issue.path)} must be ${wanted(issue)}, not ${shown(value)}`;
  const near =
    issue.code === 'invalid_value' && typeof value === 'string' ? didYouMean(value, issue.values.map(String)) : null;
  return [{ code: 'config-value', line, message, hint: near?.startsWith('did') ? near : null }];
}

/** What is allowed in place of a wrong value. */
function wanted(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small') {
    if (issue.origin === 'number') return 'a number from 0 to 1';
    return issue.origin === 'array' ? 'a list with at least one item' : 'a text that is not empty';
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'number') return 'a number from 0 to 1';
    return `of at most ${issue.maximum} ${issue.origin === 'array' ? 'items' : 'characters'}`;
  }
  return 'something else';
}

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number from 0 to 1',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
};

/** A wrong value, as far as it fits into a line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return typeof value === 'string' ? quoted(value) : String(value);
}

function valueAt(data: unknown, path: Path): unknown {
  let at = data;
  for (const part of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[part];
  return at;
}
