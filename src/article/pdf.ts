/** PDF as an article: its text layer. */
import { ExtractError } from '../errors.ts';
import { blockWriter, type Written } from './block-writer.ts';
import { documentMeta } from './document-properties.ts';
import { type Extracted, type GivenMeta, mergeMeta } from './extracted.ts';
import { refuseBombs } from './pdf-bombs.ts';
import { readingOrder } from './pdf-columns.ts';
import { joinLines, wordsOf } from './pdf-hyphens.ts';
import { malformedPdf, openPdf, type PdfFile } from './pdf-library.ts';
import { type Line, pageLines } from './pdf-lines.ts';
import { withoutMargins } from './pdf-margins.ts';
import { paragraphs } from './pdf-paragraphs.ts';

const MOST_PAGES = 2000;
const MOST_TEXT = 4_000_000;
/** Pages in a row that cannot be read after which the rest is not tried: a broken file may claim millions. */
const MOST_BROKEN = 20;
/** Fewer letters than this in all are a stamp on a scan, not a text. */
const FEWEST_LETTERS = 10;

/**
 * The article in a PDF file's text layer: columns in order, lines joined to paragraphs, words broken at line ends
 * made whole, running heads, feet and page numbers left out. Title, author and date of making come from the file
 * where `given` does not have them. `origin` is null. No script runs, nothing is drawn or fetched. Pages beyond 2,000
 * and the pages after `mostText` characters (default 4,000,000) are left out,
 * with a warning.
 * @throws ExtractError `malformed` (no PDF, or a broken one), `locked` (a password), `no-text` (a scan), `too-large`
 * (a stream that unpacks to more than 64 MB, or all to more than 400).
 */
export async function extractPdf(bytes: Uint8Array, given: GivenMeta, mostText = MOST_TEXT): Promise<Extracted> {
  refuseBombs(bytes);
  const file = await openPdf(bytes);
  try {
    const { pages, warnings } = await readPages(file, mostText);
    const { text, blocks } = writtenPages(pages);
    if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) throw noText();
    const heading = blocks.slice(0, 10).find(({ kind }) => kind === 'heading');
    const stated = await statedBy(file, heading ? text.slice(heading.start, heading.end) : null);
    return { article: { ...mergeMeta(given, stated), text, blocks, origin: null }, warnings };
  } finally {
    await file.close();
  }
}

/** The lines of every page that can be read. */
async function readPages(file: PdfFile, mostText: number): Promise<{ pages: Line[][]; warnings: string[] }> {
  const pages: Line[][] = [];
  let left = mostText;
  let [broken, inARow, cause]: [number, number, unknown] = [0, 0, null];
  for (let number = 1; number <= Math.min(file.pages, MOST_PAGES) && left > 0 && inARow < MOST_BROKEN; number++) {
    try {
      const pieces = await file.page(number, left);
      for (const { text } of pieces) left -= text.length;
      pages.push(pageLines(pieces));
      inARow = 0;
    } catch (thrown) {
      [broken, inARow, cause] = [broken + 1, inARow + 1, thrown];
    }
  }
  if (pages.length === 0) throw malformedPdf('has no page that can be read', cause);
  const warnings: string[] = [];
  if (broken > 0) warnings.push(`${broken === 1 ? '1 page' : `${broken} pages`} could not be read`);
  if (left <= 0) warnings.push('the document is too large; its text was cut off');
  else if (file.pages > MOST_PAGES) warnings.push('the document is too long; its first 2,000 pages were read');
  const empty = pages.filter((lines) => lines.length === 0).length;
  if (empty * 2 > pages.length && empty < pages.length) {
    warnings.push(`${empty} of ${pages.length} pages have no text layer; they may be scans`);
  }
  return { pages, warnings };
}

function writtenPages(pages: readonly Line[][]): Written {
  const groups = withoutMargins(pages).flatMap((lines) => readingOrder(lines));
  const words = wordsOf(groups.flat().map(({ text }) => text));
  const writer = blockWriter();
  for (const { kind, lines } of paragraphs(groups)) {
    writer.write(
      joinLines(
        lines.map(({ text }) => text),
        words,
      ),
      null,
    );
    writer.end(kind);
  }
  return writer.written();
}

async function statedBy(file: PdfFile, heading: string | null): Promise<ReturnType<typeof documentMeta>> {
  let info: Record<string, unknown> = {};
  try {
    info = await file.info();
  } catch {
    // A file with readable pages and broken metadata has none.
  }
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return documentMeta(
    { title: textOf(info.Title), author: textOf(info.Author), created: pdfDate(textOf(info.CreationDate)) },
    heading,
  );
}

/** `D:20190502100000+01'00'` as a day. */
function pdfDate(value: string | null): string | null {
  const found = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(value?.trim() ?? '');
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

function noText(): ExtractError {
  const hint = 'it may be a scan: run text recognition on it first';
  return new ExtractError('no-text', 'has no text layer', null, hint);
}
