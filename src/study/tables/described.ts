/** What tables of a study are described by; tables are made from it, so that the data dictionary cannot drift. Pure. */

export type ColumnType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'DATE';

export interface Column {
  name: string;
  type: ColumnType;
  /** What its numbers count or measure; null for what has no unit. */
  unit: string | null;
  meaning: string;
  /** What a missing value means; null where none is missing. */
  missing: string | null;
}

export interface Table {
  name: string;
  /** What one row is. */
  row: string;
  columns: Column[];
}

/** A column that is never missing, or is where `missing` says. */
export function column(name: string, type: ColumnType, meaning: string, more: Partial<Column> = {}): Column {
  return { name, type, unit: null, meaning, missing: null, ...more };
}

/** The columns `<name>_low` and `<name>_high` of a 95 % interval. */
export function interval(name: string, of: string, unit: string, missing: string | null): Column[] {
  return [
    column(`${name}_low`, 'DOUBLE', `lower end of the 95 % interval of ${of}`, { unit, missing }),
    column(`${name}_high`, 'DOUBLE', `upper end of the 95 % interval of ${of}`, { unit, missing }),
  ];
}
