/**
 * Makes text from articles and messages safe to print. Each function is linear in its input and never makes
 * two different control characters look like article text.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text for a terminal: escape sequences, other control characters and marks that reverse the reading
 * direction become a visible `\u{1b}`; tabs become a space; line breaks stay.
 */
export function forTerminal(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(LONE_SURROGATE, '\uFFFD');
}

/** One line for a terminal: as `forTerminal`, with every run of white space made one space. */
export function oneLine(text: string): string {
  return forTerminal(text).replace(/\s+/g, ' ').trim();
}

/**
 * One CSV cell (RFC 4180). A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`,
 * `@`, a tab or a carriage return) gets a leading apostrophe; numbers are left as they are.
 */
export function forCsv(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Text inside a Markdown paragraph, list item or table cell, on one line: nothing in it acts as markup, as
 * HTML or as an address that a renderer would make a link of.
 */
export function forMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]#+!|~>]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-=])/, '\\$1')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replaceAll('@', '&#64;');
}
