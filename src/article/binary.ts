/** Tells data that is no text from text, by its first bytes and by its control characters. */

const MAGIC: [string, number[]][] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip data', [0x1f, 0x8b, 0x08]],
  ['Zstandard data', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** What kind of binary file `bytes` begins like, in words, or null. */
export function magicOf(bytes: Uint8Array): string | null {
  for (const [name, magic] of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) return name;
  }
  return null;
}

/** Share of control characters (all but tab, line feed, form feed, carriage return and escape) in `bytes`, 0 to 1. */
export function controlShare(bytes: Uint8Array): number {
  if (bytes.length === 0) return 0;
  let controls = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 ? (byte < 9 || byte > 13 || byte === 11) && byte !== 27 : byte === 127) controls++;
  }
  return controls / bytes.length;
}
