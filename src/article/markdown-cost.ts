/** Tells in advance whether parsing a Markdown file would take out of all proportion. */

/** Largest file parsed, in characters; the parser reads about 700,000 characters of ordinary prose a second. */
const LONGEST = 1_000_000;
/** Most marks in a file: list items, the dearest, take 80 microseconds each. */
const MOST_MARKS = 60_000;
/** Most work on marks that the parser compares with one another: 1e8 comparisons take about a second. */
const MOST_PAIRS = 1e8;
/** Deepest nesting of quotes and lists; the parser's stack gives out at about a thousand. */
const DEEPEST = 100;

const NEWLINE = 10;

/**
 * Why `text` is not to be parsed as Markdown, in words, or null when it may be. The parser's work grows with the
 * square of the marks (brackets, asterisks, pipes…) in one stretch of lines that no blank line interrupts; what
 * people write stays far below the bounds.
 */
export function tooCostly(text: string): string | null {
  if (text.length > LONGEST) return 'it is longer than 1,000,000 characters';
  let all = 0;
  let pairs = 0;
  let here = 0;
  let blank = true;
  let leading = 0;
  let atStart = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === NEWLINE) {
      if (blank) here = 0;
      blank = true;
      atStart = true;
      leading = 0;
      continue;
    }
    if (unit > 32) blank = false;
    const marks = isMark(unit);
    if (marks) {
      all++;
      here++;
      pairs += here;
    }
    if (atStart && isContainer(unit)) leading++;
    else if (unit > 32) atStart = false;
    if (leading > DEEPEST) return 'its quotes or lists are nested too deeply';
    if (all > MOST_MARKS || pairs > MOST_PAIRS) return 'it has too many marks';
  }
  return null;
}

function isMark(unit: number): boolean {
  // ! & ( * + - : < > [ ] _ ` | ~ and @ of addresses.
  return '!&(*+-<>[]_`|~@'.includes(String.fromCharCode(unit));
}

function isContainer(unit: number): boolean {
  return unit === 0x3e || unit === 0x2d || unit === 0x2a || unit === 0x2b;
}
