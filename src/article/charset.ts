/** Finds the encoding that a header or a page declares. */

/** What labels stand for (WHATWG: the Latin-1 family is read as windows-1252, the GB family as GB18030). */
const ALIASES: Record<string, string> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
};

/** The canonical lower-case name of an encoding label; labels that are not known come back in lower case. */
export function canonicalCharset(label: string): string {
  const name = label.trim().toLowerCase();
  return ALIASES[name] ?? name;
}

/** The charset of a Content-Type header, canonical, or null. */
export function headerCharset(contentType: string | null | undefined): string | null {
  const found = contentType?.slice(0, 1000).match(/charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i);
  return found ? canonicalCharset(found[1]!) : null;
}

/**
 * The charset a page declares in its first 4 kB (`<meta charset>`, `http-equiv`, XML declaration), canonical,
 * or null. UTF-16 cannot be declared that way (the declaration would not be readable): it counts as UTF-8.
 */
export function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const found = head.match(/<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i);
  if (!found) return null;
  const name = canonicalCharset(found[1]!);
  return name.startsWith('utf-16') ? 'utf-8' : name;
}
