/** Paths as git writes them in the lines of a diff. */

const ESCAPES: Record<string, string> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

/**
 * The path that `written` stands for: in double quotes with escapes as in C, or as it is. `written` holds a byte a
 * character (latin1); so does what comes back.
 */
export function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  return written.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    if (code >= '0' && code < '8') return String.fromCharCode(Number.parseInt(code, 8) & 255);
    return ESCAPES[code] ?? code;
  });
}

/** Bytes held a character each, as text. */
export function fromBytes(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
