/** Words before and after a number that say how it is meant: "more than", "nearly", "-odd", "or so", "at least". */
import { isLetter, isSpace, matchAt, nextWord, wordBefore } from './chars.ts';

/**
 * over/from: above the number, without and with it; under/upto likewise below; nearly: a little below;
 * justOver: a little above; odd: the number and some of the next grain; about: either side.
 */
export type Sense = 'over' | 'from' | 'under' | 'upto' | 'nearly' | 'justOver' | 'about' | 'odd';

const DEGREE = '(?:(?:well|far|way|many|much|even|significantly|considerably|substantially)\\s)?';
/** Tried in order; every one ends right before the number. */
const BEFORE: readonly (readonly [Sense, RegExp])[] = (
  [
    [
      'upto',
      '(?:no|not|never|nothing)\\s(?:more|greater|higher|larger)\\sthan|at\\s(?:the\\s(?:very\\s)?)?most|up\\sto|as\\s(?:many|much|high)\\sas|(?:a\\s)?maximum\\sof|≤',
    ],
    [
      'from',
      '(?:no|not)\\s(?:fewer|less|lower)\\sthan|at\\s(?:the\\s(?:very\\s)?)?least|at\\s(?:a\\s)?minimum|(?:a\\s)?minimum\\sof|as\\s(?:few|little|low)\\sas|upwards?\\sof|≥',
    ],
    [
      'nearly',
      '(?:just|slightly|a\\slittle|somewhat)\\s(?:under|below|shy\\sof|short\\sof|less\\sthan|fewer\\sthan)|(?:very\\s)?nearly|almost|approaching|nearing|verging\\son|nigh\\son|not\\squite|practically|virtually|(?:shy|short)\\sof',
    ],
    [
      'justOver',
      '(?:just|slightly|a\\s(?:little|bit)|little|barely|marginally)\\s(?:over|above|more\\sthan|north\\sof)',
    ],
    [
      'over',
      `${DEGREE}(?:(?:more|greater|higher|larger|bigger|better)\\sthan|over|above|beyond|exceed(?:s|ed|ing)?|in\\sexcess\\sof|north\\sof|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)|>`,
    ],
    ['under', `${DEGREE}(?:(?:fewer|less|lower|smaller)\\sthan|under|below|south\\sof)|<`],
    [
      'about',
      'about|around|some|roughly|approximately|approx\\.?|circa|ca?\\.|(?:very\\s)?close\\sto|an?\\sestimated|estimated(?:\\sat)?|in\\sthe\\s(?:region|order|neighbou?rhood|vicinity)\\sof|on\\sthe\\sorder\\sof|something\\slike|more\\sor\\sless|give\\sor\\stake|perhaps|maybe|a\\sgood|~|≈',
    ],
  ] as const
).map(
  ([sense, pattern]) =>
    // Without the flag u and its classes: they take milliseconds to compile, which a short run feels.
    [sense, new RegExp(`(?:${pattern}|[><≥≤~≈])\\s{0,2}$`, 'i')] as const,
);
const LETTER_OR_DIGIT = /[\p{L}\p{N}_]/u;
/** Last words of the phrases above: one look-up spares most numbers the expressions. */
const LAST_WORDS = new Set(
  (
    'than most least minimum to as of under below nearly almost approaching nearing on quite practically virtually over above ' +
    'beyond exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topped topping tops about around some ' +
    'roughly approximately approx circa close estimated at like less take perhaps maybe good'
  ).split(' '),
);
const SYMBOL = /[><≥≤~≈]\s?$|(?:^|[^A-Za-z])(?:approx|ca?)\.\s?$/i;
const SYMBOL_SENSE: Record<string, Sense> = {
  '>': 'over',
  '<': 'under',
  '≥': 'from',
  '≤': 'upto',
  '~': 'about',
  '≈': 'about',
};
/** Reaches back over the longest phrase. */
const REACH = 36;

