/** Makes number phrases whose meaning is known, the same ones for the same seed. */
import type { Quantity } from '../../src/model.ts';

export interface NumberPhrase extends Pick<Quantity, 'min' | 'max' | 'value' | 'kind' | 'unit'> {
  phrase: string;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

/** Mulberry32: small, seeded, good enough to vary phrases. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `n` (1 to 10^9) written out, with or without "and" after hundreds. */
export function spell(n: number, and: boolean): string {
  if (n < 20) return UNITS[n]!;
  if (n < 100) return TENS[Math.floor(n / 10)]! + (n % 10 ? `-${UNITS[n % 10]}` : '');
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (n < size) continue;
    const rest = n % size;
    const joint = rest > 0 && rest < 100 && and ? ' and ' : ' ';
    return `${spell(Math.floor(n / size), and)} ${name}${rest ? joint + spell(rest, and) : ''}`;
  }
  return '';
}

function ordinalWord(n: number): string {
  if (n < 20) return ORDINAL_UNITS[n]!;
  const tens = TENS[Math.floor(n / 10)]!;
  return n % 10 ? `${tens}-${ORDINAL_UNITS[n % 10]}` : `${tens.slice(0, -1)}ieth`;
}

function ordinalSuffix(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

function exact(phrase: string, value: number, unit: Quantity['unit'] = 'count'): NumberPhrase {
  return { phrase, value, min: value, max: value, kind: 'exact', unit };
}

/** Grouped digits: no bare four-digit number, which would be a year. */
function digits(n: number): string {
  return n.toLocaleString('en-US');
}

type Maker = (int: (lo: number, hi: number) => number, flip: () => boolean) => NumberPhrase;
const MAKERS: Maker[] = [
  (int, flip) => {
    // one alone is tested with the pronoun
    const n = int(2, flip() ? 200 : 1_000_000);
    return exact(spell(n, flip()), n);
  },
  (int, flip) => {
    const n = int(2, flip() ? 999 : 2_000_000_000);
    return exact(digits(n), n);
  },
  (int, flip) => {
    const [name, size] = (
      [
        ['million', 1e6],
        ['billion', 1e9],
        ['bn', 1e9],
        ['thousand', 1e3],
      ] as const
    )[int(0, 3)]!;
    const tenths = int(11, 9999);
    const n = Math.round((tenths * size) / 10);
    return exact(`${flip() ? (tenths / 10).toFixed(1) : tenths / 10} ${name}`, n);
  },
  (int) => {
    const n = int(2, 900);
    return exact(`${n}m`, n * 1e6);
  },
  (int, flip) => {
    const n = int(1, 1000) / 10;
    return exact(`${n}${flip() ? '%' : flip() ? ' percent' : ' per cent'}`, n, 'percent');
  },
  (int, flip) => {
    const n = int(2, 99);
    return exact(`${spell(n, false)} ${flip() ? 'percent' : 'per cent'}`, n, 'percent');
  },
  (int) => {
    const lo = int(2, 900);
    const hi = lo + int(1, 99);
    const phrase = [
      `${lo} to ${hi}`,
      `${lo}–${hi}`,
      `${lo}-${hi}`,
      `between ${lo} and ${hi}`,
      `${spell(lo, false)} to ${spell(hi, false)}`,
      `between ${spell(lo, true)} and ${spell(hi, true)}`,
    ][int(0, 5)]!;
    return { phrase, value: null, min: lo, max: hi, kind: 'range', unit: 'count' };
  },
  (int) => {
    const lo = int(2, 90);
    const hi = lo + int(1, 9);
    return {
      phrase: `${lo} to ${hi} million`,
      value: null,
      min: lo * 1e6,
      max: hi * 1e6,
      kind: 'range',
      unit: 'count',
    };
  },
  (int, flip) => {
    const whole = int(2, 99);
    const part = int(1, whole);
    const words = flip();
    const say = (n: number) => (words ? spell(n, false) : String(n));
    return exact(`${say(part)} out of ${say(whole)}`, (100 * part) / whole, 'percent');
  },
  (int, flip) => {
    const n = int(2, 99_999);
    const say = digits(n);
    return exact(
      [`$${say}`, `${say} yuan`, `RMB ${say}`, `€${say}`, `¥${say}`, `US$${say}`, `${say} dollars`][
        int(0, flip() ? 6 : 3)
      ]!,
      n,
      'currency',
    );
  },
  (int, flip) => {
    const n = int(3, 99);
    return exact(flip() ? ordinalSuffix(n) : ordinalWord(n), n, 'ordinal');
  },
  (int, flip) => {
    const n = int(2, 999);
    const said = flip() ? String(n) : spell(n, flip());
    const phrase = [`more than ${said}`, `over ${said}`, `above ${said}`, `exceeding ${said}`, `north of ${said}`][
      int(0, 4)
    ]!;
    return { phrase, value: n, min: n + 1, max: null, kind: 'over', unit: 'count' };
  },
  (int, flip) => {
    const n = int(2, 999);
    const said = flip() ? String(n) : spell(n, flip());
    const phrase = [
      `at least ${said}`,
      `no fewer than ${said}`,
      `${said}-plus`,
      `${said} or more`,
      `upwards of ${said}`,
    ][int(0, 4)]!;
    return { phrase, value: n, min: n, max: null, kind: 'over', unit: 'count' };
  },
  (int, flip) => {
    const n = int(2, 999);
    const said = flip() ? String(n) : spell(n, flip());
    const strict = flip();
    const phrase = (
      strict
        ? [`fewer than ${said}`, `less than ${said}`, `under ${said}`, `below ${said}`]
        : [`at most ${said}`, `up to ${said}`, `no more than ${said}`, `${said} or fewer`]
    )[int(0, 3)]!;
    return { phrase, value: n, min: null, max: strict ? n - 1 : n, kind: 'under', unit: 'count' };
  },
  (int) => {
    const n = int(2, 9);
    return exact(`${spell(n, false)} dozen`, 12 * n);
  },
];

/** `count` phrases, the kinds in turn. */
export function numberPhrases(count: number, seed: number): NumberPhrase[] {
  const random = seeded(seed);
  const int = (lo: number, hi: number) => lo + Math.floor(random() * (hi - lo + 1));
  const flip = () => random() < 0.5;
  return Array.from({ length: count }, (_, i) => MAKERS[i % MAKERS.length]!(int, flip));
}
