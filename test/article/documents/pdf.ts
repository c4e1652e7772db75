/** Writes small PDF files with text in Helvetica. */
import { deflateSync } from 'node:zlib';

/** A line of text at a place, in points from the left and the bottom of the page. */
export function at(x: number, y: number, size: number, text: string): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
}

/** Lines one below the other from `y` on, `leading` points apart. */
export function column(x: number, y: number, size: number, lines: string[], leading = size * 1.2): string {
  return lines.map((line, i) => (line === '' ? '' : at(x, y - i * leading, size, line))).join('');
}

export interface PdfOptions {
  /** The document's information, as PDF writes it: `/Title (A) /Author (B)`. */
  info?: string;
  /** More for the trailer, and more objects by number. */
  trailer?: string;
  objects?: Record<number, string>;
  /** More for each page's dictionary. */
  page?: string;
}

/** A PDF file with a page for each of `contents`, their streams deflated. */
export function pdf(contents: (string | Uint8Array)[], options: PdfOptions = {}): Uint8Array {
  const objects = new Map<number, Buffer>();
  const add = (number: number, body: string | Buffer) => objects.set(number, Buffer.from(body));
  const kids = contents.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  add(1, '<< /Type /Catalog /Pages 2 0 R >>');
  add(2, `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`);
  add(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(4, `<< ${options.info ?? ''} >>`);
  for (const [i, content] of contents.entries()) {
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    add(
      10 + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${resources} ${options.page ?? ''} /Contents ${11 + 2 * i} 0 R >>`,
    );
    add(11 + 2 * i, stream(content));
  }
  for (const [number, body] of Object.entries(options.objects ?? {})) add(Number(number), body);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: [number, number][] = [];
  let length = parts[0]!.length;
  for (const [number, body] of objects) {
    offsets.push([number, length]);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(...objects.keys()) + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${options.trailer ?? ''} >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${table.join('')}${trailer}`));
  return Buffer.concat(parts);
}

/** A deflated stream object. */
export function stream(content: string | Uint8Array, more = ''): Buffer {
  const packed = deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}
