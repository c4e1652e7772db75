/** Text and names as parts of a SQL statement. Pure. */

/** A string literal; what it holds is never read as SQL. Throws RangeError for a NUL, which no file's name has. */
export function text(value: string): string {
  if (value.includes('\0')) throw new RangeError('a text with NUL cannot stand in a statement');
  return `'${value.replaceAll("'", "''")}'`;
}

/** A quoted identifier. */
export function name(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** A literal for the path of one file where DuckDB takes a pattern: `*`, `?` and `[` stand for themselves. */
export function onePath(path: string): string {
  return text(path.replace(/[*?[]/g, '[$&]'));
}
