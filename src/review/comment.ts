/** A comment as it stands in a file, before anybody looks at what it says. */
export interface Comment {
  /** What stands between its marks. */
  content: string;
  /** UTF-16 offsets of the whole comment, marks included. */
  start: number;
  end: number;
  /** Why it cannot work where it stands, in words; null where it can. */
  problem: string | null;
}

const UNCLOSED = 'this comment does not end (it needs "-->")';

/** Whether `comment` is one that does not end. */
export const isUnclosed = (comment: Comment): boolean => comment.problem === UNCLOSED;

/** The `<!-- … -->` that begins at `start`; it takes in the rest of the file where nothing ends it. */
export function htmlComment(file: string, start: number): Comment {
  // The dashes of "<!-->" count at both ends.
  const close = file.indexOf('-->', start + 2);
  const end = close < 0 ? file.length : close + 3;
  const content = file.slice(Math.min(start + 4, end), close < 0 ? end : Math.max(start + 4, close));
  return { content, start, end, problem: close < 0 ? UNCLOSED : null };
}
