/** Lists of articles as JSON: what GDELT's DOC API gives, stories of Media Cloud, any list of objects with telling names. */
import { ExtractError } from '../errors.ts';
import { type Layout, layoutOf } from './table-layout.ts';
import { rowOf } from './table-record.ts';
import type { Row } from './table-row.ts';

/** What the list is called where it is the member of an object. */
const LISTS = ['articles', 'stories', 'results'];
/** Names of members looked at; lists of articles have some dozens. */
const MOST_NAMES = 500;

/**
 * The rows of a list whose members are objects, of which names tell which member is what as those of a table's columns do;
 * null when `value` is no such list. What is no article is an error row. Rows have the line 1, and ids such as `file#3`
 * where the member has no id and no URL.
 */
export function readJsonTable(file: string, value: unknown): Row[] | null {
  const list = listIn(value);
  const header = telling(list);
  const layout = header === null ? null : layoutFor(header);
  if (header === null || layout === null) return null;
  const hint = 'each member of the list is an object with a text or a "url"';
  return list.map((member, i): Row => {
    const cells = isObject(member) ? header.map((name) => cell(member[name])) : [];
    const row = rowOf(cells, layout, { file, line: 1 }, `${file}#${i + 1}`);
    if (row !== null && !('error' in row)) return row;
    return { line: 1, error: new ExtractError('malformed', `member ${i + 1} is no article`, { file }, hint) };
  });
}

/** The names of members that tell something, so that a list with thousands of others costs no more; null when none does. */
function telling(list: readonly unknown[]): string[] | null {
  const names = new Set<string>();
  for (const member of list) {
    if (!isObject(member)) continue;
    for (const name of Object.keys(member)) if (names.size < MOST_NAMES) names.add(name);
  }
  const all = [...names];
  const layout = layoutFor(all);
  return layout && [...layout.at.values(), ...layout.later.map(({ index }) => index)].map((index) => all[index]!);
}

function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  const name = LISTS.find((one) => Array.isArray(value[one]));
  return name === undefined ? [] : (value[name] as unknown[]);
}

function layoutFor(header: readonly string[]): Layout | null {
  try {
    return layoutOf(header, null);
  } catch (thrown) {
    if (thrown instanceof ExtractError) return null;
    throw thrown;
  }
}

/** A value as a table would have it; of what is no value, and of lists of others, nothing. */
function cell(value: unknown): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
