/** The text of a PDF document's pages, as pdfjs finds it. The only file that knows pdfjs. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExtractError } from '../errors.ts';
import { type PlacedText, placed, type RawText } from './pdf-placed.ts';

/** A document whose pages can be read one by one; close it in the end. */
export interface PdfFile {
  pages: number;
  /** Title, Author and CreationDate as written; missing where the document has none. */
  info(): Promise<Record<string, unknown>>;
  /** The text of page `number` (from 1), at most `most` characters of it. Throws whatever pdfjs throws. */
  page(number: number, most: number): Promise<PlacedText[]>;
  close(): Promise<void>;
}

/**
 * Pieces and characters of text taken from one page. The densest page of a newspaper has some 5,000 and 40,000, a web
 * page printed on one endless sheet three times that.
 */
const MOST_PIECES = 30_000;
const MOST_CHARACTERS = 300_000;

/**
 * Opens the document in `bytes`. No script of it runs, no font is loaded, nothing is drawn or fetched.
 * @throws ExtractError `locked` when it wants a password, `malformed` when it cannot be read.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdfjs = await load();
  const task = pdfjs.getDocument({
    // A copy: pdfjs takes the bytes it is given for its own.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (cause) {
    await task.destroy();
    if ((cause as Error).name === 'PasswordException') {
      throw new ExtractError('locked', 'is locked with a password', null, 'save it without one', { cause });
    }
    throw malformedPdf('is no PDF document, or a broken one', cause);
  }
  return {
    pages: document.numPages,
    info: async () => (await document.getMetadata()).info as Record<string, unknown>,
    page: (number, most) => pageText(document, number, most),
    close: () => task.destroy(),
  };
}

async function pageText(document: PDFDocumentProxy, number: number, most: number): Promise<PlacedText[]> {
  const page = await document.getPage(number);
  const { transform } = page.getViewport({ scale: 1 });
  const reader = (page.streamTextContent({ includeMarkedContent: true }) as ReadableStream<Content>).getReader();
  const raw: RawText[] = [];
  let length = 0;
  /** Marked content that is open: whether it is the page's own furniture (heads, feet, rules). */
  const open: boolean[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if (item.type?.startsWith('begin')) open.push(item.tag === 'Artifact');
      else if (item.type === 'endMarkedContent') open.pop();
      else if (item.str !== undefined && !open.includes(true)) {
        raw.push(item as RawText);
        length += item.str.length;
      }
    }
    if (length < Math.min(most, MOST_CHARACTERS) && raw.length < MOST_PIECES && open.length < 1000) continue;
    await reader.cancel(new Error('enough'));
    break;
  }
  page.cleanup();
  return placed(raw, transform);
}

interface Content {
  items: (Partial<RawText> & { type?: string; tag?: string })[];
}

/** The document cannot be read. */
export function malformedPdf(what: string, cause?: unknown): ExtractError {
  return new ExtractError('malformed', what, null, 'print it to a new PDF, or give its text', { cause });
}

/**
 * pdfjs, with its worker's part in this thread: it finds that under a global name instead of loading a file. As
 * it starts it looks for a canvas to draw on, complains where there is none, and fails without the matrix that
 * comes with one; none of it is needed for text.
 */
async function load(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const { warn } = console;
  console.warn = () => {};
  try {
    if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} });
    await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  } finally {
    console.warn = warn;
  }
}
