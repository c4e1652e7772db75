/** A filled sheet to the codes of its coder. */
import { basename } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { FRAMES, type Frame } from '../../model.ts';
import { oneLine } from '../../reporters/escape.ts';
import { type CsvRecord, csvRecords } from '../csv-records.ts';
import { type Code, type Coding, PROGRAM } from './coding.ts';
import { fromSheet } from './sheet-cells.ts';

const CODES: Record<string, Code> = {
  '': 'absent',
  '0': 'absent',
  a: 'advanced',
  advanced: 'advanced',
  '1': 'advanced',
  r: 'rejected',
  rejected: 'rejected',
};

/** Where in a row what stands. */
interface Columns {
  width: number;
  id: number;
  weight: number | null;
  frames: ReadonlyMap<Frame, number>;
}

/**
 * The codes in a filled sheet, whose coder has the name of the file. Rows may be in any order, columns added or left
 * out: what matters are `id` and the names of the frames, in any case. Empty and 0 mean absent; a, advanced and 1; r and
 * rejected. Throws ConfigError `sheet` with the line, and the column where there is one: for any other value, an id that is
 * missing or there twice, a row with more cells than the first line, a sheet without codes.
 */
export async function readCodes(file: string, bytes: Uint8Array): Promise<Coding> {
  const [head, ...rows] = await csvRecords(file, bytes, 'sheet');
  if (head === undefined) throw wrongSheet(file, 1, 'is empty', 'give a filled copy of sample.csv');
  const columns = columnsOf(file, head);
  const units = new Map<string, Partial<Record<Frame, Code>>>();
  const weights = new Map<string, number>();
  for (const row of rows) {
    const id = idOf(file, row, columns);
    if (units.has(id))
      throw wrongSheet(file, row.line, `has a second row with the id "${shown(id)}"`, 'keep one of them');
    units.set(id, codesOf(file, row, columns));
    const weight = weightOf(file, row, columns);
    if (weight !== null) weights.set(id, weight);
  }
  if (rows.length === 0) throw wrongSheet(file, head.line, 'has no rows', 'give a filled copy of sample.csv');
  return { coder: coderOf(file), frames: [...columns.frames.keys()], units, weights };
}

function columnsOf(file: string, { line, cells }: CsvRecord): Columns {
  const names = cells.map((cell) => fromSheet(cell).toLowerCase());
  const indexOf = (name: string): number | null => {
    const [first, second] = [names.indexOf(name), names.lastIndexOf(name)];
    if (first !== second) throw wrongSheet(file, line, `has two columns "${name}"`, 'keep one of them');
    return first === -1 ? null : first;
  };
  const hint = 'the first line names the columns, as in sample.csv';
  const id = indexOf('id');
  if (id === null) throw wrongSheet(file, line, 'has no column "id"', hint);
  const frames = new Map(
    FRAMES.flatMap((frame): [Frame, number][] => {
      const index = indexOf(frame);
      return index === null ? [] : [[frame, index]];
    }),
  );
  if (frames.size === 0) throw wrongSheet(file, line, 'has no column with the name of a frame', hint);
  return { width: names.length, id, weight: indexOf('weight'), frames };
}

function idOf(file: string, { line, cells }: CsvRecord, { width, id }: Columns): string {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    const hint = 'cells with a comma or a quote stand in quotes';
    throw wrongSheet(file, line, `has ${cells.length} cells where the first line has ${width}`, hint);
  }
  const found = fromSheet(cells[id] ?? '');
  if (found === '') throw wrongSheet(file, line, 'has a row without an id', 'give it the id that it has in sample.csv');
  return found;
}

function codesOf(file: string, { line, cells }: CsvRecord, { frames }: Columns): Partial<Record<Frame, Code>> {
  const codes: Partial<Record<Frame, Code>> = {};
  for (const [frame, index] of frames) {
    const value = fromSheet(cells[index] ?? '');
    const code = Object.hasOwn(CODES, value.toLowerCase()) ? CODES[value.toLowerCase()] : undefined;
    if (code === undefined) {
      const what = `column ${index + 1}, "${frame}": "${shown(value)}" is no code`;
      throw wrongSheet(file, line, what, 'a for advanced, r for rejected, nothing or 0 for neither');
    }
    codes[frame] = code;
  }
  return codes;
}

/** Spreadsheets of many countries write a decimal comma. */
function weightOf(file: string, { line, cells }: CsvRecord, { weight }: Columns): number | null {
  const value = weight === null ? '' : fromSheet(cells[weight] ?? '');
  if (value === '') return null;
  const number = /^\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(value) ? Number(value.replace(',', '.')) : Number.NaN;
  // A sampled article stands for itself at least; a spreadsheet may round.
  if (Number.isFinite(number) && number >= 0.99) return number;
  const what = `column ${weight! + 1}, "weight": "${shown(value)}" is no weight`;
  throw wrongSheet(file, line, what, 'leave weights as they are in sample.csv');
}

/** The name of the file without its ending; nobody is called as the program is. */
function coderOf(file: string): string {
  const name = basename(file);
  const bare = name.replace(/\.[a-z]{3,4}$/i, '');
  return bare === PROGRAM || bare === '' ? name : bare;
}

/** The sheet cannot be read as codes. */
function wrongSheet(file: string, line: number, what: string, hint: string): ConfigError {
  return new ConfigError('sheet', what, { file, line }, hint);
}

const shown = (value: string): string => oneLine(value).slice(0, 40);
