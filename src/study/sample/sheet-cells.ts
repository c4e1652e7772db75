/** Cells of a sheet that goes to a spreadsheet and comes back: what was escaped is found again as it was. */
import { forCsv } from '../../reporters/escape.ts';

/** What begins a formula, and the apostrophe that keeps it from being one. */
const GUARDED = /^'['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text as a cell of CSV; none begins a formula. */
export const sheetCell = (text: string): string => forCsv(GUARDED.test(text) ? `'${text}` : text);

/** The text of a cell that `sheetCell` wrote, white space around it left out; also where a spreadsheet took the apostrophe away. */
export function fromSheet(cell: string): string {
  const text = GUARDED.test(cell) ? cell.slice(1) : cell;
  return text.trim();
}
