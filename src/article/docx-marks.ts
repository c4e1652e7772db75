/**
 * Marks that ride along in a document's text through the parser, which itself forgets runs, numbers of paragraphs and
 * what comments are anchored to. They stand between two characters that Unicode keeps for a program's own use; a
 * document's own such characters are taken out first.
 */

/** Before and behind each mark. */
export const MARK = '\ufdd0';
export const MARK_END = '\ufdd1';

/** Longest id of a comment; Word counts them from 0. */
const LONGEST_ID = 12;

/** Elements that say where comments stand, and the letters of their marks: start, end, and the comment's own sign. */
const COMMENT_MARKS: Record<string, string> = {
  commentRangeStart: 's',
  commentRangeEnd: 'e',
  commentReference: 'c',
};

interface OpenParagraph {
  /** From 1; a paragraph in a text box has the number of the one that the box hangs on. */
  number: number;
  prefix: string;
  run: number;
  /** The place that was last marked in it. */
  marked: string;
}

/** Follows a document's elements and says which marks are due before what is written next. */
export interface DocxMarker {
  openParagraph(name: string): void;
  openRun(name: string): void;
  /** Notes the mark of a comment; false for any other element. */
  comment(local: string, attributes: Record<string, string>): boolean;
  /** What is to be written before text or what shows as text. */
  due(): string;
  /** What is to be written before the end of the paragraph. */
  closeParagraph(): string;
}

/** A marker for the main part of one document. Paragraphs count from 1 in the order of the part, empty ones too. */
export function docxMarker(): DocxMarker {
  const open: OpenParagraph[] = [];
  let paragraphs = 0;
  let pending = '';
  const take = (): string => {
    const marks = pending;
    pending = '';
    return marks;
  };
  return {
    openParagraph(name) {
      const outer = open.at(-1);
      if (!outer) paragraphs++;
      open.push({ number: paragraphs, prefix: name.slice(0, -1), run: outer?.run ?? 0, marked: '' });
    },
    openRun(name) {
      const paragraph = open.at(-1);
      // Formulas have runs of their own kind.
      if (paragraph && name === `${paragraph.prefix}r`) paragraph.run++;
    },
    comment(local, attributes) {
      const letter = COMMENT_MARKS[local];
      if (letter === undefined) return false;
      const key = Object.keys(attributes).find((name) => /(?:^|:)id$/.test(name));
      const id = key ? attributes[key]! : '';
      if (id !== '' && id.length <= LONGEST_ID && !id.includes(MARK_END)) pending += `${MARK}${letter}${id}${MARK_END}`;
      return true;
    },
    due() {
      const paragraph = open.at(-1);
      if (!paragraph) return '';
      const place = `${paragraph.number}.${paragraph.run}`;
      if (paragraph.marked === place) return take();
      paragraph.marked = place;
      return `${take()}${MARK}${place}${MARK_END}`;
    },
    closeParagraph() {
      open.pop();
      return take();
    },
  };
}

/** `text` without the characters that marks are made of. */
export function withoutMarks(text: string): string {
  return /[\ufdd0\ufdd1]/.test(text) ? text.replace(/[\ufdd0\ufdd1]/g, '') : text;
}

/** Cuts text at its marks, which are given without the characters around them. Linear. */
export function* marksIn(value: string): Generator<{ mark: string } | { text: string }> {
  let at = 0;
  for (let from = value.indexOf(MARK); from >= 0; from = value.indexOf(MARK, at)) {
    if (from > at) yield { text: value.slice(at, from) };
    const end = value.indexOf(MARK_END, from);
    if (end < 0) return;
    yield { mark: value.slice(from + 1, end) };
    at = end + 1;
  }
  if (at < value.length) yield { text: value.slice(at) };
}
