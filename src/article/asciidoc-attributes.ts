/** Attributes of an AsciiDoc document: what its header defines, and what every document has. */

/** Most attributes kept, longest value put into the text, and most text made of values in all, in characters. */
const MOST = 1000;
const LONGEST = 300;
const MOST_TEXT = 100_000;

const INTRINSIC: Record<string, string> = {
  empty: '',
  sp: ' ',
  nbsp: '\u00a0',
  zwsp: '',
  wj: '',
  apos: "'",
  quot: '"',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  plus: '+',
  brvbar: '¦',
  vbar: '|',
  amp: '&',
  lt: '<',
  gt: '>',
  startsb: '[',
  endsb: ']',
  caret: '^',
  asterisk: '*',
  tilde: '~',
  backslash: '\\',
  backtick: '`',
  'two-colons': '::',
  'two-semicolons': ';;',
};

/** The values of one document. Names are without regard to case. */
export interface Attributes {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  unset(name: string): void;
  /** The text that `{name}` stands for; null where it is left as it stands. */
  meant(name: string): string | null;
}

export function attributes(): Attributes {
  const values = new Map<string, string>();
  let left = MOST_TEXT;
  const meant = (name: string): string | null => {
    const value = values.get(name.toLowerCase()) ?? (Object.hasOwn(INTRINSIC, name) ? INTRINSIC[name] : undefined);
    if (value === undefined || value.length > LONGEST || value.length > left) return null;
    left -= value.length;
    return value;
  };
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (values.size >= MOST) return;
      // Values of values are known where they are defined before.
      const whole = value.slice(0, 2 * LONGEST).replace(/\{(\w[\w-]{0,80})\}/g, (as, inner) => meant(inner) ?? as);
      values.set(name.toLowerCase(), whole.trim());
    },
    unset: (name) => void values.delete(name.toLowerCase()),
    meant,
  };
}
