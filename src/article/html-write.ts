/** Blocks of a page to an article's text. */
import type { BlockWriter } from './block-writer.ts';
import type { PageBlock } from './html-blocks.ts';
import type { TextPlace } from './html-clean.ts';

/** Writes blocks in order, each with the way back to the file. */
export function writeBlocks(blocks: Iterable<PageBlock>, writer: BlockWriter): void {
  for (const { parts, kind } of blocks) {
    for (const part of parts) {
      if (part === 'newline') writer.newline();
      else writePart(part.data, part.source?.places ?? [], writer);
    }
    writer.end(kind);
  }
}

function writePart(data: string, places: readonly TextPlace[], writer: BlockWriter): void {
  let done = 0;
  for (const place of places) {
    writeStretch(data.slice(done, place.at), null, writer);
    done = place.at + place.length;
    const stretch = data.slice(place.at, done);
    if (place.fileLength === undefined) writeStretch(stretch, place.file, writer);
    else if (stretch !== '\u00ad') writer.write(stretch, place.file, place.fileLength);
  }
  writeStretch(data.slice(done), null, writer);
}

/** Soft hyphens only say where a word may be broken: they are left out. */
function writeStretch(text: string, file: number | null, writer: BlockWriter): void {
  let at = 0;
  for (const part of text.split('\u00ad')) {
    if (part !== '') writer.write(part, file === null ? null : file + at);
    at += part.length + 1;
  }
}
