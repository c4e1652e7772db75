/** Whether the quotes of a record are where the format has them. */

const QUOTE = 0x22;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Whether every quote in `record` opens a cell, closes one, or is doubled inside of one. A quote that was never
 * closed takes the lines after it into its cell up to the next quote, and that one then stands where none may.
 */
export function isWellQuoted(record: Buffer, delimiter: string): boolean {
  const between = delimiter.charCodeAt(0);
  const isEdge = (at: number): boolean =>
    at < 0 || at >= record.length || record[at] === between || record[at] === LINE_FEED || record[at] === RETURN;
  for (let open = record.indexOf(QUOTE); open !== -1; ) {
    if (!isEdge(open - 1)) return false;
    let close = record.indexOf(QUOTE, open + 1);
    while (close !== -1 && record[close + 1] === QUOTE) close = record.indexOf(QUOTE, close + 2);
    if (close === -1 || !isEdge(close + 1)) return false;
    open = record.indexOf(QUOTE, close + 1);
  }
  return true;
}
