/** Encodings other than UTF-8 and UTF-16. Loaded only when one is met. */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { canonicalCharset } from './charset.ts';

/** Bytes given to the detector; more does not change its mind. */
const SAMPLE = 16_384;
/** Below this confidence (0 to 100) the detector guesses. */
const SURE = 20;
/** Bytes that real windows-1252 text hardly has: the undefined five, signs of arithmetic, thorn and y-diaeresis. */
const ODD = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xd7, 0xf7, 0xfe, 0xff]);

/** Whether `decodeLegacy` knows the encoding. */
export function isKnown(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}

/** Decodes `bytes` in a known encoding; bytes without meaning become U+FFFD. */
export function decodeLegacy(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
}

/**
 * The encoding that `bytes`, which are no valid UTF-8, are most likely in; null when they look like UTF-8 with
 * damage rather than like any other encoding.
 */
export function guessLegacy(bytes: Uint8Array): string | null {
  const sample = sampleOf(bytes);
  for (const { name, confidence } of chardet.analyse(sample)) {
    if (confidence < SURE) break;
    const encoding = canonicalCharset(name);
    if (encoding === 'utf-8' || encoding.startsWith('utf-') || !iconv.encodingExists(encoding)) continue;
    if (encoding === 'windows-1252' && !looksLatin(sample)) return null;
    return encoding;
  }
  return null;
}

/** The stretches around bytes above ASCII, together at most `SAMPLE` long. */
function sampleOf(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (whole.length <= SAMPLE) return whole;
  const parts: Buffer[] = [];
  let size = 0;
  for (let i = 0; i < whole.length && size < SAMPLE; i++) {
    if (whole[i]! < 0x80) continue;
    const part = whole.subarray(Math.max(0, i - 64), i + 192);
    parts.push(part);
    size += part.length;
    i += 191;
  }
  return Buffer.concat(parts);
}

/** Whether most bytes above ASCII are quotation marks and dashes, or letters beside letters. */
function looksLatin(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    if (!ODD.has(byte) && (byte < 0xc0 || isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]))) good++;
    else bad++;
  }
  return good > bad;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte | 0x20) >= 0x61 ? (byte | 0x20) <= 0x7a : false);
}
