/** The document tree that mammoth makes of a DOCX file. The only file that knows mammoth. */
import { ExtractError } from '../errors.ts';
import { cleanXml } from './docx-clean.ts';
import { malformed, type ZipParts } from './docx-zip.ts';

/**
 * The little of mammoth's tree that is used here. Deleted text, comments and field codes are not in it. The text of the
 * body holds the marks of `docx-marks.ts`.
 */
export interface DocxNode {
  type: string;
  children?: DocxNode[];
  /** Of text. */
  value?: string;
  /** Of paragraphs. */
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  /** Of breaks. */
  breakType?: string;
  /** Of note references. */
  noteType?: string;
  noteId?: string;
}

/** A document's body, and its notes by the references to them. */
export interface DocxTree {
  body: DocxNode;
  /** Whether more than the parser is given was left out. */
  cut: boolean;
  noteOf(reference: DocxNode): DocxNode[];
  comments: { id: string; body: DocxNode[] }[];
}

interface MammothDocument extends DocxNode {
  notes: { resolve(reference: DocxNode): { body: DocxNode[] } | null };
  comments?: { commentId?: string; body: DocxNode[] }[];
}

/**
 * The tree of the document whose parts are `parts`. No picture is read and nothing outside the file.
 * @throws ExtractError `malformed` for what is no document, whatever the parser throws at it; `too-large` or `locked` as the parts.
 */
export async function docxTree(parts: ZipParts): Promise<DocxTree> {
  try {
    return await parsedTree(parts);
  } catch (cause) {
    if (cause instanceof ExtractError) throw cause;
    throw malformed('is no DOCX file, or a broken one', cause);
  }
}

async function parsedTree(parts: ZipParts): Promise<DocxTree> {
  const { default: mammoth } = await import('mammoth');
  let found: MammothDocument | undefined;
  let cut = false;
  // An archive that is open already: mammoth's own reader would inflate all of it, whatever its size.
  const file = {
    exists: (path: string) => parts.exists(path),
    read: async (path: string, encoding?: string) => {
      const bytes = parts.read(path);
      if (!encoding) return bytes;
      const clean = cleanXml(new TextDecoder(encoding).decode(bytes));
      cut ||= clean.cut;
      return clean.xml;
    },
  };
  await mammoth.convertToHtml({ file } as never, {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    // The tree is all that is wanted: what is left to convert is empty.
    transformDocument: (document: MammothDocument) => {
      found = document;
      return { ...document, children: [] };
    },
  });
  if (!found) throw new Error('mammoth gave no document');
  const { notes } = found;
  const comments = (found.comments ?? []).map(({ commentId, body }) => ({ id: commentId ?? '', body }));
  return { body: found, cut, noteOf: (reference) => notes.resolve(reference)?.body ?? [], comments };
}
