/** The words that numbers are made of. */

/** How a word combines: units stand after tens, tens after hundreds, scales multiply. */
export type Rank = 'unit' | 'teen' | 'tens' | 'hundred' | 'scale';
export interface NumberWord {
  rank: Rank;
  value: number;
}

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNIT_ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const ODD_TEEN_ORDINALS: Record<string, string> = { twelve: 'twelfth' };

/** Words that multiply; the plural counts only after a number ("17 millions"). */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

function entries(words: string[], rank: Rank, value: (i: number) => number): [string, NumberWord][] {
  return words.map((word, i) => [word, { rank, value: value(i) }]);
}

/** Cardinal words. "zero" is left out: it denies rather than counts. */
export const CARDINALS: ReadonlyMap<string, NumberWord> = new Map([
  ...entries(UNITS, 'unit', (i) => i + 1),
  ...entries(TEENS, 'teen', (i) => i + 10),
  ...entries(TENS, 'tens', (i) => (i + 2) * 10),
  ...entries(['fourty'], 'tens', () => 40),
  ...entries(['hundred'], 'hundred', () => 100),
  ...[...SCALES].filter(([w]) => w.length > 3).map(([w, v]): [string, NumberWord] => [w, { rank: 'scale', value: v }]),
]);

/** Ordinal words, ranked as the cardinals they come from. */
export const ORDINALS: ReadonlyMap<string, NumberWord> = new Map([
  ...entries(UNIT_ORDINALS, 'unit', (i) => i + 1),
  ...entries(
    TEENS.map((w) => ODD_TEEN_ORDINALS[w] ?? `${w}th`),
    'teen',
    (i) => i + 10,
  ),
  ...entries(
    TENS.map((w) => `${w.slice(0, -1)}ieth`),
    'tens',
    (i) => (i + 2) * 10,
  ),
  ...entries(['hundredth'], 'hundred', () => 100),
  ...entries(['thousandth'], 'scale', () => 1e3),
  ...entries(['millionth'], 'scale', () => 1e6),
]);

/** Denominators of fractions: singular ("a third of", "one fifth") and plural ("two thirds"). */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['quarter', 4],
  ...[...ORDINALS].filter(([, o]) => o.value >= 3 && o.value <= 20).map(([w, o]): [string, number] => [w, o.value]),
]);
export const PLURAL_DENOMINATORS: ReadonlyMap<string, number> = new Map(
  [...DENOMINATORS].filter(([w]) => w !== 'half').map(([w, d]): [string, number] => [`${w}s`, d]),
);

/** "fortyish" and its like. */
export const ISH_WORDS: ReadonlyMap<string, number> = new Map(
  [...CARDINALS]
    .filter(([, c]) => c.rank === 'teen' || c.rank === 'tens')
    .map(([w, c]): [string, number] => [`${w}ish`, c.value]),
);

/** Plural words of vague number: smallest and largest count they are used for. */
export const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['tens', [20, 99]],
  ['dozens', [24, 99]],
  ['scores', [40, 199]],
  ['hundreds', [200, 999]],
  ['thousands', [2e3, 99_999]],
  ['millions', [2e6, 999e6]],
  ['billions', [2e9, 999e9]],
  ['trillions', [2e12, 999e12]],
]);

const OTHERS = ['dozen', 'half', 'quarter', 'couple', 'pair', 'several', 'few', 'handful', 'single', 'lone', 'sole'];

/** Every word at which a number may start. */
export const ANCHORS: ReadonlySet<string> = new Set([
  ...CARDINALS.keys(),
  ...ORDINALS.keys(),
  ...ISH_WORDS.keys(),
  ...VAGUE.keys(),
  ...OTHERS,
]);

/** First letter, last letter and length of the anchors, so that most words are passed without slicing. */
const SHAPES = new Uint8Array(26 * 26 * 16);
function shape(first: number, last: number, length: number): number {
  return (((first | 32) - 97) * 26 + ((last | 32) - 97)) * 16 + length;
}
for (const word of ANCHORS) SHAPES[shape(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;

/** Whether the word `text.slice(start, end)` could be an anchor; false for most words, at the cost of two look-ups. */
export function mayBeAnchor(text: string, start: number, end: number): boolean {
  if (end - start > 15) return false;
  return SHAPES[shape(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)] === 1;
}
