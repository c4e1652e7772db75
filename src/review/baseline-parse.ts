/** Reads a baseline file, or says in one line what is wrong with it. Pure. */
import { ConfigError } from '../errors.ts';
import { LABELS } from '../model.ts';
import { BASELINE_VERSION, type BaselineEntry } from './baseline.ts';

/** Largest file read, in characters: some 200,000 findings. */
const LARGEST = 50_000_000;
/** Longest text in an entry, in characters; what the program writes stays below 5,000. */
const LONGEST = 20_000;
const AGAIN = 'mend it, or delete it and make it anew with --update-baseline';

/**
 * The entries of the baseline in `text`, in their order. `file` names it in errors.
 * @throws ConfigError `baseline-broken` (no JSON, marks of a merge, an entry that is none), `baseline-version` (of a
 * later version of the program), with the line where there is one to name.
 */
export function parseBaseline(text: string, file: string): BaselineEntry[] {
  const fail = (what: string, offset: number | null, hint = AGAIN): never => {
    const place = offset === null ? { file } : { file, line: lineOf(text, offset) };
    throw new ConfigError('baseline-broken', `the baseline ${what}`, place, hint);
  };
  if (text.length > LARGEST) return fail('is longer than 50,000,000 characters', null);
  const merge = /^<{7}(?: |$)/m.exec(text);
  if (merge)
    return fail('has marks of a merge', merge.index, 'keep the lines of both sides, then run --update-baseline');
  const root = parsed(text, fail);
  if (!isRecord(root) || root.scscheck !== 'baseline') return fail('is none ("scscheck": "baseline" is missing)', null);
  if (root.version !== BASELINE_VERSION) {
    const later = typeof root.version === 'number' && root.version > BASELINE_VERSION;
    if (!later) return fail('has no version that is known', null);
    throw new ConfigError(
      'baseline-version',
      'the baseline is of a later version of scscheck',
      { file },
      'update scscheck',
    );
  }
  const { findings } = root;
  if (!Array.isArray(findings)) return fail('has no list "findings"', null);
  return findings.map((value: unknown, index) => {
    const problem = problemOf(value);
    if (problem !== null) return fail(`has an entry that is none: ${problem}`, offsetOf(text, index));
    const { file: path, fact, label, claim, rejected, around } = value as BaselineEntry;
    return { file: path, fact, label, claim, rejected: rejected ?? false, around };
  });
}

function parsed(text: string, fail: (what: string, offset: number | null) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const at = /at position (\d{1,9})/.exec(message)?.[1];
    const offset = at !== undefined ? Number(at) : /end of JSON/.test(message) ? text.length : brokenLine(text);
    return fail('is no JSON', offset);
  }
}

/** Where the first line begins that should be an entry and is no JSON by itself; for engines that name no place. */
function brokenLine(text: string): number | null {
  for (const line of text.matchAll(/^[ \t]*\{".*$/gm)) {
    try {
      JSON.parse(line[0].trimEnd().replace(/,$/, ''));
    } catch {
      return line.index;
    }
  }
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEYS = new Set(['file', 'fact', 'label', 'claim', 'rejected', 'around']);

function problemOf(value: unknown): string | null {
  if (!isRecord(value)) return 'it is no object';
  for (const key of ['file', 'claim', 'around']) {
    const text = value[key];
    if (typeof text !== 'string') return `"${key}" must be text`;
    if (text.length > LONGEST) return `"${key}" is too long`;
  }
  if (value.fact !== null && (typeof value.fact !== 'string' || value.fact.length > LONGEST))
    return '"fact" must be text or null';
  if (!(LABELS as readonly unknown[]).includes(value.label)) return `"label" must be one of ${LABELS.join(', ')}`;
  if (value.rejected !== undefined && typeof value.rejected !== 'boolean') return '"rejected" must be true or false';
  const unknown = Object.keys(value).find((key) => !KEYS.has(key));
  return unknown === undefined ? null : `"${unknown.slice(0, 60)}" is not known`;
}

/** Where the entry number `index` of the list `findings` begins, in text that is valid JSON. One pass. */
function offsetOf(text: string, index: number): number | null {
  const strings = /"(?:[^"\\]|\\.)*"|[[\]{},]/g;
  let [depth, inList, count] = [0, false, 0];
  let key = '';
  for (let token = strings.exec(text); token !== null; token = strings.exec(text)) {
    const [mark] = token;
    if (mark[0] === '"') {
      if (depth === 1) key = mark;
    } else if (mark === '[' || mark === '{') {
      depth++;
      inList ||= depth === 2 && mark === '[' && key === '"findings"';
      if (inList && depth === 2 && index === 0) return firstOf(text, token.index + 1);
    } else if (mark === ',') {
      if (inList && depth === 2 && ++count === index) return firstOf(text, token.index + 1);
    } else if (--depth === 1) inList = false;
  }
  return null;
}

function firstOf(text: string, from: number): number {
  const seen = /\S/g;
  seen.lastIndex = from;
  return seen.exec(text)?.index ?? from;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
