/** Finds where the characters of a parsed text node stand in its source. */

/** A stretch of a node's value and the file offset it stands at; null for what stands there in other characters. */
export interface Stretch {
  text: string;
  file: number | null;
}

/**
 * Walks `value`, as a Markdown parser gives it, along its source `file.slice(start, end)`, which may hold more:
 * backslashes before escaped characters, character references, marks and white space at the beginning of lines.
 * The stretches put together are `value`. Linear in the length of the source.
 */
export function alignText(value: string, file: string, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  let source = start;
  while (at < value.length) {
    const from = at;
    while (at < value.length && source < end && value[at] === file[source] && !isReference(value, at, file, source)) {
      at++;
      source++;
    }
    if (at > from) stretches.push({ text: value.slice(from, at), file: source - (at - from) });
    if (at === value.length) break;
    const reference = file[source] === '&' ? referenceLength(file, source, end) : 0;
    if (source >= end) {
      stretches.push({ text: value.slice(at), file: null });
      break;
    }
    if (reference > 0) {
      const length = value.codePointAt(at)! > 0xffff ? 2 : 1;
      stretches.push({ text: value.slice(at, at + length), file: null });
      at += length;
      source += reference;
    } else source++;
  }
  return stretches;
}

/** Whether an ampersand of the value comes from a reference ("&amp;") rather than from an ampersand. */
function isReference(value: string, at: number, file: string, source: number): boolean {
  return value[at] === '&' && file.startsWith('&amp;', source) && !value.startsWith('&amp;', at);
}

/** The length of the character reference at `at`, or 0. */
function referenceLength(file: string, at: number, end: number): number {
  const close = file.slice(at, Math.min(end, at + 40)).indexOf(';');
  return close > 1 ? close + 1 : 0;
}
