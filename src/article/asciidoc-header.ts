/** The header of an AsciiDoc file: title, authors, revision, attributes. */
import type { ArticleMeta, Span } from '../model.ts';
import { type Attributes, attributes } from './asciidoc-attributes.ts';
import {
  ATTRIBUTE,
  delimiterOf,
  isComment,
  isUnderline,
  linesOf,
  PREPROCESSOR,
  sectionMark,
} from './asciidoc-lines.ts';
import { cleanByline } from './byline.ts';
import { frontMatterLength, frontMatterMeta } from './front-matter.ts';
import { isoDate } from './publication-date.ts';

export interface AsciidocHeader {
  /** All lines of the file behind its front matter, and the index of the first that is none of the header's. */
  lines: Span[];
  body: number;
  title: Span | null;
  attributes: Attributes;
}

/** A header is short; the rest of a file that goes on and on without a blank line is text. In lines. */
const LONGEST = 500;
const NAME = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.'’-]*`;
/** One to four names, perhaps with an address, perhaps several people. */
const AUTHOR = new RegExp(`^${NAME}(?: +${NAME}){0,3}(?: +<[^<>]{1,300}>)?$`, 'u');
const REVISION = /^v?\d/;

/** Reads the header. Linear in the length of the file, as all its lines are found. */
export function readHeader(file: string): AsciidocHeader {
  const front = frontMatterLength(file);
  const lines = linesOf(file, front);
  const known = attributes();
  let title: Span | null = null;
  let at = 0;
  const textOf = (index: number): string => file.slice(lines[index]?.start ?? 0, lines[index]?.end ?? 0);
  const most = Math.min(lines.length, LONGEST);
  for (; at < most; at++) {
    const line = textOf(at);
    if (line === '' && title !== null) break;
    if (line === '' || isComment(line) || PREPROCESSOR.test(line)) continue;
    if (/^\/{4,}$/.test(line)) {
      const close = skipTo(line, at + 1, most, textOf);
      if (close === null) break;
      at = close;
      continue;
    }
    const entry = ATTRIBUTE.exec(line);
    if (entry) {
      at = readAttribute(entry, at, textOf, known);
      continue;
    }
    if (title === null) {
      title = titleAt(at, lines, textOf);
      if (title === null) break;
      if (sectionMark(line) === 0) at++;
      known.set('doctitle', file.slice(title.start, title.end));
      if (isAuthors(textOf(at + 1))) at = readAuthors(at + 1, textOf, known);
      continue;
    }
    break;
  }
  return { lines, body: at, title, attributes: known };
}

/** `= Title`, or a line with equals signs below. */
function titleAt(at: number, lines: readonly Span[], textOf: (index: number) => string): Span | null {
  const line = textOf(at);
  const { start, end } = lines[at]!;
  if (/^[=#][ \t]/.test(line)) return { start: start + sectionMark(line), end };
  const next = textOf(at + 1);
  return next.startsWith('=') && delimiterOf(line) === null && isUnderline(next, line) ? { start, end } : null;
}

/** Sets what an attribute line says, with the lines that it goes on over; gives the index of its last line. */
export function readAttribute(
  entry: RegExpExecArray,
  at: number,
  textOf: (index: number) => string,
  known: Attributes | null,
): number {
  const [, before, name, after, first = ''] = entry;
  let value = first;
  let last = at;
  while (/ [\\+]$/.test(value) && textOf(last + 1) !== '' && last - at < LONGEST) {
    last++;
    value = value.length > 1000 ? value : `${value.slice(0, -1).trimEnd()} ${textOf(last).trim()}`;
  }
  if (before || after) known?.unset(name!);
  else known?.set(name!, value);
  return last;
}

const isAuthors = (line: string): boolean =>
  line.length > 0 && line.length < 500 && line.split(/; */).every((one) => one === '' || AUTHOR.test(one));

/** The line of authors and that of the revision; gives the index of the last of them. */
function readAuthors(at: number, textOf: (index: number) => string, known: Attributes): number {
  const names = textOf(at)
    .split(/; */)
    .map((one) =>
      one
        .replace(/ *<[^<>]*>$/, '')
        .replaceAll('_', ' ')
        .trim(),
    )
    .filter((one) => one !== '');
  known.set('author', names[0] ?? '');
  known.set('authors', names.join(', '));
  const line = textOf(at + 1);
  if (!REVISION.test(line) || ATTRIBUTE.test(line)) return at;
  const [, number, date] = /^(?:v?([^,:]{1,50}),? ?)?([^:]{0,100})/.exec(line) ?? [];
  if (number && /\d/.test(number) && isoDate(number) === null) known.set('revnumber', number.replace(/^\D+/, ''));
  const revised = [date, number, line.split(':')[0]].find((one) => one && isoDate(one.trim()) !== null);
  if (revised) known.set('revdate', revised.trim());
  return at + 1;
}

function skipTo(delimiter: string, from: number, most: number, textOf: (index: number) => string): number | null {
  for (let at = from; at < most; at++) if (textOf(at) === delimiter) return at;
  return null;
}

/** What the header, or front matter before it, states of the article; the title as it is written. */
export function headerMeta(file: string, { attributes: known, title }: AsciidocHeader): Partial<ArticleMeta> {
  const front = frontMatterMeta(file);
  const byline = known.get('authors') ?? known.get('author');
  const date = known.get('revdate') ?? known.get('date') ?? known.get('docdate');
  return {
    title: front.title ?? (title ? file.slice(title.start, title.end) : (known.get('title') ?? null)),
    url: front.url ?? known.get('url') ?? null,
    outlet: front.outlet ?? known.get('outlet') ?? known.get('publication') ?? null,
    country: front.country ?? null,
    language: front.language ?? known.get('lang') ?? null,
    byline: front.byline ?? (byline ? cleanByline(byline) : null),
    publishedAt: front.publishedAt ?? (date ? isoDate(date) : null),
  };
}
