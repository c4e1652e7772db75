/** Long rows of numbers as one file, so that a start of the program reads them as they are. Little-endian. */

/** Where a row stands in the file, in bytes, and how many numbers it has. */
export interface Place {
  at: number;
  length: number;
}

/** Rows behind each other, each at a multiple of four bytes. */
export function joinRows(rows: readonly (Int32Array | Int8Array)[]): {
  bytes: Uint8Array;
  places: Place[];
} {
  const places: Place[] = [];
  let size = 0;
  for (const row of rows) {
    places.push({ at: size, length: row.length });
    size += Math.ceil(row.byteLength / 4) * 4;
  }
  const bytes = new Uint8Array(size);
  for (const [i, row] of rows.entries())
    bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), places[i]!.at);
  return { bytes, places };
}

/** Gives the rows of a file back, without copying them: `bytes` must begin at a multiple of four. */
export function rowsOf(bytes: ArrayBufferLike, offset: number) {
  return {
    int32: ({ at, length }: Place): Int32Array => new Int32Array(bytes, offset + at, length),
    int8: ({ at, length }: Place): Int8Array => new Int8Array(bytes, offset + at, length),
  };
}
