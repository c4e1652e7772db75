/** The sheet that coders fill in. */
import { FRAMES } from '../../model.ts';
import { sheetCell } from './sheet-cells.ts';

/** Columns before those of the frames. */
export const SHEET_COLUMNS = ['id', 'outlet', 'date', 'title', 'text', 'weight'] as const;
/** Longest text of a cell, in characters: spreadsheets cut or spill cells of 32,767 and more. */
const LONGEST = 32_000;
const CUT = ' […]';

/** An article to code. It says nothing of what the program found. */
export interface SheetRow {
  id: string;
  outlet: string | null;
  publishedAt: string | null;
  title: string | null;
  text: string;
  /** How many articles of the corpus it stands for. */
  weight: number;
}

/**
 * The sheet as CSV (RFC 4180) with the mark of UTF-8, without which spreadsheets read it as something else: a row an article,
 * an empty column a frame. Texts beyond 32,000 characters are cut, with "[…]" at the end. No cell begins a formula.
 */
export function sampleSheet(rows: readonly SheetRow[]): string {
  const lines = rows.map(({ id, outlet, publishedAt, title, text, weight }) => [
    ...[id, outlet ?? '', publishedAt ?? '', title ?? '', cut(text)].map(sheetCell),
    String(weight),
    ...FRAMES.map(() => ''),
  ]);
  return `\ufeff${[[...SHEET_COLUMNS, ...FRAMES], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = LONGEST - CUT.length;
  // Not between the halves of a character.
  const half = /[\ud800-\udbff]/.test(text[end - 1]!) ? end - 1 : end;
  return text.slice(0, half) + CUT;
}
