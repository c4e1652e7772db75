/** The quotation marks that `q` elements mean. */

/** A quotation mark before a `q` that its author has marked already. */
const MARKED = /["'“‘„‚«‹]$/;

/** Follows the `q` elements of a page. */
export interface QuoteMarks {
  /** The mark that an element opens with, given the text before it; '' where one stands there. */
  open(before: string): string;
  /** The mark that the innermost open element closes with. */
  close(): string;
}

/** Marks by nesting: double ones, single ones within, double ones within those. */
export function quoteMarks(): QuoteMarks {
  const closing: string[] = [];
  return {
    open(before) {
      const isMarked = MARKED.test(before.slice(-1));
      const isInner = closing.length % 2 === 1;
      closing.push(isMarked ? '' : isInner ? '’' : '”');
      return isMarked ? '' : isInner ? '‘' : '“';
    },
    close: () => closing.pop() ?? '',
  };
}
