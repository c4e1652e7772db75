/** Data inside a page's script element. */

const UNSAFE: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON in which nothing can end the script element or a line of script: `<`, `>`, `&`, U+2028 and U+2029 are escaped. */
export const dataInScript = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => UNSAFE[character]!);