/** The modifier that ends right before `pos`, and where it starts; null when there is none. */
export function modifierBefore(text: string, pos: number, lo: number): { sense: Sense; start: number } | null {
  const word = wordBefore(text, pos, lo);
  if (!(word && LAST_WORDS.has(word.text)) && (word || !SYMBOL.test(text.slice(Math.max(lo, pos - 8), pos))))
    return null;
  const from = Math.max(lo, pos - REACH);
  const lead = text.slice(from, pos);
  if (/(?:^|\s)all\sover\s$/i.test(lead)) return null;
  for (const [sense, pattern] of BEFORE) {
    const found = wholeWords(pattern, lead);
    if (!found) continue;
    const symbol = SYMBOL_SENSE[found.text.trim()];
    if (symbol && symbol !== sense) continue;
    return { sense, start: from + found.index };
  }
  return null;
}

/** The first match of `pattern`, which ends at the end of `lead`, that does not begin inside a word. */
function wholeWords(pattern: RegExp, lead: string): { text: string; index: number } | null {
  for (let at = 0; at < lead.length; ) {
    const index = lead.slice(at).search(pattern);
    if (index < 0) return null;
    const start = at + index;
    if (start === 0 || '><≥≤~≈'.includes(lead[start]!) || !isWordCharacter(lead, start - 1))
      return { text: lead.slice(start), index: start };
    at = start + 1;
  }
  return null;
}

/** Whether a letter, a digit or `_` stands at `at`. */
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isLetter(code) || (code >= 48 && code <= 57) || code === 95;
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  return LETTER_OR_DIGIT.test(text.slice(isSecondHalf ? Math.max(0, at - 1) : at, at + 1));
}

const AFTER: readonly (readonly [Sense, RegExp])[] = [
  [
    'from',
    /\+|\s?-?plus\b(?!\s+(?:the|a|an|one|two|three)\b)|,?\s+(?:or\s+(?:more|above|over|higher|up)|and\s+(?:counting|then\s+some|more|up|above|upwards?|over)|upwards?|at\s+(?:the\s+)?least|minimum|if\s+not\s+more)\b(?!\s+than)/iy,
  ],
  ['upto', /,?\s+(?:or\s+(?:fewer|less|below|under|lower)|at\s+(?:the\s+)?most|maximum|max|tops)\b(?!\s+than)/iy],
  ['odd', /-(?:odd|some|something)\b|\s(?:odd)\b|odd\b/iy],
  ['about', /-?ish\b|\s+(?:or\s+so|or\s+thereabouts|give\s+or\s+take|more\s+or\s+less|approximately|roughly)\b/iy],
];
/** The same past one to three words: "47 institutions and then some". */
const NOUN_THEN =
  /(?:\s[A-Za-z'’-]{1,20}){1,3}?,?\s(or\smore|and\sthen\ssome|and\scounting|and\smore|if\snot\smore|at\s(?:the\s(?:very\s)?)?least|or\sfewer|or\sless|at\s(?:the\s)?most|or\sso|or\sthereabouts|give\sor\stake)\b(?!\s+(?:than|\d))/iy;

/** Whether what follows starts like one of the phrases above: one look spares most numbers the expressions. */
function mayFollow(text: string, pos: number): boolean {
  const code = text.charCodeAt(pos);
  if (code !== 32 && !isSpace(code)) return code === 43 || code === 44 || code === 45 || isLetter(code);
  const next = text.charCodeAt(pos + 1);
  return next === 45 || isSpace(next) || 'oaupmitgr'.includes(String.fromCharCode(next | 32));
}

/** The modifier right after `pos`, and where it ends; null when there is none. */
export function modifierAfter(text: string, pos: number, end: number): { sense: Sense; end: number } | null {
  if (pos >= end || !mayFollow(text, pos)) return null;
  for (const [sense, pattern] of AFTER) {
    const stop = matchAt(pattern, text, pos, end);
    if (stop > 0 && !(sense === 'from' && text[pos] === '+' && /\d/.test(text[pos + 1] ?? '')))
      return { sense, end: stop };
  }
  return null;
}

/** A modifier after the noun counted; the number's span does not grow by it. */
export function modifierPastNoun(text: string, pos: number, end: number): Sense | null {
  if (!nextWord(text, pos, end)) return null;
  NOUN_THEN.lastIndex = pos;
  const m = NOUN_THEN.exec(text);
  if (!m || NOUN_THEN.lastIndex > end) return null;
  const phrase = (m[1] as string).toLowerCase();
  if (/fewer|less$|most/.test(phrase)) return 'upto';
  return /so$|thereabouts|take/.test(phrase) ? 'about' : 'from';
}
