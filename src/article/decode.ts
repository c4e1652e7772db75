/** Bytes to text: which encoding, and what could not be read. */
import { isUtf8 } from 'node:buffer';
import { ExtractError } from '../errors.ts';
import { controlShare, magicOf } from './binary.ts';
import { headerCharset, metaCharset } from './charset.ts';
import { sniffUtf16 } from './utf16.ts';

/** Text with the encoding it came in. `replaced` counts U+FFFD that decoding put in for what it could not read. */
export interface Decoded {
  text: string;
  /** Lower-case name, such as `utf-8`, `utf-16le`, `windows-1252`, `gb18030`. */
  encoding: string;
  replaced: number;
}

/** What is known beside the bytes: a Content-Type header, and whether they are a page. */
export interface DecodeHints {
  contentType?: string | null | undefined;
  html?: boolean | undefined;
}

/** Share of control characters above which bytes are no text; prose has none, damaged text a few. */
const MOST_CONTROLS = 0.02;
/** Share of NUL bytes that a page may have by accident; browsers read on too. */
const MOST_NULS_IN_HTML = 0.001;

/**
 * Decodes an article's bytes. Order: byte order mark, header, declaration in the page, UTF-16 without a mark,
 * valid UTF-8, detection. A declaration that the bytes contradict is passed over: valid UTF-8 with characters
 * beyond ASCII is UTF-8 whatever was declared, and declared UTF-8 that mostly is none goes to detection. What
 * still cannot be read becomes U+FFFD and is counted. The mark itself is not part of the text.
 * @throws ExtractError with code `binary` when the bytes are no text.
 */
export async function decodeBytes(bytes: Uint8Array, hints: DecodeHints = {}): Promise<Decoded> {
  const kind = magicOf(bytes);
  if (kind) throw binary(`is ${kind}, not text`);
  const marked = byMark(bytes);
  if (marked) return marked;
  if (bytes.includes(0)) {
    const wide = sniffUtf16(bytes);
    if (wide) return utf16(bytes, wide);
    if (!hints.html || controlShare(bytes) > MOST_NULS_IN_HTML) throw binary('is binary data, not text');
  }
  if (isUtf8(bytes)) {
    if (controlShare(bytes) > MOST_CONTROLS) throw binary('is binary data, not text');
    const declared = declaredCharset(bytes, hints);
    // Pure ASCII in an encoding that escapes out of ASCII is the one case where valid UTF-8 proves nothing.
    if (declared === 'iso-2022-jp' || declared === 'hz-gb-2312') return legacy(bytes, hints);
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', replaced: 0 };
  }
  if (controlShare(bytes) > MOST_CONTROLS) throw binary('is binary data, not text');
  return legacy(bytes, hints);
}

/** Decodes bytes that are neither marked nor valid UTF-8. */
async function legacy(bytes: Uint8Array, hints: DecodeHints): Promise<Decoded> {
  const { decodeLegacy, guessLegacy, isKnown } = await import('./legacy.ts');
  const declared = declaredCharset(bytes, hints);
  const wide = declared?.startsWith('utf-16') ? declared : sniffUtf16(bytes);
  if (wide === 'utf-16le' || wide === 'utf-16be') return utf16(bytes, wide);
  const damaged = new TextDecoder().decode(bytes);
  const { replaced, kept } = countReplaced(damaged, bytes);
  const trusted = declared !== null && declared !== 'utf-8' && isKnown(declared);
  const encoding = trusted ? declared : replaced > kept ? guessLegacy(bytes) : null;
  if (encoding === null) return { text: damaged, encoding: 'utf-8', replaced };
  const text = decodeLegacy(bytes, encoding);
  return { text, encoding, replaced: countChar(text) };
}

function declaredCharset(bytes: Uint8Array, hints: DecodeHints): string | null {
  return headerCharset(hints.contentType) ?? (hints.html ? metaCharset(bytes) : null);
}

/** Decodes by byte order mark, or null without one. */
function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be');
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return null;
  const rest = bytes.subarray(3);
  if (controlShare(rest) > MOST_CONTROLS) throw binary('is binary data, not text');
  const text = new TextDecoder().decode(bytes);
  return { text, encoding: 'utf-8', replaced: isUtf8(rest) ? 0 : countReplaced(text, rest).replaced };
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw binary('is binary data, not text');
  return { text, encoding, replaced: text.includes('\ufffd') ? countChar(text) : 0 };
}

/** How many U+FFFD decoding made, and how many characters beyond ASCII (U+FFFD of the file itself among them) it kept. */
function countReplaced(text: string, bytes: Uint8Array): { replaced: number; kept: number } {
  let own = 0;
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) own++;
  }
  let beyond = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) beyond++;
  const replaced = countChar(text) - own;
  return { replaced, kept: beyond - replaced };
}

function countChar(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0xfffd) count++;
  return count;
}

function binary(what: string): ExtractError {
  return new ExtractError('binary', what, null, 'give text, Markdown, HTML or JSONL in a text encoding');
}
