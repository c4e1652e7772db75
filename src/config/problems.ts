/** Problems of a configuration as data, and the one line that tells of them. Pure. */
import { ConfigError } from '../errors.ts';
import type { Path } from './places.ts';

export interface ConfigProblem {
  code: string;
  line: number;
  message: string;
  /** What to do; a function where it takes looking for, as only the first problem is told in full. */
  hint: string | (() => string) | null;
}

/** The first problem by line, which says how many more there are. */
export function firstOf(problems: readonly ConfigProblem[], shown: string): ConfigError {
  const [first] = [...problems].sort((a, b) => a.line - b.line);
  const { code, line, message, hint } = first!;
  const more = problems.length - 1;
  const others = more === 0 ? '' : `; and ${more} more ${more === 1 ? 'problem' : 'problems'}`;
  return new ConfigError(
    code,
    `${message}${others}`,
    { file: shown, line },
    typeof hint === 'function' ? hint() : hint,
  );
}

/** A path as one reads it: `overrides[1].severity`. */
export function named(path: Path): string {
  const joined = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return joined === '' ? 'a configuration' : `"${joined.replace(/^\./, '')}"`;
}

/** A text within quotation marks on one line, at most 60 characters of it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
