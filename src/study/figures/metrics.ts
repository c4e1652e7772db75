/**
 * How wide text is, without a browser: of each letter the width in DejaVu Sans or in Liberation Sans, which has the
 * measures of Arial, whichever is wider, in hundredths of an em and rounded up. Where a reader has Arial most text is about
 * a tenth narrower, so labels that are laid out by these widths touch nowhere. Without it Vega reckons 0.8 em a character,
 * which is too much for Latin text and too little for Chinese.
 */
const CLASSES: readonly (readonly [width: number, characters: string])[] = [
  [30, "'ijlIł"],
  [37, ' ,.‘’·/:;\\|ιf-'],
  [42, '()[]t!r'],
  [46, '"'],
  [54, 'J*`°sz“”гз'],
  [56, '_–†'],
  [61, 'cεζсэLνξΓkυχтvxy•γκλςвухчь'],
  [62, 'F'],
  [66, 'TaoδθοаоГøðeбеbdghnpquηρσрßþ0123456789$}{βμлийнп'],
  [67, 'YESP'],
  [69, 'π'],
  [71, 'KAVBXZαφΑΒΔцАдБВъ'],
  [73, 'RCψЯ'],
  [79, 'UHNDG&Ωм'],
  [87, 'OQw#+<=>^~×−±≥≤ωюыøØДфMМ'],
  [100, '%mæWжшщ—…Æ→'],
  [102, '@'],
  [111, 'œŒШЩЖЮ№'],
];
const WIDTHS = new Map(CLASSES.flatMap(([width, characters]) => [...characters].map((c) => [c, width] as const)));

/** Letters of other alphabets with upper and lower case; what is wider than an em stands in the table. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
const COMBINING = /^\p{M}$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;

function widthOf(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  const base = character.normalize('NFD')[0]!;
  if (base !== character) return WIDTHS.get(base) ?? 100;
  if (ALPHABETIC.test(character)) return 85;
  return PICTURE.test(character) ? 140 : 100;
}

/** By how much a letter is wider in bold, at most. */
function bolder(character: string): number {
  if (!/[\x20-\x7e]/.test(character)) return 22;
  return /[&MPW]/.test(character) ? 14 : 8;
}

/** The width of `text` at `size`, in the unit of `size`; never less than what a browser gives it. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character) + (bold ? bolder(character) : 0);
  return (sum / 100) * size;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `text` where it is at most `width` wide; else its beginning with `…`, cut between whole characters. */
export function shorten(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const room = width - textWidth('…', size, bold);
  let kept = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    taken += textWidth(segment, size, bold);
    if (taken > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** `text` in at most `lines` lines of at most `width`, broken at spaces; the last is shortened where more is left. */
export function wrap(text: string, width: number, size: number, lines: number, bold = false): string[] {
  const words = text.split(' ');
  const wrapped: string[] = [];
  while (words.length > 0 && wrapped.length < lines) {
    let line = words.shift()!;
    if (wrapped.length === lines - 1) line = [line, ...words.splice(0)].join(' ');
    else while (words.length > 0 && textWidth(`${line} ${words[0]}`, size, bold) <= width) line += ` ${words.shift()}`;
    wrapped.push(shorten(line, width, size, bold));
  }
  return wrapped;
}
