/** Which column of a table is what, as the user says it: `--columns text=body,date=published`. */
import { UsageError } from '../errors.ts';

/** What a column can be. */
export const FIELDS = [
  'id',
  'text',
  'html',
  'url',
  'title',
  'outlet',
  'date',
  'language',
  'country',
  'byline',
] as const;
export type Field = (typeof FIELDS)[number];

/** The names of columns by what they are. */
export type Columns = Partial<Record<Field, string>>;

/**
 * Reads `field=column,field=column`. Names of columns are as in the file; they hold no comma.
 * @throws UsageError `columns` for an unknown or repeated field, a pair without a name, or an empty list.
 */
export function parseColumns(spec: string): Columns {
  const columns: Columns = {};
  for (const pair of spec.split(',')) {
    const [name, column] = splitAt(pair);
    const field = FIELDS.find((known) => known === name.toLowerCase());
    if (field === undefined) throw wrong(name === '' ? 'a pair without a field' : `unknown field "${name}"`);
    if (column === '') throw wrong(`no column for "${name}"`);
    if (columns[field] !== undefined) throw wrong(`"${name}" twice`);
    columns[field] = column;
  }
  return columns;
}

function splitAt(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function wrong(what: string): UsageError {
  const hint = `give pairs such as text=body,date=published; the fields are ${FIELDS.join(', ')}`;
  return new UsageError('columns', `--columns: ${what}`, null, hint);
}
