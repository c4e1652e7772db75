/** Labels in capitals that open a turn or an item: "MYTH:", "FACT:", "HOST:", "Q:". */
import { isBlank, isUpper } from './chars.ts';

/** Labels that are told by themselves, without another one at the sentence's start. */
const KNOWN = new Set(
  'MYTH FACT CLAIM TRUTH REALITY VERDICT QUESTION ANSWER HOST GUEST INTERVIEWER MODERATOR CORRECTION UPDATE FICTION RUMOUR RUMOR CALLER'.split(
    ' ',
  ),
);
/** After these a word in capitals is part of the sentence ("the role of the CCP: to lead"). */
const DETERMINERS = new Set(
  'the a an of by in on to for and or with from its their this that our my his her as is was are at s'.split(' '),
);
const MOST_WORDS = 3;
const LONGEST = 32;

function isCapitals(word: string): boolean {
  return /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word) && /^[\p{Lu}\d.'’&/#-]+$/u.test(word);
}

/**
 * Where a label that ends with the colon at `colon` starts, or -1. `start` is the start of the open sentence; a
 * label there is found too. `labelled`: an earlier sentence or this one began with a label, so that any short run
 * of capitals is one.
 */
export function labelStart(text: string, colon: number, start: number, labelled: boolean): number {
  const floor = Math.max(start, colon - LONGEST);
  let at = -1;
  let pos = colon;
  for (let words = 0; pos > start; words++) {
    let from = pos;
    while (from > floor && !isBlank(text.charCodeAt(from - 1))) from--;
    const word = text.slice(from, pos);
    if (from === floor && from > start) return single(text, colon, start);
    if (!isCapitals(word)) return at < 0 ? -1 : verify(text, at, colon, word, labelled);
    if (words === MOST_WORDS) return single(text, colon, start);
    at = from;
    pos = from;
    while (pos > floor && isBlank(text.charCodeAt(pos - 1))) pos--;
  }
  return at;
}

/** A long run of capitals: only a known label at its very end counts. */
function single(text: string, colon: number, start: number): number {
  const m = /(?:^|\s)(\p{Lu}+)$/u.exec(text.slice(Math.max(start, colon - LONGEST), colon));
  return m && KNOWN.has(m[1]!) ? colon - m[1]!.length : -1;
}

function verify(text: string, at: number, colon: number, before: string, labelled: boolean): number {
  const name = text.slice(at, colon);
  if (DETERMINERS.has(before.toLowerCase())) return -1;
  return KNOWN.has(name.split(/\s/).at(-1)!) || labelled ? at : -1;
}

const LEADING = /[\p{Lu}][\p{Lu}\d.'’&/# -]{0,30}:(?=\s)/uy;
const TITLED = /(?:Myth|Fact|Claim|Truth|Reality|Question|Answer|Host|Guest|Verdict|Q|A):(?=\s)/y;

/** Whether a sentence that starts at `pos` opens with a label. */
export function opensWithLabel(text: string, pos: number): boolean {
  if (!isUpper(text[pos] ?? '')) return false;
  LEADING.lastIndex = TITLED.lastIndex = pos;
  return LEADING.test(text) || TITLED.test(text);
}

/** "Myth: … Fact: …" in small letters: such a label right before the colon, for a sentence that opened with one. */
export function titledLabelStart(text: string, colon: number, start: number): number {
  const m = /(?:^|[\s])((?:Myth|Fact|Claim|Truth|Reality|Question|Answer|Host|Guest|Verdict))$/.exec(
    text.slice(Math.max(start, colon - 12), colon),
  );
  return m ? colon - m[1]!.length : -1;
}
