/** Plain-text tables with wrapped cells. Pure. */
import { width, wrap } from './wrap.ts';

const GAP = 2;
/** No column is made narrower than this to fit. */
const NARROWEST = 8;

export interface TableOptions {
  /** Columns of the terminal that the table may take up. */
  width: number;
  /** Spaces before each line; default 0. */
  indent?: number;
  /** Styles a cell once it is padded; default: as it is. */
  style?: (text: string, row: number, column: number) => string;
}

/**
 * Lays out rows of cells, which hold no control characters, in columns parted by two spaces. Where the rows are
 * wider than allowed, the widest columns become narrower and their cells wrap.
 */
export function table(rows: readonly (readonly string[])[], options: TableOptions): string[] {
  const { indent = 0, style = (text: string): string => text } = options;
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  const widths = fitted(natural, options.width - indent - GAP * (count - 1));
  return rows.flatMap((row, rowIndex) => {
    const cells = widths.map((size, column) => wrap(row[column] ?? '', size));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const parts = cells.map((lines, column) => {
        const text = lines[line] ?? '';
        const padded =
          column === count - 1 ? text : text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)));
        return text === '' ? padded : style(padded, rowIndex, column);
      });
      return `${' '.repeat(indent)}${parts.join(' '.repeat(GAP))}`.trimEnd();
    });
  });
}

/** Takes from the widest column, one by one, until the sum fits or every column is at its narrowest. */
function fitted(natural: readonly number[], available: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, size) => sum + size, 0) - available;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const column = widths.indexOf(widest);
    const second = Math.max(NARROWEST, ...widths.filter((_, index) => index !== column));
    const taken = Math.min(excess, Math.max(1, widest - second));
    widths[column] = widest - taken;
    excess -= taken;
  }
  return widths;
}
