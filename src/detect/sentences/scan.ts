/** The scan of one block: finds marks, asks whether a sentence ends there, and keeps what was found. */
import type { Block, Sentence } from '../../model.ts';
import {
  emojiAt,
  isBlank,
  isBullet,
  isCaseless,
  isCloser,
  isDash,
  isLower,
  isOpener,
  isQuote,
  skipBlank,
  trimBlank,
} from './chars.ts';
import { type Enumerator, enumeratorAt } from './enumerators.ts';
import { follow } from './follow.ts';
import { endsSentence, isGlued, type Open, type Stop } from './full-stop.ts';
import { labelStart, opensWithLabel, titledLabelStart } from './labels.ts';
import { keep } from './length.ts';

/** What a character may start: 1 a terminator, 2 a label's colon, 3 a line, 4 a closing bracket. */
const KIND = new Uint8Array(128);
for (const [chars, kind] of [
  ['.!?', 1],
  [':', 2],
  ['\n', 3],
  [')', 4],
] as const) {
  for (const c of chars) KIND[c.charCodeAt(0)] = kind;
}
const LINE_ITEM = /[ \t]*(?:[-*•‣⁃▪●◦][ \t]|(?:\d{1,3}|[a-z])[.)][ \t])/y;

interface Scan extends Open {
  text: string;
  end: number;
  /** Start of the open sentence. */
  start: number;
  /** The enumerator that would carry on the sequence of the open list. */
  next: Enumerator | null;
  /** A sentence of the block opened with a label. */
  labelled: boolean;
  block: number;
  out: Sentence[];
}

/** Opens a sentence at the first character from `pos` that is no white space. */
function open(s: Scan, pos: number): void {
  s.start = skipBlank(s.text, pos, s.end);
  let head = s.start;
  const limit = Math.min(s.end, head + 8);
  while (head < limit) {
    const code = s.text.charCodeAt(head);
    if (!isBullet(code) && !isDash(code) && !isBlank(code) && (!isOpener(code) || code === 40)) break;
    head++;
  }
  s.head = head;
  s.lower = head < s.end && isLower(s.text[head]!);
  s.labelled ||= opensWithLabel(s.text, head);
}

/** Ends the open sentence at `pos` and opens the next there. */
function cut(s: Scan, pos: number): void {
  keep(s.text, s.start, trimBlank(s.text, pos, s.start), s.block, s.out);
  open(s, pos);
}

/** Whether the open sentence has anything before `pos` but bullets and opening marks. */
function hasContent(s: Scan, pos: number): boolean {
  return pos > s.head;
}

/** Appends the sentences of `block`, the `index`th, to `out`. */
export function scanBlock(text: string, block: Block, index: number, out: Sentence[]): void {
  const end = trimBlank(text, block.end, block.start);
  const s: Scan = { text, end, start: 0, head: 0, lower: false, next: null, labelled: false, block: index, out };
  open(s, block.start);
  let i = s.start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const kind = KIND[code];
      if (kind === 0) i++;
      else if (kind === 1) i = atTerminator(s, i);
      else i = kind === 2 ? atColon(s, i) : kind === 3 ? atLine(s, i) : atBracket(s, i);
    } else if (code < 0x2022) i++;
    else if (code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61)
      i = atTerminator(s, i);
    else if (isBullet(code)) i = atBullet(s, i);
    else if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) i = atEmoji(s, i);
    else i++;
  }
  if (s.start < end) keep(text, s.start, end, index, out);
}

/** Reads the run of terminators at `pos`, dots parted by single spaces included, and the closing marks after it. */
function readStop(s: Scan, pos: number): Stop & { wide: boolean } {
  const { text, end } = s;
  const stop = { start: pos, stop: pos, end: pos, dots: 0, marked: false, question: false, spaced: false, wide: false };
  let i = pos;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) stop.dots++;
    else if (code === 0x2026) stop.dots += 3;
    else if (code === 63 || code === 33) {
      stop.marked = true;
      stop.question ||= code === 63;
    } else if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61) {
      stop.wide = true;
      stop.marked ||= code !== 0x3002;
    } else if (
      code === 32 &&
      stop.dots > 0 &&
      isDot(text.charCodeAt(i + 1)) &&
      i + 1 < end &&
      !isDigitAt(text, i + 2)
    ) {
      stop.spaced = true;
    } else break;
  }
  stop.stop = i;
  while (i < end && isCloser(text.charCodeAt(i))) i++;
  // a straight quote after white space would open, but here none came before: it closes
  stop.end = pastFootnote(text, i, end);
  return stop;
}

function isDot(code: number): boolean {
  return code === 46 || code === 0x2026;
}

function isDigitAt(text: string, pos: number): boolean {
  const code = text.charCodeAt(pos);
  return code >= 48 && code <= 57;
}

