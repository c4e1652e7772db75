/** Where a comment goes that suppresses a finding, and what it says. Pure. */
import { frontMatterLength } from '../article/front-matter.ts';
import { lineIndex, lineTable } from '../article/position.ts';
import type { Span } from '../model.ts';
import { type DirectiveFormat, suppressionLine } from '../review/directive-syntax.ts';

export type Reach = 'next-line' | 'line' | 'file';

/** Text to put in at an offset of the file; `reason` is the part of it that the author is to write. */
export interface Insertion {
  at: number;
  before: string;
  reason: string;
  after: string;
}

/** Stands in the comment until the author has written a reason. */
const REASON = 'say why';

/** How far comments can reach in a format: AsciiDoc has none within a line. */
const REACHES: Record<DirectiveFormat, readonly Reach[]> = {
  markdown: ['next-line', 'line', 'file'],
  html: ['next-line', 'line', 'file'],
  text: ['next-line', 'line', 'file'],
  asciidoc: ['next-line', 'file'],
  docx: [],
};

/** The comments that suppress findings of `fact` (null: that no fact decides) at `claim`, each where it does the text no harm. */
export function suppressions(
  text: string,
  claim: Span,
  fact: string | null,
  format: DirectiveFormat,
): { reach: Reach; insertion: Insertion }[] {
  const page = pageOf(text);
  return REACHES[format].flatMap((reach) => {
    const place = placeOf(reach, page, claim, format);
    if (place === null) return [];
    const comment = suppressionLine(format, fact, REASON).replace(
      'scscheck-disable-next-line',
      `scscheck-disable-${reach}`,
    );
    const cut = comment.lastIndexOf(REASON);
    const before = place.before + comment.slice(0, cut);
    return [
      {
        reach,
        insertion: { at: place.at, before, reason: REASON, after: comment.slice(cut + REASON.length) + place.after },
      },
    ];
  });
}

interface Page {
  text: string;
  starts: Uint32Array;
  /** What ends its lines. */
  newline: string;
}

function pageOf(text: string): Page {
  const end = /\r\n|\n|\r/.exec(text.slice(0, 10_000))?.[0] ?? '\n';
  return { text, starts: lineTable(text), newline: end };
}

type Place = Pick<Insertion, 'at' | 'before' | 'after'> | null;

function placeOf(reach: Reach, page: Page, claim: Span, format: DirectiveFormat): Place {
  if (reach === 'file') return topOf(page, format);
  if (reach === 'next-line') return aboveClaim(page, claim, format);
  return behindLine(page, claim, format);
}

/** A line of its own at the top, behind front matter and what must stand first in a page. */
function topOf({ text, newline }: Page, format: DirectiveFormat): Place {
  const first = /^\s{0,100}<[?!](?!--)[^<>]{0,1000}>[ \t]{0,100}(?:\r\n|\n|\r)?/;
  const at =
    format === 'markdown' ? frontMatterLength(text) : format === 'html' ? (first.exec(text)?.[0].length ?? 0) : 0;
  const glued = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  // A paragraph right below a comment would be a part of it in Markdown.
  const gap = format === 'markdown' && !/^[ \t]*[\r\n]/.test(text.slice(at, at + 100)) ? newline : '';
  return { at, before: glued ? newline : '', after: newline + gap };
}

/** Lines looked back over for the beginning of a paragraph. */
const MOST_LINES = 200;

/**
 * A line above the claim's. In Markdown a comment parts the paragraph that it stands in, and a list or a quotation too: it
 * goes above the paragraph, or nowhere. It reaches to the paragraph's end.
 */
function aboveClaim(page: Page, claim: Span, format: DirectiveFormat): Place {
  const { text, starts, newline } = page;
  const line = lineIndex(starts, claim.start);
  let first = line;
  if (format === 'markdown') {
    while (first > 0 && line - first < MOST_LINES && lineAt(page, first - 1).trim() !== '') first--;
    if (!/^ {0,3}[^\s>|#*+\-~`<\d]/.test(lineAt(page, first)) && !/^#{1,6}\s/.test(lineAt(page, first))) return null;
  }
  const at = starts[first]!;
  if (format === 'html' && isInTag(text, at)) return null;
  const indent = /^[ \t]*/.exec(lineAt(page, first))![0];
  return { at: at + indent.length, before: '', after: newline + indent };
}

/** Behind the last line that the claim touches, within a row of a table before its last stroke. */
function behindLine(page: Page, claim: Span, format: DirectiveFormat): Place {
  const line = lineIndex(page.starts, Math.max(claim.start, claim.end - 1));
  const written = lineAt(page, line).trimEnd();
  const row = format === 'markdown' && /^\s*\|/.test(written) && written.endsWith('|');
  const at = page.starts[line]! + (row ? written.slice(0, -1).trimEnd().length : written.length);
  if (at < claim.end || (format === 'html' && isInTag(page.text, at))) return null;
  return { at, before: ' ', after: '' };
}

/** A line without its end. */
function lineAt({ text, starts }: Page, line: number): string {
  return text.slice(starts[line]!, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}

/** Whether `at` stands within a tag; looks back no further than the longest tag that anybody writes. */
function isInTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 10_000), at);
  return before.lastIndexOf('<') > before.lastIndexOf('>');
}
