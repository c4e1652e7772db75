/** Words in the case of those that they replace. */

/** Whether a text is in capitals: a headline that shouts. One word may be a short form, and tells nothing. */
export function inCapitals(text: string): boolean {
  return text.includes(' ') && /\p{Lu}\P{Ll}*\p{Lu}/u.test(text) && text === text.toUpperCase();
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `words` with a capital where `like` has one at its head. */
export function casedLike(words: string, like: string): string {
  const first = /\p{L}/u.exec(like)?.[0];
  return first !== undefined && like.startsWith(first) && first !== first.toLowerCase() ? upperFirst(words) : words;
}
