/** Month names and their short forms. */

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...[
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].map((name, i): [string, number] => [name, i + 1]),
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i): [string, number] => [
    name,
    i < 4 ? i + 1 : i + 2,
  ]),
  ['sept', 9],
  ['febuary', 2],
]);

/** First letters of the names: one look-up passes most words. */
const FIRST = new Uint8Array(128);
for (const name of MONTHS.keys()) FIRST[name.charCodeAt(0)] = FIRST[name.charCodeAt(0) - 32] = 1;

/** The month that `text.slice(start, end)` names, in any case, or 0. */
export function monthNamed(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (end - start < 3 || end - start > 9 || code > 127 || FIRST[code] === 0) return 0;
  return MONTHS.get(text.slice(start, end).toLowerCase()) ?? 0;
}
