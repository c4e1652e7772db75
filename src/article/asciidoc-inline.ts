/** The text within AsciiDoc's blocks: marks, macros and references taken off. */
import { decodeHTMLStrict } from 'entities';
import type { Span } from '../model.ts';
import type { Attributes } from './asciidoc-attributes.ts';
import { macroAt } from './asciidoc-macros.ts';
import { markReader } from './asciidoc-marks.ts';
import { brackets, seeker, seekerWhere } from './asciidoc-seek.ts';
import { type Edit, joined, linesWithin, writeEdited } from './asciidoc-text.ts';
import type { BlockWriter } from './block-writer.ts';

const MARKS = '*_`#^~';
/** What text must have for anything in it to have a meaning. */
const ANY_MARK = /[*_`#^~\\+&{<[(:]/;
/** What a backslash takes its meaning from. */
const ESCAPED = /^(?:[*_`#^~{<[+(&:'"|]|[a-z]{2,12}:)/;
/** Longest attributes of a mark, cross reference, index term and reference, in characters. */
const LONGEST = 500;

/**
 * Writes `lines` of the file into the open block and gives the notes found in them, each as lines of its own.
 * `breakLines` keeps the lines apart. Linear in the length of the lines.
 */
export function writeText(
  file: string,
  lines: readonly Span[],
  known: Attributes,
  writer: BlockWriter,
  breakLines = false,
): Span[][] {
  const whole = joined(file, lines);
  const { text } = whole;
  const edits: Edit[] = [];
  if (!ANY_MARK.test(text)) {
    writeEdited(whole, edits, writer, breakLines);
    return [];
  }
  const notes: Span[][] = [];
  const drop = (from: number, to: number): void => void edits.push({ from, to, text: '' });
  const marks = markReader(text, edits);
  const ahead = { brackets: brackets(text), space: spaceSeeker(text), bracket: seeker(text, '[') };
  const [angles, parentheses, pluses3, pluses2] = ['>>', '))', '+++', '++'].map((what) => seeker(text, what));
  const plus = seekerWhere(
    text,
    '+',
    (at) => /\S/.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}_]/u.test(text[at + 1] ?? ' '),
  );

  /** Between marks of literal text nothing else has a meaning. */
  const passThrough = (at: number): number => {
    const size = text.startsWith('+++', at) ? 3 : text.startsWith('++', at) ? 2 : 1;
    if (size === 1 && (/[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ') || /\s/.test(text[at + 1] ?? ' '))) return at + 1;
    const end = (size === 3 ? pluses3! : size === 2 ? pluses2! : plus)(at + size + (size === 1 ? 1 : 0));
    if (end < 0) return at + size;
    drop(at, at + size);
    drop(end, end + size);
    return end + size;
  };
  const reference = (at: number): number => {
    const close = text.slice(at, at + 40).indexOf(';');
    const written = close > 1 ? text.slice(at, at + close + 1) : '';
    const meant = written === '' ? '' : decodeHTMLStrict(written);
    if (meant === written) return at + 1;
    edits.push({ from: at, to: at + written.length, text: meant });
    return at + written.length;
  };
  const attribute = (at: number): number => {
    const name = /^\{(\w[\w-]{0,80})\}/.exec(text.slice(at, at + 84));
    const meant = name ? known.meant(name[1]!) : null;
    if (!name || meant === null) return at + 1;
    edits.push({ from: at, to: at + name[0].length, text: meant.replaceAll('\n', ' ') });
    return at + name[0].length;
  };
  /** `<<id,text>>` */
  const crossReference = (at: number): number => {
    const close = angles!(at);
    if (close < 0 || close - at > LONGEST) return at + 1;
    const comma = text.slice(at, close).indexOf(',');
    if (comma < 0) {
      drop(at, close + 2);
      return close + 2;
    }
    drop(at, at + comma + 1);
    drop(close, close + 2);
    return at + comma + 1;
  };
  /** `((shown))`, `(((not shown)))` */
  const indexTerm = (at: number): number => {
    const close = parentheses!(at);
    if (close < 0 || close - at > LONGEST) return at + 1;
    const isHidden = text[at + 2] === '(' && text[close + 2] === ')';
    drop(at, isHidden ? close + 3 : at + 2);
    if (!isHidden) drop(close, close + 2);
    return isHidden ? close + 3 : at + 2;
  };
  /** `[[id]]`, and attributes before a mark. */
  const bracket = (at: number): number => {
    const close = ahead.brackets.get(at);
    if (close === undefined || close - at > LONGEST) return at + 1;
    const inner = text.slice(at + 1, close);
    if (/^\[+[\p{L}_:][^[\]]*\]+$/u.test(inner)) {
      drop(at, close + 1);
      return close + 1;
    }
    const isBefore = MARKS.includes(text[close + 1] ?? ' ') && /^[\w.#%, -]+$/.test(inner);
    return isBefore ? marks.read(close + 1, at) : at + 1;
  };

  for (let at = 0; at < text.length; ) {
    const mark = text[at]!;
    if (MARKS.includes(mark)) at = marks.read(at, at);
    else if (mark === '\\') {
      const escaped = ESCAPED.exec(text.slice(at + 1, at + 15));
      if (escaped) drop(at, at + 1);
      at += 1 + (escaped ? escaped[0].length : 0);
      while (escaped && text[at] === text[at - 1] && MARKS.includes(text[at]!)) at++;
    } else if (mark === '+' && text[at - 1] === ' ' && (at + 1 === text.length || text[at + 1] === '\n')) {
      edits.push({ from: at, to: at + 1, text: '\n' });
      at++;
    } else if (mark === '+') at = passThrough(at);
    else if (mark === '&') at = reference(at);
    else if (mark === '{') at = attribute(at);
    else if (mark === '<' && text[at + 1] === '<') at = crossReference(at);
    else if (mark === '(' && text[at + 1] === '(') at = indexTerm(at);
    else if (mark === '[') at = bracket(at);
    else if (mark === ':') {
      const macro = macroAt(text, at, ahead, edits);
      if (macro?.note) notes.push(linesWithin(whole, macro.note.from, macro.note.to));
      at = macro?.next ?? at + 1;
    } else at++;
  }
  writeEdited(whole, edits, writer, breakLines);
  return notes;
}

/** Seeks white space. */
function spaceSeeker(text: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      next = from;
      while (next < text.length && !/\s/.test(text[next]!)) next++;
    }
    return next < text.length ? next : -1;
  };
}
