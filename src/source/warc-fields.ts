/** Header fields of WARC records and of HTTP answers, read where they lie. */

const LINE_FEED = 10;
const COLON = 0x3a;

/** Names of fields that are wanted, in lower case. */
export type Names = readonly Buffer[];

/** Compiles the names of wanted fields. */
export function names(...wanted: string[]): Names {
  return wanted.map((name) => Buffer.from(name));
}

/** Where values begin and end, by the index of their name; one record is used for all, as there are many. */
const from = new Int32Array(8);
const to = new Int32Array(8);

/**
 * The values in the lines `start..end` of the fields `wanted`, at most eight, in their order: null for one that is
 * not there, the first of several. Continued lines are not joined.
 */
export function fields(bytes: Buffer, start: number, end: number, wanted: Names): (string | null)[] {
  from.fill(-1);
  for (let line = start; line < end; ) {
    let colon = line;
    while (colon < end && bytes[colon] !== COLON && bytes[colon] !== LINE_FEED) colon++;
    let feed = colon;
    while (feed < end && bytes[feed] !== LINE_FEED) feed++;
    const index = bytes[colon] === COLON ? nameAt(bytes, line, colon, wanted) : -1;
    if (index !== -1 && from[index] === -1) {
      from[index] = colon + 1;
      to[index] = feed;
    }
    line = feed + 1;
  }
  return wanted.map((_, i) => (from[i] === -1 ? null : bytes.toString('utf8', from[i], to[i]).trim()));
}

function nameAt(bytes: Buffer, start: number, end: number, wanted: Names): number {
  for (let index = 0; index < wanted.length; index++) {
    const name = wanted[index]!;
    if (name.length !== end - start) continue;
    let i = 0;
    while (i < name.length && (bytes[start + i]! | 0x20) === name[i]) i++;
    if (i === name.length) return index;
  }
  return -1;
}
