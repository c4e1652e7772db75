/** JSON files that hold articles. */
import { articleLineSchema } from '../schema.ts';
import type { Unit } from './expand.ts';
import { readJsonTable } from './json-table.ts';
import { jsonValue } from './json-text.ts';
import { readValue } from './jsonl-line.ts';
import { readNewsPlease } from './news-please.ts';
import { rowUnit } from './table-units.ts';

/**
 * The articles of a JSON file: by news-please, or one object or a list of them as lines of JSONL have them, or a list
 * of addresses with what is known of each (GDELT, Media Cloud); null when it holds none.
 */
export function jsonUnits(bytes: Buffer, file: string, gate: boolean): Unit[] | null {
  const value = jsonValue(bytes.toString('utf8'));
  const rows = readNewsPlease(file, value);
  if (rows) return rows.map((row) => rowUnit(file, row, gate));
  const list = Array.isArray(value) ? value : [value];
  if (!list.some((one) => articleLineSchema.safeParse(one).success)) {
    return readJsonTable(file, value)?.map((row) => rowUnit(file, row, gate)) ?? null;
  }
  return list.map((one, k): Unit => {
    const place = Array.isArray(value) ? { file: `${file}#${k + 1}` } : { file };
    return { kind: 'made', item: readValue(one, place, { replaced: false, gate }) };
  });
}