const FOOTNOTE = /(?:\[\d{1,3}\]){1,5}/y;
function pastFootnote(text: string, pos: number, end: number): number {
  if (text.charCodeAt(pos) !== 91) return pos;
  FOOTNOTE.lastIndex = pos;
  return FOOTNOTE.test(text) && FOOTNOTE.lastIndex <= end ? FOOTNOTE.lastIndex : pos;
}

function atTerminator(s: Scan, pos: number): number {
  const { text, end } = s;
  if (text.charCodeAt(pos) === 46) {
    const past = atEnumerator(s, pos);
    if (past > 0) return past;
  }
  const stop = readStop(s, pos);
  if (stop.wide) {
    cut(s, stop.end);
    return Math.max(stop.end, s.start);
  }
  if (stop.end < end && !isBlank(text.charCodeAt(stop.end))) {
    const caseless = isCaseless(text.charCodeAt(stop.end)) && stop.marked;
    const bare = stop.stop < stop.end && isQuote(text.charCodeAt(stop.end - 1)) && text.charCodeAt(stop.end - 1) < 128;
    if (caseless || (!bare && hasContent(s, pos) && isGlued(text, stop, s.start, end))) cut(s, stop.end);
    else if (emojiAt(text, stop.end, end)) return atEmoji(s, stop.end, true);
    return stop.end;
  }
  const next = follow(text, stop.end, end);
  const picture = next.first === 'other' && next.at === next.start ? emojiAt(text, next.start, end) : null;
  if (picture && hasContent(s, pos)) {
    const at = picture.mark ? next.start : picture.end;
    cut(s, at);
    return Math.max(picture.end, s.start);
  }
  if (endsSentence(text, stop, next, s, end)) cut(s, stop.end);
  return Math.max(stop.end, s.start);
}

/** Passes an enumerator that opens the sentence, cuts before one that carries the list on; 0 when there is neither. */
function atEnumerator(s: Scan, pos: number): number {
  if (pos - s.head > 8 && s.next === null) return 0;
  const mark = s.text[pos] === '.' && s.text[pos + 1] === ')' ? pos + 1 : pos;
  const found = enumeratorAt(s.text, mark, s.start, s.next);
  if (!found) return 0;
  const carriesOn = s.next !== null && found.style === s.next.style && found.value === s.next.value;
  const opens = found.start <= s.head && found.start >= s.start;
  const first = opens && (found.value === 1 || atLineStart(s));
  if (!carriesOn && !first) return 0;
  if (!opens) cut(s, found.start);
  s.next = { ...found, value: found.value + 1 };
  s.head = Math.min(s.end, skipBlank(s.text, mark + 1, s.end));
  s.lower = false;
  return mark + 1;
}

function atLineStart(s: Scan): boolean {
  return (
    s.start === 0 ||
    s.out.length === 0 ||
    s.out.at(-1)!.block !== s.block ||
    s.text.slice(s.out.at(-1)!.end, s.start).includes('\n')
  );
}

function atBracket(s: Scan, pos: number): number {
  const past = atEnumerator(s, pos);
  return past > 0 ? past : pos + 1;
}

function atColon(s: Scan, pos: number): number {
  if (!isBlank(s.text.charCodeAt(pos + 1))) return pos + 1;
  let at = labelStart(s.text, pos, s.start, s.labelled);
  if (at < 0 && s.labelled) at = titledLabelStart(s.text, pos, s.start);
  if (at > s.head) cut(s, at);
  return pos + 1;
}

function atLine(s: Scan, pos: number): number {
  LINE_ITEM.lastIndex = pos + 1;
  if (LINE_ITEM.test(s.text) && LINE_ITEM.lastIndex <= s.end && hasContent(s, pos)) cut(s, pos);
  return pos + 1;
}

function atBullet(s: Scan, pos: number): number {
  if (hasContent(s, pos) && isBlank(s.text.charCodeAt(pos - 1))) cut(s, pos);
  return pos + 1;
}

/** Pictures end a sentence before a capital; those that mark items start one. `stopped`: a terminator came before. */
function atEmoji(s: Scan, pos: number, stopped = false): number {
  const run = emojiAt(s.text, pos, s.end);
  if (!run) return pos + 1;
  if (!hasContent(s, pos)) {
    if (s.head === pos) s.head = skipBlank(s.text, run.end, s.end);
    return run.end;
  }
  if (run.mark) {
    if (isBlank(s.text.charCodeAt(pos - 1)) && isMarkBefore(s, run.end)) cut(s, pos);
    return run.end;
  }
  const next = follow(s.text, run.end, s.end);
  const apart = next.start > run.end;
  if (apart && (next.first === 'upper' || (stopped && next.first !== 'none'))) cut(s, run.end);
  return Math.max(run.end, s.start);
}

/** A mark such as a tick opens an item when a capital or digit follows; "I ❤️ China" has no item. */
function isMarkBefore(s: Scan, pos: number): boolean {
  const next = follow(s.text, pos, s.end);
  return (
    !/[❤♥♡]/u.test(s.text.slice(Math.max(s.start, pos - 3), pos)) && (next.first === 'upper' || next.first === 'digit')
  );
}
