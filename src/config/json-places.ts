/**
 * JSON with lines. `JSON.parse` keeps the last of two equal keys in silence, says of many faults not where they are, and
 * words them differently from one Node to the next; a reader of YAML takes more than JSON. So the text is walked once
 * more here, in time linear in its length. Pure.
 */
import { DEEPEST, type Fault, type Lines, type Parsed, type Path, type Places, placeKey } from './places.ts';

/** White space, then a mark, a string, or a word of the characters that numbers and names are made of. */
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|([^\s{}[\],:"]+)|)/sy;

interface Level {
  /** The keys so far, each with its line; null in a list. */
  keys: Map<string, number> | null;
  /** What leads to the value that is due: a key, or the number of the item. */
  at: string | number;
}

/** The text's value with the lines of all that is in it, or the first fault. Deeper than `DEEPEST` is a fault. */
export function parseJson(text: string): Parsed | Fault {
  const places: Places = new Map();
  const twice: Parsed['twice'] = [];
  const levels: Level[] = [];
  const pathHere = (): Path => levels.map((level) => level.at);
  const line = lineCounter(text);
  /** Of the key that was read last, until its value comes. */
  let keyLine = 0;
  let due: 'value' | 'key' | 'colon' | 'next' = 'value';
  let mayClose = false;
  TOKEN.lastIndex = 0;

  for (;;) {
    const token = TOKEN.exec(text);
    const end = TOKEN.lastIndex;
    const [, mark, string, word] = token!;
    const written = mark ?? string ?? word;
    if (written === undefined) {
      if (end === text.length) {
        if (due === 'next' && levels.length === 0) break;
        return { fault: 'ends too soon', line: line(end) };
      }
      const fault = text[end] === '"' ? 'a text that begins here has no end' : unexpected(text[end]!);
      return { fault, line: line(end) };
    }
    const here = line(end - written.length);
    const level = levels.at(-1);

    if (due === 'value' && (mark === '{' || mark === '[' || string || word)) {
      const lines: Lines = { key: keyLine || here, value: here };
      keyLine = 0;
      places.set(placeKey(pathHere()), lines);
      mayClose = false;
      due = 'next';
      if (mark) {
        if (levels.length === DEEPEST) return { fault: 'is nested too deeply', line: here };
        levels.push(mark === '{' ? { keys: new Map(), at: '' } : { keys: null, at: 0 });
        due = mark === '{' ? 'key' : 'value';
        mayClose = true;
      } else if (!isScalar(written)) {
        return { fault: unexpected(written), line: here };
      }
    } else if (due === 'key' && string && level?.keys) {
      if (!isScalar(string)) return { fault: unexpected(string), line: here };
      level.at = JSON.parse(string) as string;
      const first = level.keys.get(level.at);
      if (first !== undefined) twice.push({ path: pathHere(), line: here, first });
      level.keys.set(level.at, first ?? here);
      keyLine = here;
      mayClose = false;
      due = 'colon';
    } else if (due === 'colon' && mark === ':') {
      due = 'value';
    } else if (due === 'next' && mark === ',' && level) {
      if (typeof level.at === 'number') level.at++;
      due = level.keys ? 'key' : 'value';
      mayClose = false;
    } else if ((due === 'next' || mayClose) && level && mark === (level.keys ? '}' : ']')) {
      levels.pop();
      due = 'next';
      mayClose = false;
    } else {
      const afterComma =
        level && !mayClose && (level.keys ? due === 'key' && mark === '}' : due === 'value' && mark === ']');
      const lacking = level && mark !== '}' && mark !== ']' ? due : undefined;
      return { fault: afterComma ? `a comma before ${mark}` : unexpected(written, lacking), line: here };
    }
  }
  return { data: JSON.parse(text), places, twice };
}

/** Whether a string, number or name is as JSON writes it. */
function isScalar(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}

function unexpected(written: string, due?: string): string {
  if (/^(?:\/\/|\/\*|#)/.test(written)) return 'a comment, which JSON does not have';
  if (written.startsWith("'")) return 'a text in single quotation marks; JSON has double ones';
  const what = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  if (due === 'next') return `a comma is missing before ${what}`;
  if (due === 'colon') return `a colon is missing before ${what}`;
  return due === 'key' ? `a key in double quotation marks is missing before ${what}` : `${what} is not JSON here`;
}

/** Lines of offsets that only grow, from 1. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
