/** Git ends lines at line feeds alone; the program, as editors do, at a lone carriage return too. */
import { type ChangedLines, changedLines } from './changed-lines.ts';

const [NUL, LF, CR] = [0, 10, 13];

/** `lines`, as git counts them in `content`, in the lines that editors show. Takes time linear in the content. */
export function inTextLines(lines: ChangedLines, content: Buffer): ChangedLines {
  // Other encodings than those that contain ASCII have bytes that only look like returns.
  if (lines.whole || !content.includes(CR) || content.includes(NUL)) return lines;
  const before = returnsBefore(content);
  const total = before.at(-1)!;
  if (total === 0) return lines;
  /** How many lone returns stand before the end of git's line. */
  const upTo = (line: number): number => before[line] ?? total;
  return changedLines(
    lines.ranges.map(({ first, last }) => ({ first: first + upTo(first - 1), last: last + upTo(last) })),
    lines.cuts.map((line) => line + upTo(line)),
  );
}

/** At index n: how many lone returns the first n lines hold, as git counts lines. */
function returnsBefore(content: Buffer): number[] {
  const before = [0];
  let returns = 0;
  let next = content.indexOf(CR);
  for (let at = 0; at < content.length; ) {
    const found = content.indexOf(LF, at);
    const end = found === -1 ? content.length : found;
    for (; next !== -1 && next < end; next = content.indexOf(CR, next + 1)) if (content[next + 1] !== LF) returns++;
    before.push(returns);
    at = end + 1;
  }
  return before;
}
