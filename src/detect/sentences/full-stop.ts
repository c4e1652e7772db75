/** Whether a run of terminators ends a sentence, by the word before it and what follows. */
import { AFTER_TITLE, abbreviation, REPORTING, STARTERS } from '../abbreviations.ts';
import { isBlank, isDash, isLower, isOpener, isQuote, isUpper } from './chars.ts';
import type { Follow } from './follow.ts';

/** A run of terminators: `text.slice(start, stop)`, with its closing quotes and brackets up to `end`. */
export interface Stop {
  start: number;
  stop: number;
  end: number;
  /** Full stops in it, an ellipsis sign counting three. */
  dots: number;
  /** Has a question or exclamation mark. */
  marked: boolean;
  question: boolean;
  /** Its dots are parted by spaces. */
  spaced: boolean;
}

/** The sentence that a terminator may end. */
export interface Open {
  /** Where its first letter or digit may stand: past bullets and opening quotes. */
  head: number;
  /** Its first letter is a small one: the writer does without capitals. */
  lower: boolean;
}

const LONGEST_TOKEN = 16;
const NAMED_SPEAKER = new RegExp(
  `(?:\\p{Lu}[\\p{L}.’'-]{0,20}\\s){1,3}(?:${REPORTING})(?:[.,;]|$|\\s(?:in|on|at|to|during|last|after|when|as|with|yesterday|today)\\b)`,
  'uy',
);

/** The word right before `pos`, back to white space, an opening mark, a dash or hyphen; at most 16 characters. */
export function tokenBefore(text: string, pos: number, lo: number): string {
  let i = pos;
  const floor = Math.max(lo, pos - LONGEST_TOKEN);
  while (i > floor) {
    const code = text.charCodeAt(i - 1);
    if (isBlank(code) || isOpener(code) || isDash(code) || code === 45 || code === 47) break;
    i--;
  }
  return text.slice(i, pos);
}

/** Whether the word before the one that ends at `pos` starts with a small letter. */
function afterSmallWord(text: string, pos: number, lo: number): boolean {
  let i = pos;
  while (i > lo && pos - i < 3 && isBlank(text.charCodeAt(i - 1))) i--;
  if (i === pos) return false;
  const word = tokenBefore(text, i, lo);
  return word !== '' && isLower(word[0]!);
}

/** A capital letter alone: an initial, unless it is "I" or a letter that names a thing ("plan B. The …"). */
function endsAfterLetter(text: string, s: Stop, token: string, next: Follow, open: Open): boolean {
  const at = s.start - token.length;
  if (at <= open.head) return false;
  if (token === 'I' && afterSmallWord(text, at, open.head)) return true;
  return STARTERS.has(next.word) && next.first === 'upper';
}

/** "At 5 a.m. Mr. Smith": a time that opens a sentence does not end it. */
function opensWithTime(text: string, s: Stop, open: Open): boolean {
  const lead = text.slice(open.head, Math.min(s.start, open.head + 40));
  return s.start - open.head < 32 && /^(?:at|by|from|around|before|after|until|since|on)\s/i.test(lead);
}

function endsAfterAbbreviation(text: string, s: Stop, token: string, next: Follow, open: Open): boolean | null {
  const kind = abbreviation(token);
  if (kind === null) return null;
  if (next.first === 'digit') {
    if (kind === 'number' || kind === 'never' || kind === 'title') return false;
    return kind === 'starter' && token.length <= 5 && !token.includes('.') ? false : null;
  }
  if (kind === 'number') return null;
  if (next.first === 'lower' || kind === 'never') return false;
  if (kind === 'title') return AFTER_TITLE.has(next.word);
  if (kind === 'time') return !opensWithTime(text, s, open);
  return kind === 'end' || STARTERS.has(next.word);
}

/** An ellipsis that stands for a pause goes on; one that trails off ends before a capital other than "I". */
function endsAfterEllipsis(s: Stop, next: Follow, open: Open): boolean {
  if (s.dots >= 4 && next.first !== 'lower') return true;
  if (next.first === 'lower') return open.lower && !s.spaced && next.word === 'i';
  return next.word !== 'i' || !s.spaced ? next.word !== 'i' : false;
}

/** Before a small letter: only where the writer does without capitals, or an ordinary word ended plainly. */
function endsBeforeSmall(text: string, s: Stop, token: string, next: Follow, open: Open): boolean {
  if (next.dash) return open.head > 0 && isDash(text.charCodeAt(open.head - 2)) && !s.marked;
  if (open.lower) return token.length > 1 || s.marked;
  if (s.question) return true;
  return !s.marked && /^\p{Ll}{3,}$/u.test(token);
}

function lastQuote(text: string, s: Stop): boolean {
  for (let i = s.stop; i < s.end; i++) if (isQuote(text.charCodeAt(i))) return true;
  return false;
}

/** Whether the sentence ends with the run; white space (or nothing) is known to follow it. */
export function endsSentence(text: string, s: Stop, next: Follow, open: Open, end: number): boolean {
  if (next.first === 'none') return true;
  const before = s.start > open.head ? text[s.start - 1]! : '';
  // "[…]", "(?)": an editor's mark
  if ((before === '[' || before === '(') && s.end > s.stop) return false;
  if (next.bullet) return true;
  const closed = s.end > s.stop;
  if (closed && next.first === 'lower') return false;
  if (closed && lastQuote(text, s)) {
    if (next.dash) return false;
    NAMED_SPEAKER.lastIndex = next.at;
    if (
      next.first === 'upper' &&
      !STARTERS.has(next.word) &&
      NAMED_SPEAKER.test(text) &&
      NAMED_SPEAKER.lastIndex <= end
    ) {
      return false;
    }
  }
  if (s.start <= open.head) return false;
  if (s.dots >= 3 && !s.marked) return endsAfterEllipsis(s, next, open);
  const token = tokenBefore(text, s.start, open.head);
  if (!s.marked && !closed) {
    if (token.length === 1 && isUpper(token)) return endsAfterLetter(text, s, token, next, open);
    const short = endsAfterAbbreviation(text, s, token, next, open);
    if (short !== null) return short;
  }
  return next.first === 'lower' ? endsBeforeSmall(text, s, token, next, open) : true;
}

/** Endings of site and file names, which "name.Com" may have. */
const NAME_END = new Set([
  'com',
  'net',
  'org',
  'cn',
  'js',
  'io',
  'gov',
  'edu',
  'hk',
  'uk',
  'html',
  'pdf',
  'txt',
  'md',
  'ai',
  'py',
]);

/** "Hello world.Today is": a full stop without its space, told from names and addresses. `pos` is past the run. */
export function isGlued(text: string, s: Stop, lo: number, end: number): boolean {
  const [a, b] = [text[s.end] ?? '', text[s.end + 1] ?? ''];
  if (s.end + 1 >= end || s.dots > 1 || !isUpper(a) || !(isLower(b) || (a === 'I' && /[\s'’]/.test(b)))) return false;
  const p = text[s.start - 1] ?? '';
  const q = text[s.start - 2] ?? '';
  if (!(isLower(p) && isLower(q)) && !(/\d/.test(p) && /[\d,]/.test(q)) && s.end === s.stop && !s.marked) return false;
  const token = text.slice(Math.max(lo, s.start - 40), s.start);
  if (/[@/\\]\S*$|www\.\S*$/i.test(token)) return false;
  const after = /^\p{L}{1,12}/u.exec(text.slice(s.end, s.end + 12))?.[0] ?? '';
  return !NAME_END.has(after.toLowerCase()) && !/^\p{L}*[@/]/u.test(text.slice(s.end, s.end + 24));
}
