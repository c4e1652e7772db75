/** Tells what stands between the cells of a table. */

const QUOTE = 0x22;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const TAB = 0x09;

/** The delimiter that the first line has most of outside of quotes; comma when it has none, or as many. */
export function delimiterOf(firstLine: Buffer): ',' | ';' | '\t' {
  let quoted = false;
  let [commas, semicolons, tabs] = [0, 0, 0];
  for (const byte of firstLine) {
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === COMMA) commas++;
    else if (byte === SEMICOLON) semicolons++;
    else if (byte === TAB) tabs++;
  }
  if (commas >= semicolons && commas >= tabs) return ',';
  return semicolons >= tabs ? ';' : '\t';
}
