/** Text from the corpus, made fit for a label. */

/** More of a name is never shown; also bounds the work on hostile names. */
const LONGEST = 300;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * One line of text that XML and HTML can hold: control characters, marks that reverse the reading direction and other
 * invisible characters become spaces, halves of characters U+FFFD; white space is folded; at most `longest` units (300).
 */
export function cleanText(text: string, longest = LONGEST): string {
  return text.slice(0, longest).replace(INVISIBLE, ' ').replace(LONE_SURROGATE, '\uFFFD').replace(/\s+/g, ' ').trim();
}
