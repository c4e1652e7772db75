/** Numbers that belong together: "40 to 50", "between 40 and 50", "two or three", "28 out of 44". */
import type { Atom } from './atom.ts';
import { matchAt, wordBefore } from './chars.ts';

const DASH = /^\s?[-‐‑–—−~]\s?$/;
const TO =
  /^[\s-](?:to|till|until|through)[\s-](?:as\s(?:many|high)\sas\s|about\s|around\s|some\s|nearly\s|over\s|more\sthan\s)?$/i;
const OR = /^,?\s(?:or|or\seven|maybe|perhaps)\s$/i;
const AND = /^\sand\s(?:about\s|around\s)?$/i;
const SHARE =
  /^\s(?:out\sof|in\severy|of\severy|of|in|from\samong)\s(?:the\s|its\s|all\s|every\s|their\s|a\stotal\sof\s|some\s)?$/i;
/** "four residents in five": the thing counted stands between. */
const NOUN_SHARE = /^\s[\p{L}-]{2,20}\s(?:in|out\sof)\s(?:every\s)?$/u;
/** A plural after the second number makes it a count of its own ("two firms in five towns"). */
const PLURAL_AFTER = /\s\p{Ll}{2,}[^s\W]s\b(?<!has|was|is|says|does)/uy;
/** Longest gap any of these allows. */
const LONGEST_GAP = 32;
/** After these, "from A to B" tells a change, not a range. */
const CHANGE =
  /(?:rose|risen|rise|grew|grown|fell|fallen|fall|went|gone|increased?|expanded|climbed|jumped|dropped|shrank|shrunk|up|down|soared|cut|raised|lowered)$/;
const IN_BASES = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000]);

/** "2 to 3 million", "40 to 50 percent": what is said once counts for both. */
function share(a: Atom, b: Atom): void {
  if (a.unit === 'count') a.unit = b.unit;
  if (b.unit === 'count') b.unit = a.unit;
  const first = a.value as number;
  const second = b.value as number;
  if (a.scale === 1 && b.scale >= 12 && first < second / b.scale && first < 1000) {
    a.value = a.min = a.max = first * b.scale;
  }
}

function asRange(text: string, a: Atom, b: Atom, lo: number): Atom | null {
  const gap = text.slice(a.end, b.start);
  if (gap.trim() === '' || gap === ', ' || gap === ',') return null;
  const before = wordBefore(text, a.start, lo);
  const between = before?.text === 'between' && AND.test(gap);
  if (!between && !DASH.test(gap) && !TO.test(gap) && !OR.test(gap)) return null;
  if (before?.text === 'from' && TO.test(gap)) {
    const verb = wordBefore(text, before.start, lo);
    if (verb && CHANGE.test(verb.text)) return null;
  }
  const kept = { unitA: a.unit, unitB: b.unit, value: a.value, min: a.min, max: a.max };
  share(a, b);
  if (a.unit === b.unit && (a.value as number) < (b.value as number)) {
    const start = between ? before.start : a.start;
    return { ...a, start, end: b.end, value: null, max: b.max, kind: 'range', scale: b.scale, weak: false };
  }
  Object.assign(a, { unit: kept.unitA, value: kept.value, min: kept.min, max: kept.max });
  b.unit = kept.unitB;
  return null;
}

/** A share of a whole, as a percentage. "28 in 2019" is none: the whole after "in" must be a round base. */
function asShare(text: string, a: Atom, b: Atom): Atom | null {
  const gap = text.slice(a.end, b.start);
  const whole = b.value as number;
  const apart = NOUN_SHARE.test(gap) && IN_BASES.has(whole) && matchAt(PLURAL_AFTER, text, b.end, text.length) < 0;
  if (!(apart || SHARE.test(gap)) || a.unit !== 'count' || b.unit !== 'count') return null;
  if ((a.value as number) > whole || whole === 0 || (a.value as number) < 0) return null;
  if (/^\sin\s/i.test(gap) && !/every/i.test(gap) && !IN_BASES.has(whole)) return null;
  const percent = (100 * (a.value as number)) / whole;
  return { ...a, end: b.end, value: percent, min: percent, max: percent, unit: 'percent', weak: false };
}

/** Joins neighbours into ranges and shares, and drops what only made sense as part of one. Atoms may be changed in place. */
export function combine(text: string, atoms: Atom[], lo: number): Atom[] {
  const out: Atom[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const a = atoms[i]!;
    const b = atoms[i + 1];
    let joined: Atom | null = null;
    if (b && a.kind === 'exact' && b.kind === 'exact' && a.value !== null && b.start - a.end <= LONGEST_GAP) {
      joined = asRange(text, a, b, lo) ?? asShare(text, a, b);
    }
    if (joined) {
      out.push(joined);
      i++;
    } else if (!a.weak) out.push(a);
  }
  return out;
}
