/** Joins lines, and the words that were broken between them. */

const BROKEN = /(\p{L}+)[-\u00ad\u2010]$/u;
/** They begin words far oftener than compounds: over-sight is broken oversight. */
const PREFIX =
  /^(?:over|under|out|with|up|down|in|on|off|fore|inter|after|back|not|some|any|every|there|where|him|her|your|them)$/;
const REST = /^(\p{Ll}+)/u;

/** The words of a document that stand unbroken within its lines: they tell which hyphens belong. */
export interface Words {
  whole: Set<string>;
  /** With a hyphen inside. */
  compounds: Set<string>;
}

/** Gathers the words of `lines`. */
export function wordsOf(lines: Iterable<string>): Words {
  const words: Words = { whole: new Set(), compounds: new Set() };
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*(?=[^\p{L}\u2010-]|$)/gu)) {
      const set = /[-\u2010]/.test(word) ? words.compounds : words.whole;
      set.add(word.replaceAll('\u2010', '-'));
    }
  }
  return words;
}

/**
 * The lines as one text. A word broken by a hyphen at the end of a line is put together; the hyphen stays where
 * the document has the word with it elsewhere, where either part of it is capitalised, or where it has both parts but never the
 * whole.
 */
export function joinLines(lines: readonly string[], words: Words): string {
  const parts: string[] = [];
  for (const line of lines) {
    const next = line.trim();
    const last = parts.at(-1);
    if (next === '') continue;
    if (last === undefined) {
      parts.push(next);
      continue;
    }
    const broken = BROKEN.exec(last.slice(-100));
    const rest = broken ? REST.exec(next.slice(0, 100)) : null;
    if (!broken) parts.push(/\S[-\u2010\u2013\u2014]$/.test(last.slice(-2)) ? '' : ' ');
    else if (rest) parts[parts.length - 1] = last.slice(0, -1) + (isCompound(broken[1]!, rest[1]!, words) ? '-' : '');
    parts.push(next);
  }
  return parts.join('').replaceAll('\u00ad', '');
}

function isCompound(first: string, second: string, words: Words): boolean {
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (words.compounds.has(`${a}-${b}`)) return true;
  if (words.whole.has(a + b)) return false;
  return !PREFIX.test(a) && a.length > 2 && b.length > 2 && words.whole.has(a) && words.whole.has(b);
}
