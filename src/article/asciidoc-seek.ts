/** Looking ahead in a string without looking at any part of it twice. */

/** The next place at or after `from`, which may not go back, where what is sought stands; -1 for none. */
export type Seeker = (from: number) => number;

/** Seeks `what`. All calls together take time linear in `text`. */
export function seeker(text: string, what: string): Seeker {
  let next = -2;
  return (from) => {
    if (next === -1 || next >= from) return next;
    next = text.indexOf(what, from);
    return next;
  };
}

/** Seeks `mark` where `holds`. All calls together take time linear in `text`. */
export function seekerWhere(text: string, mark: string, holds: (at: number) => boolean): Seeker {
  let next = -2;
  return (from) => {
    if (next === -1 || next >= from) return next;
    next = text.indexOf(mark, from);
    while (next >= 0 && !holds(next)) next = text.indexOf(mark, next + 1);
    return next;
  };
}

/** The closing bracket of each opening one, where it has one; brackets after a backslash are none. */
export function brackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  if (!text.includes('[')) return pairs;
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 91) open.push(at);
    else if (unit === 93) {
      const from = open.pop();
      if (from !== undefined) pairs.set(from, at);
    }
  }
  return pairs;
}
