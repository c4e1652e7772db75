/** What each quotation mark does where it stands: opens, closes, may close, or is none (apostrophe, inches, year). Pure. */

/** Pairs are told apart by the mark that opens them; marks that look alike and close alike share one. */
export type QuoteKind = '"' | "'" | '“' | '‘' | '„' | '‚' | '«' | '»' | '‹' | '›' | '”' | '「' | '『' | '〝' | '``';

/** What a mark does. `weak` closes only where no better mark does: it may be a plural's apostrophe, or inches. */
export interface MarkUse {
  opens: QuoteKind | null;
  /** The kinds it can close, the likeliest first. */
  closes: readonly QuoteKind[];
  weak: boolean;
  /** Its length in UTF-16 units. */
  length: number;
}

const PAIRED: Record<string, QuoteKind> = {
  '「': '「',
  '﹁': '「',
  '『': '『',
  '﹃': '『',
  '〝': '〝',
  '„': '„',
  '‟': '“',
  '‛': '‘',
};
const CLOSING: Record<string, readonly QuoteKind[]> = {
  '」': ['「'],
  '﹂': ['「'],
  '』': ['『'],
  '﹄': ['『'],
  '〞': ['〝'],
  '〟': ['〝'],
};
const MARKS = new Set([...'"\'`“”‘’«»‹›‚＂', ...Object.keys(PAIRED), ...Object.keys(CLOSING)]);

/** Words that begin with an apostrophe, and years: '90s, 'tis. */
const ELISION =
  /^(?:\d\d(?:s|er|ers)?(?![\p{L}\d])|(?:tis|twas|twere|twill|til|till|em|cause|cos|n|bout|round|neath|gainst)(?!\p{L}))/iu;
const WORD = /[\p{L}\p{N}]/u;
/** Scripts that leave no space between words: a mark between two of their letters stands at the edge of a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const OPENING = new Set([...'([{<—–-/=“‘„‚«‹「『"\'']);

const isWord = (text: string): boolean => text !== '' && WORD.test(text) && !UNSPACED.test(text);
const isSpace = (text: string): boolean => text === '' || /\s/.test(text);

/** Whether the character at `at` may be a quotation mark at all: cheap, for a scan over everything. */
export const mayBeMark = (text: string, at: number): boolean => MARKS.has(text[at]!);

/** What the mark at `at` does within the block from `start` to `end`; looks no further than 12 characters. */
export function markUse(text: string, at: number, start: number, end: number): MarkUse | null {
  const mark = text[at]!;
  const before = at > start ? text[at - 1]! : '';
  const after = at + 1 < end ? text[at + 1]! : '';
  const canOpen = !isSpace(after) && (isSpace(before) || OPENING.has(before));
  const canClose = !isSpace(before) && !isWord(after);
  const use = (opens: QuoteKind | null, closes: readonly QuoteKind[], weak = false, length = 1): MarkUse => ({
    opens,
    closes,
    weak,
    length,
  });
  switch (mark) {
    case '"':
    case '＂':
      return straight(before, after, canOpen, canClose);
    case "'":
      if (after === "'" && !isSpace(before)) return use(null, ['``'], false, 2);
      return single(text, at, end, { before, after, opens: canOpen ? "'" : null, closes: ["'"] });
    case '‘':
      if (canClose && !canOpen) return use(null, ['‚', '‘']);
      return ELISION.test(text.slice(at + 1, Math.min(end, at + 12))) ? null : use('‘', canClose ? ['‚'] : []);
    case '’':
      return single(text, at, end, { before, after, opens: null, closes: ['‘', '‚', "'"] });
    case '‚':
      return canOpen ? use('‚', []) : null;
    case '`':
      return after === '`' ? use('``', [], false, 2) : null;
    case '“':
      return canClose && !canOpen ? use(null, ['„', '“']) : use('“', canClose ? ['„'] : []);
    case '”':
      return use(canOpen ? '”' : null, ['“', '„', '”', '"']);
    case '«':
    case '‹':
      return use(mark, mark === '«' ? ['»'] : ['›']);
    case '»':
    case '›':
      return use(canOpen ? mark : null, mark === '»' ? ['«', '»'] : ['‹', '›']);
  }
  if (PAIRED[mark]) return use(PAIRED[mark], []);
  return CLOSING[mark] ? use(null, CLOSING[mark]) : null;
}

/** The typewriter's double mark opens or closes by what stands beside it; between two letters it does what is due. */
function straight(before: string, after: string, canOpen: boolean, canClose: boolean): MarkUse | null {
  const inches = /\d/.test(before);
  const closes: readonly QuoteKind[] = inches ? ['"'] : ['"', '“', '”'];
  if (canOpen && !canClose) return { opens: '"', closes: [], weak: false, length: 1 };
  if (canClose && !canOpen) {
    const opens = !isSpace(after) && UNSPACED.test(before + after) ? '"' : null;
    return { opens, closes, weak: inches && isSpace(after) && after !== '', length: 1 };
  }
  if (isSpace(before) && isSpace(after)) return null;
  return { opens: inches || (isWord(before) && !canOpen) ? null : '"', closes, weak: inches, length: 1 };
}

interface Single {
  before: string;
  after: string;
  opens: QuoteKind | null;
  closes: readonly QuoteKind[];
}

/** A single mark that may be an apostrophe. */
function single(text: string, at: number, end: number, { before, after, opens, closes }: Single): MarkUse | null {
  if (isWord(before) && isWord(after)) return null;
  if (ELISION.test(text.slice(at + 1, Math.min(end, at + 12))) && (isSpace(before) || OPENING.has(before))) return null;
  if (isSpace(before) || (OPENING.has(before) && !isSpace(after))) {
    return opens ? { opens, closes: [], weak: false, length: 1 } : null;
  }
  // "the workers' scores", "droppin' in": the mark belongs to the word unless nothing else closes.
  const weak = /[sn]/i.test(before) && isSpace(after) && at + 2 < end && WORD.test(text[at + 2]!);
  return { opens: null, closes, weak, length: 1 };
}
