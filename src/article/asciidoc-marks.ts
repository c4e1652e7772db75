/** Pairs AsciiDoc's formatting marks: bold, italic, monospace, highlight, super- and subscript, curved quotes. */
import type { Edit } from './asciidoc-text.ts';

const WORD = /[\p{L}\p{N}_]/u;
/** Most marks in a row; longer ones are lines to write on. */
const LONGEST_RUN = 3;

/** A reader of marks in one string, from its beginning on. */
export interface MarkReader {
  /** Reads the mark at `at`, and gives the offset behind it. `before` is where the mark's own attributes begin. */
  read(at: number, before: number): number;
}

/**
 * Pairs marks as Asciidoctor does: a single mark opens at the beginning of a word and closes at the end of one, a double
 * one anywhere; the first that may open is the one that is closed. Each mark is looked at once.
 */
export function markReader(text: string, edits: Edit[]): MarkReader {
  const open = new Map<string, Edit>();
  const isWord = (at: number): boolean => at >= 0 && at < text.length && WORD.test(text[at]!);
  const isSpace = (at: number): boolean => at < 0 || at >= text.length || /\s/.test(text[at]!);
  const close = (key: string, from: number, to: number): void => {
    edits.push(open.get(key)!, { from, to, text: '' });
    open.delete(key);
  };
  const begin = (key: string, from: number, to: number): void => {
    if (!open.has(key)) open.set(key, { from, to, text: '' });
  };
  /** `"` and `'` with a backtick inside are curved quotes: the backtick alone goes. */
  const curved = (at: number): boolean => {
    const after = text[at + 1] ?? '';
    if (/["']/.test(after) && open.has(`${after}\``) && !isSpace(at - 1) && !isWord(at + 2)) {
      close(`${after}\``, at, at + 1);
      return true;
    }
    const quote = text[at - 1] ?? '';
    if (!/["']/.test(quote) || isWord(at - 2) || isSpace(at + 1) || open.has(`${quote}\``)) return false;
    begin(`${quote}\``, at, at + 1);
    return true;
  };
  return {
    read(at, before) {
      const mark = text[at]!;
      let end = at;
      while (text[end] === mark) end++;
      if (end - at > LONGEST_RUN) return end;
      if (mark === '^' || mark === '~') {
        const from = open.get(mark);
        const isNear = from && at - from.to > 0 && at - from.to <= 100 && !/\s/.test(text.slice(from.to, at));
        if (isNear) close(mark, at, at + 1);
        else {
          open.delete(mark);
          if (!isSpace(at + 1)) begin(mark, before, at + 1);
        }
        return at + 1;
      }
      if (end - at >= 2) {
        const key = mark + mark;
        const from = open.get(key);
        if (from && at > from.to) close(key, at, at + 2);
        else begin(key, before, at + 2);
        return at + 2;
      }
      if (mark === '`' && curved(at)) return end;
      const from = open.get(mark);
      if (from && at > from.to && !isSpace(at - 1) && !isWord(at + 1)) close(mark, at, at + 1);
      else if (!isSpace(at + 1) && !isWord(before - 1) && !'&;:}'.includes(text[before - 1] ?? ' '))
        begin(mark, before, at + 1);
      return end;
    },
  };
}
