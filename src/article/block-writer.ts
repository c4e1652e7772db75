/** Builds an article's text block by block, with the map back to the file. */
import type { Block, BlockKind, OffsetRun } from '../model.ts';

/** What a writer has written: blocks separated by an empty line, none of them empty, none with outer space. */
export interface Written {
  text: string;
  blocks: Block[];
  runs: OffsetRun[];
}

/** A piece of a block: its characters and where in the file they stand, or null if they do not stand there. */
interface Piece {
  text: string;
  file: number | null;
  /** Where the file has other characters for it: how many. */
  fileLength?: number | undefined;
}

/** Collects pieces into blocks. Runs of white space become one space; line breaks inside a block are written by `newline`. */
export interface BlockWriter {
  /**
   * Adds to the open block. `file` is the offset of `text` in the file when it stands there just so, or, with
   * `fileLength`, when so many other characters stand there for it.
   */
  write(text: string, file: number | null, fileLength?: number): void;
  /** Breaks the line inside the open block. */
  newline(): void;
  /** Ends the open block as a block of `kind`, unless `keep`, given its text, says no. */
  end(kind: BlockKind, keep?: (text: string) => boolean): void;
  written(): Written;
}

function runOf({ text, fileLength }: Piece, file: number, at: number): OffsetRun {
  const run = { text: at, file, length: text.length };
  return fileLength === undefined ? run : { ...run, fileLength };
}

/** Whether the character at `at` is white space as readers see it, no-break and typographic spaces among it. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);
  return unit === 0xa0 || (unit >= 0x1680 && /\s/.test(text[at]!));
}

/** An empty writer. Memory and time are linear in what is written. */
export function blockWriter(): BlockWriter {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const runs: OffsetRun[] = [];
  let length = 0;
  let open: Piece[] = [];
  /** What stands between the last piece and the next: nothing, a space or a line break. */
  let gap = '';

  const put = (text: string, file: number | null, fileLength?: number): void => {
    if (gap !== '' && open.length > 0) open.push({ text: gap, file: null });
    gap = '';
    const last = open.at(-1);
    const goesOn = last?.file != null && last.fileLength === undefined && fileLength === undefined;
    if (goesOn && file === last.file! + last.text.length) last.text += text;
    else open.push({ text, file, fileLength });
  };

  return {
    write(text, file, fileLength) {
      if (fileLength !== undefined && text !== '' && !isSpace(text, 0)) {
        put(text, file, fileLength);
        return;
      }
      // White space that the file writes in other characters is a gap like any other.
      if (fileLength !== undefined) file = null;
      for (let at = 0; at < text.length; ) {
        const from = at;
        while (at < text.length && !isSpace(text, at)) at++;
        if (at > from) put(text.slice(from, at), file === null ? null : file + from);
        const space = at;
        while (at < text.length && isSpace(text, at)) at++;
        // One plain space may stay part of the run it stands in.
        if (at === space) continue;
        if (file !== null && at === space + 1 && text[space] === ' ' && at < text.length && space > from) {
          put(' ', file + space);
        } else if (gap === '') gap = ' ';
      }
    },
    newline() {
      gap = '\n';
    },
    end(kind, keep) {
      const text = open.map((piece) => piece.text).join('');
      if (text !== '' && (keep === undefined || keep(text))) {
        const separator = length === 0 ? '' : '\n\n';
        const start = length + separator.length;
        let at = start;
        for (const piece of open) {
          if (piece.file !== null) runs.push(runOf(piece, piece.file, at));
          at += piece.text.length;
        }
        texts.push(separator, text);
        blocks.push({ start, end: at, kind });
        length = at;
      }
      open = [];
      gap = '';
    },
    written: () => ({ text: texts.join(''), blocks, runs }),
  };
}
