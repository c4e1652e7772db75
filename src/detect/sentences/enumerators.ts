/** Numbers and letters that count items: "1.", "2)", "(ii)", "b.", "3.)". */
import { isBlank, isBullet, isOpener } from './chars.ts';

export interface Enumerator {
  start: number;
  /** Kind of number and the marks around it; a sequence keeps one style. */
  style: string;
  value: number;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');
const LONGEST = 6;

function mayPrecede(code: number): boolean {
  return isBlank(code) || isOpener(code) || isBullet(code);
}

/**
 * The enumerator whose mark (full stop or bracket) stands at `pos`, or null. `expected` tells letters from Roman
 * numerals and is the style and value that would carry a sequence on.
 */
export function enumeratorAt(text: string, pos: number, lo: number, expected: Enumerator | null): Enumerator | null {
  let mark = text[pos]!;
  let stop = pos;
  if (mark === ')' && text[pos - 1] === '.') {
    mark = '.)';
    stop = pos - 1;
  }
  const after = text.charCodeAt(pos + 1);
  if (pos + 1 < text.length && !isBlank(after)) return null;
  let from = stop;
  while (from > lo && stop - from < LONGEST && /[0-9a-z]/.test(text[from - 1]!)) from--;
  const name = text.slice(from, stop);
  if (name === '') return null;
  const open = from > lo && text[from - 1] === '(' && mark === ')' ? '(' : '';
  const start = from - open.length;
  if (start > lo && !mayPrecede(text.charCodeAt(start - 1))) return null;
  if (/^\d{1,3}$/.test(name)) return { start, style: `${open}1${mark}`, value: Number(name) };
  const letter = /^[a-z]$/.test(name) ? name.charCodeAt(0) - 96 : 0;
  const roman = ROMAN.indexOf(name) + 1;
  if (letter > 0 && (roman === 0 || expected?.style === `${open}a${mark}`))
    return { start, style: `${open}a${mark}`, value: letter };
  return roman > 0 ? { start, style: `${open}i${mark}`, value: roman } : null;
}
