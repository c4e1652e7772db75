/** Who wrote an article, as pages and files write it. */

/** Longest byline, in characters; longer ones are biographies. */
const LONGEST = 200;
/** What programs put where a name belongs. */
const NO_NAME =
  /^(?:admin(?:istrator)?|author|unknown|anonymous|none|null|undefined|n\/a|user|owner|guest|webmaster|editor|microsoft office user|microsoft|python-docx|openxml|root|default|apache poi|pdf ?creator)$/i;
const LEAD =
  /^(?:(?:written|words|story|reported|posted|published|text|report|analysis|opinion)\s{1,3})?by\b\s{0,3}[:—–-]?\s{0,3}/i;

/**
 * The names in a byline: white space made single, "By" and "Written by" off, what follows a stroke off ("| Reuters");
 * names in quotation marks or square brackets bare. Null for addresses, for what only programs call themselves, for
 * nothing, and for more than 200 characters.
 */
export function cleanByline(value: string): string | null {
  const text = value
    .slice(0, 2 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim();
  const names = bare(text.replace(LEAD, '').split(/\s?[|•·]\s?|\s[–—]\s/, 1)[0]!).trim();
  const list = names.replace(/^[\s,;:]+/, '').replace(/[\s,;:]+$/, '');
  if (list === '' || list.length > LONGEST || NO_NAME.test(list)) return null;
  if (/^https?:|^www\.|^@|[<>{}]|\S@\S/i.test(list) || !/\p{L}{2}/u.test(list)) return null;
  return list;
}

/** `["A", "B"]` and `"A"` as `A, B` and `A`. */
function bare(text: string): string {
  if (!/^[[("'].*[\])"']$/.test(text)) return text;
  return text.replace(/^[[(]|[\])]$/g, '').replace(/["']/g, (mark, at, all) => (isInner(all, at) ? mark : ''));
}

/** Whether the mark at `at` stands between letters, as in O'Hara. */
function isInner(text: string, at: number): boolean {
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '');
}
