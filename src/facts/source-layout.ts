/** A copy of a source document → its headings and paragraphs, as its layout shows them. Pure; linear in the text's length. */

export interface SourceBlock {
  /** 0-based number of the section it stands in; null for a heading, title, byline or revision line. */
  section: number | null;
  sentences: string[];
}

/** Closing quotes and brackets, which belong to the sentence they end. */
const CLOSERS = '"\'’”)]»';
/** A line of more words than this is no heading. */
const HEADING_WORDS = 12;

/**
 * Sentences of a paragraph: cut after `.`, `?` or `!` (with any closing quotes) where white space and then
 * something other than a lower-case letter follow. White space is collapsed to single spaces and trimmed.
 */
export function splitSentences(paragraph: string): string[] {
  const text = paragraph.replace(/\s+/g, ' ').trim();
  const sentences: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!'.?!'.includes(text[i]!)) continue;
    let end = i + 1;
    while (end < text.length && CLOSERS.includes(text[end]!)) end++;
    if (text[end] === ' ' && !/\p{Ll}/u.test(text[end + 1] ?? '')) {
      sentences.push(text.slice(start, end));
      start = end + 1;
    }
    i = end - 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

/** True for a title, byline, heading or revision line: one short line that is no more than one sentence, or ends in none. */
function isHeading(lines: readonly string[], sentences: readonly string[]): boolean {
  const [line] = lines;
  if (line === undefined || lines.length > 1 || line.split(' ').length > HEADING_WORDS) return false;
  return sentences.length === 1 || !/[.?!]["'\u2019\u201d)\]\u00bb]*$/.test(line);
}

/**
 * The blocks of a document, which stand between blank lines; a section begins after a heading, or after two blank
 * lines or more where it has none. A byte-order mark, CR LF and white space at line ends make no difference;
 * lines within a block are joined, so that a copy wrapped at any width reads the same.
 */
export function sourceBlocks(fileText: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let section = -1;
  let opened = true;
  let blanks = 0;
  let lines: string[] = [];
  const close = () => {
    if (lines.length === 0) return;
    const sentences = splitSentences(lines.join(' '));
    const heading = isHeading(lines, sentences);
    if (!heading && opened) section++;
    opened = heading;
    blocks.push({ section: heading ? null : section, sentences });
    lines = [];
  };
  for (const raw of fileText.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '') {
      close();
      if (++blanks >= 2) opened = true;
    } else {
      blanks = 0;
      lines.push(line);
    }
  }
  close();
  return blocks;
}
