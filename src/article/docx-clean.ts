/**
 * The first pass over a document's XML: streams through it once, drops what is no text, caps nesting and elements, and
 * writes it anew, well-formed. What mammoth's XML parser does with broken or hostile markup (warnings on the console,
 * time in the square of its length) so never happens.
 */
import { Parser } from 'htmlparser2';
import { type DocxMarker, docxMarker, withoutMarks } from './docx-marks.ts';
import { malformed } from './docx-zip.ts';

/** Deepest nesting; documents with tables in tables stay below 60. */
const DEEPEST = 400;
/** Most elements kept; each takes mammoth some 3 kB. A document of 1,000 pages keeps about 50,000. */
const MOST_ELEMENTS = 300_000;
/** Most attributes of an element, and longest value, in characters; a root declares some 40 namespaces. */
const MOST_ATTRIBUTES = 100;
const LONGEST_ATTRIBUTE = 2000;

/** Elements that go with all they hold: looks, pictures, codes and marks of fields, what was deleted or moved away. */
const DROPPED = new Set([
  'sectPr',
  'tblPr',
  'tblGrid',
  'tcPr',
  'trPr',
  'drawing',
  'instrText',
  'delInstrText',
  'fldChar',
  'Choice',
  'bookmarkStart',
  'bookmarkEnd',
  'proofErr',
  'lastRenderedPageBreak',
  'object',
  'delText',
]);
/** Elements that count as their content: so all of a paragraph's text can be one piece. */
const UNWRAPPED = new Set(['r', 'hyperlink', 'smartTag', 'ins', 't']);
const TEXT = 't';
/** Elements that show as text, or stand at a place that is asked for, without being text. */
const MARKED = new Set(['sym', 'noBreakHyphen', 'footnoteReference', 'endnoteReference']);

/**
 * The XML written anew; `cut` says that elements beyond the cap are missing. The text of the main part holds the marks
 * of `docx-marks.ts`.
 */
export interface CleanXml {
  xml: string;
  cut: boolean;
}

/**
 * Cleans the XML of a part. Linear in its length.
 * @throws ExtractError `malformed` when it ends before its elements do or is nested more than 400 deep.
 */
export function cleanXml(text: string): CleanXml {
  const out: string[] = [];
  /** Of each open element what was written for it: its name, '' when nothing was, null when all of it is dropped. */
  const open: (string | null)[] = [];
  const names: string[] = [];
  let dropped = 0;
  let elements = 0;
  let cut = false;
  /** The tag of the text that is being written, '' when none is. */
  let textTag = '';
  let inText = 0;
  /** Of the main part alone: notes and comments have no place in the count of paragraphs. */
  let marker: DocxMarker | null | undefined;

  const endText = (): void => {
    if (textTag !== '') out.push(`</${textTag}>`);
    textTag = '';
  };
  const writeText = (text: string): void => {
    if (text === '') return;
    if (textTag === '') {
      textTag = prefixed(open, TEXT);
      out.push(`<${textTag}>`);
    }
    out.push(text);
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= DEEPEST) throw malformed('is nested too deeply');
        const local = localName(name);
        const isLook = local === 'rPr' && names.at(-1) !== 'pPr';
        names.push(local);
        if (marker === undefined) marker = local === 'document' ? docxMarker() : null;
        const isComment = dropped === 0 && (marker?.comment(local, attributes) ?? false);
        if (dropped > 0 || DROPPED.has(local) || isLook || isComment) {
          dropped++;
          open.push(null);
        } else if (UNWRAPPED.has(local)) {
          if (local === TEXT) inText++;
          else marker?.openRun(name);
          open.push('');
        } else if (elements >= MOST_ELEMENTS) {
          cut = true;
          dropped++;
          open.push(null);
        } else {
          if (marker && MARKED.has(local)) writeText(escaped(marker.due()));
          endText();
          elements++;
          out.push(`<${name}${attributesOf(attributes)}>`);
          open.push(name);
          if (local === 'p') marker?.openParagraph(name);
        }
      },
      onclosetag(_name, isImplied) {
        if (isImplied && open.length > 0 && isOver) throw malformed('is cut off');
        const written = open.pop();
        const local = names.pop();
        if (written === null) dropped--;
        else if (written === '') {
          if (local === TEXT) inText--;
        } else if (written !== undefined) {
          if (marker && local === 'p') writeText(escaped(marker.closeParagraph()));
          endText();
          out.push(`</${written}>`);
        }
      },
      ontext(data) {
        if (dropped > 0 || data === '') return;
        // Between elements there is only white space; text outside `t` is that of other parts' elements.
        const text = escaped(withoutMarks(data));
        if (inText > 0) writeText(`${escaped(marker?.due() ?? '')}${text}`);
        else if (data.trim() !== '') out.push(text);
      },
    },
    { xmlMode: true },
  );
  let isOver = false;
  parser.write(text);
  isOver = true;
  parser.end();
  return { xml: out.join(''), cut };
}

/** `local` with the prefix of the nearest element that was written. */
function prefixed(open: readonly (string | null)[], local: string): string {
  const name = open.findLast((written) => written) ?? '';
  const colon = name.indexOf(':');
  return colon < 0 ? local : `${name.slice(0, colon)}:${local}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(attributes: Record<string, string>): string {
  let text = '';
  for (const [key, value] of Object.entries(attributes).slice(0, MOST_ATTRIBUTES)) {
    if (!/^[A-Za-z_][\w.-]{0,80}(?::[A-Za-z_][\w.-]{0,80})?$/.test(key)) continue;
    text += ` ${key}="${escaped(value.slice(0, LONGEST_ATTRIBUTE)).replaceAll('"', '&quot;')}"`;
  }
  return text;
}

/** Text as XML, without the characters that XML forbids. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
