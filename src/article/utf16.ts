/** Recognises UTF-16 that has no byte order mark. */

/** Bytes looked at; enough for any real text, little enough for files of any size. */
const SAMPLE = 8192;
/** Share of code units that must look like text in the better order; real text reaches 0.99. */
const ENOUGH = 0.95;
/** What the other order may reach at most; English reaches 0, Chinese about 0.6. */
const TOO_MUCH = 0.7;

/**
 * `utf-16le` or `utf-16be` when `bytes` reads as text in that order and not in the other, else null. Knows
 * Latin, Cyrillic, Greek, kana and Chinese characters as text; needs at least four code units.
 */
export function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8 || bytes.length % 2 !== 0) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i < length; i += 2) {
    if (isText(bytes[i]! | (bytes[i + 1]! << 8))) little++;
    if (isText((bytes[i]! << 8) | bytes[i + 1]!)) big++;
  }
  const units = length / 2;
  if (little / units >= ENOUGH && big / units <= TOO_MUCH) return 'utf-16le';
  if (big / units >= ENOUGH && little / units <= TOO_MUCH) return 'utf-16be';
  return null;
}

/** Whether a UTF-16 code unit is one that texts in the known scripts are made of. */
function isText(unit: number): boolean {
  // Latin letters in the wrong order are Chinese characters; of those that look so only U+4E00 is common.
  if ((unit & 0xff) === 0) return false;
  if (unit < 0x0530) return unit >= 0x20 ? unit !== 0x7f : unit === 9 || unit === 10 || unit === 13;
  if (unit >= 0x2010 && unit <= 0x206f) return true;
  if (unit >= 0x3000 && unit <= 0x30ff) return true;
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  return unit >= 0xff00 && unit <= 0xffef;
}
