/** Writes small DOCX files. */
import { deflateRawSync } from 'node:zlib';

/** A part of an archive; what is not given is as it should be. */
export interface Part {
  path: string;
  data: string | Uint8Array;
  /** Written into both headers instead of the true flags. */
  flags?: number;
  /** Written into both headers instead of the true inflated size. */
  declared?: number;
  method?: number;
}

/** A zip archive of `parts`. */
export function zip(parts: Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, data, flags = 0, declared, method = 8 } of parts) {
    const name = Buffer.from(path);
    const raw = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? raw.length, 18);
    const lengths = Buffer.from([name.length & 255, name.length >> 8, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, lengths, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, lengths, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE = `xmlns:r="${RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;

/** A paragraph of `runs` (XML, or plain text) in the style of that id. */
export function p(runs: string, style?: string, extra = ''): string {
  const properties = style || extra ? `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${extra}</w:pPr>` : '';
  return `<w:p>${properties}${runs.startsWith('<') ? runs : r(runs)}</w:p>`;
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** The parts of a document with that body; `more` are added or put in the place of others of the same path. */
export function docxParts(body: string, more: Part[] = []): Part[] {
  const styles = [
    ['Title', 'Title'],
    ['Subtitle', 'Subtitle'],
    ['Heading1', 'heading 1'],
    ['Quote', 'Quote'],
    ['ListParagraph', 'List Paragraph'],
    ['TOC1', 'toc 1'],
  ].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`);
  const parts: Part[] = [
    {
      path: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { path: '_rels/.rels', data: rels([['officeDocument', 'word/document.xml']]) },
    {
      path: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document ${WORD} ${MORE}><w:body>${body}</w:body></w:document>`,
    },
    {
      path: 'word/_rels/document.xml.rels',
      data: rels([
        ['styles', 'styles.xml'],
        ['footnotes', 'footnotes.xml'],
        ['comments', 'comments.xml'],
      ]),
    },
    { path: 'word/styles.xml', data: `<w:styles ${WORD}>${styles.join('')}</w:styles>` },
  ];
  const replaced = new Set(more.map(({ path }) => path));
  return [...parts.filter(({ path }) => !replaced.has(path)), ...more];
}

function rels(targets: [string, string][]): string {
  const one = targets.map(
    ([type, target], i) => `<Relationship Id="r${i}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${one.join('')}</Relationships>`;
}

/** A DOCX file with that body. */
export function docx(body: string, more: Part[] = []): Uint8Array {
  return zip(docxParts(body, more));
}

export function footnotes(notes: Record<string, string>): Part {
  const one = Object.entries(notes).map(([id, text]) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`);
  return { path: 'word/footnotes.xml', data: `<w:footnotes ${WORD}>${one.join('')}</w:footnotes>` };
}

export function comments(text: string): Part {
  return commentsById({ 0: text });
}

export function commentsById(texts: Record<string, string>): Part {
  const one = Object.entries(texts).map(
    ([id, text]) => `<w:comment w:id="${id}" w:author="Reader">${p(text)}</w:comment>`,
  );
  return { path: 'word/comments.xml', data: `<w:comments ${WORD}>${one.join('')}</w:comments>` };
}

/** The part that says what the numbered list of id 1 looks like. */
export function numbering(): Part {
  const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>';
  const data = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
  return { path: 'word/numbering.xml', data };
}

/** The part with title, author and date of making. */
export function core(inner: string): Part {
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
  return { path: 'docProps/core.xml', data: `<cp:coreProperties ${spaces}>${inner}</cp:coreProperties>` };
}
