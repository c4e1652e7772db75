/** Counts along a line in UTF-16 units, characters and bytes. Pure. */
import type { Point } from './finding.ts';

/** A point of a text, and the offset it stands for. */
export interface LineAt {
  offset: number;
  point: Point;
}

/**
 * A function that gives the point of `offset` on the line of index `line`, which begins at `start`; it goes on from
 * `known` where that is on the same line and not behind `offset`.
 */
export function lineCounter(
  text: string,
): (line: number, start: number, offset: number, known: LineAt | null) => LineAt {
  return (line, start, offset, known) => {
    const goesOn = known !== null && known.point.line === line + 1 && known.offset <= offset;
    const between = text.slice(goesOn ? known.offset : start, offset);
    const { character, byte } = goesOn ? known.point : { character: 1, byte: 1 };
    const point = {
      line: line + 1,
      column: offset - start + 1,
      character: character + between.length - pairs(between),
      byte: byte + Buffer.byteLength(between, 'utf8'),
    };
    return { offset, point };
  };
}

/** The number of characters that take two UTF-16 units. */
export function pairs(text: string): number {
  let count = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800 || (text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) continue;
    count++;
    at++;
  }
  return count;
}
