/**
 * Takes the reporting frame off a clause ("critics say that …", "…, she told us", "according to …") and records
 * who is said to say it. The words of the frame never count as the claim's own.
 */
import type { Attribution } from '../model.ts';
import type { Hit } from './concepts.ts';
import { BREAK, type Token } from './tokens.ts';
import { finiteVerbs, isDeterminer, SUBJECT_PRONOUNS } from './verbs.ts';
import { isOfClass } from './words.ts';

/** Content words `from` to `to` of a clause, after its frame was taken off. */
export interface Framed {
  from: number;
  to: number;
  attribution: Attribution | null;
}

const FIRST_PERSON = new Set(['i', 'we', 'you']);
/** Verbs that report only with "that": without it they have an object of their own ("holds a meeting"). */
const NEEDS_THAT = new Set([
  'find',
  'show',
  'read',
  'hold',
  'feel',
  'learn',
  'hear',
  'reveal',
  'state',
  'post',
  'call',
  'describ',
  'dub',
  'label',
  'report',
  'promis',
  'continu',
  'comment',
  'recal',
  'stress',
  'emphasis',
  'clarifi',
  'maintain',
  'repeat',
  'confirm',
  'acknowledg',
  'declar',
  'announc',
  'disclos',
  'point',
  'pledg',
  'explain',
  'deni',
  'reject',
  'disput',
  'dismiss',
  'see',
  'go',
  'guess',
  'note',
  'add',
  'think',
  'suggest',
  'observ',
  'remark',
  'estim',
  'respond',
  'conclud',
  'complain',
]);
const FRAME_NOUNS = new Set([
  'view',
  'telling',
  'account',
  'words',
  'opinion',
  'eyes',
  'reading',
  'count',
  'estimate',
  'reckoning',
  'version',
]);
/** A frame longer than this is a clause of its own that happens to hold a reporting verb. */
const MAX_FRAME_WORDS = 14;
const MAX_TAIL_WORDS = 12;

const words = (text: string, tokens: Token[], from: number, to: number): string =>
  from < to ? text.slice(tokens[from]!.start, tokens[to - 1]!.end) : '';

function attribution(text: string, tokens: Token[], from: number, to: number, cue: Hit): Attribution | null {
  let start = from;
  while (start < to && ['and', 'but', 'so', 'that', 'as', 'still', 'yet', 'or'].includes(tokens[start]!.norm)) start++;
  // "It is a fiction, the office retorted": the source is what stands nearest to the verb.
  for (let i = to - 1; i > start; i--)
    if (tokens[i]!.before === BREAK.comma && to - i <= 6 && i < to - 1) {
      start = i;
      break;
    }
  const source = words(text, tokens, start, to);
  const subject = tokens[start]?.norm ?? '';
  if (!source || FIRST_PERSON.has(subject)) return null;
  return { source, cue: words(text, tokens, cue.start, cue.end) };
}

/** Whether a reporting verb at `hit` is used as one: after a subject, and not as a noun or participle. */
function reports(tokens: Token[], hit: Hit, from: number): boolean {
  const verb = tokens[hit.start]!;
  const prev = tokens[hit.start - 1];
  // "a yardstick for telling good from bad": a gerund reports when "that" follows, or after a comma ("…, adding").
  if (verb.norm.endsWith('ing') && verb.before < BREAK.comma && tokens[hit.end]?.norm !== 'that') return false;
  if (hit.start === from) return isOfClass(verb.norm, 'present') || isOfClass(verb.norm, 'past');
  if (!prev) return false;
  // "wishes to state that": any form reports when "that" follows.
  if (prev.norm === 'to' && tokens[hit.end]?.norm === 'that') return true;
  if (isDeterminer(prev.norm) && !SUBJECT_PRONOUNS.has(prev.norm)) return false;
  if (['to', 'of', 'be', 'been', 'being', 'is', 'are', 'was', 'were', "'s", 'not', 'social'].includes(prev.norm))
    return false;
  return true;
}

/** Who a clause that is nothing but a frame names, and the verb: "a lawyer said", "said the lawyer". */
export function frameAlone(text: string, tokens: Token[], cue: Hit, from: number, to: number): Attribution | null {
  return attribution(text, tokens, from, cue.start, cue) ?? attribution(text, tokens, cue.end, to, cue);
}

/** The frame around words `from` to `to`, taken off. `hits` are the sentence's. */
export function takeFrame(text: string, tokens: Token[], hits: Hit[], from: number, to: number): Framed {
  const first = tokens[from]?.norm;
  const finite = finiteVerbs(tokens);
  // "According to X, …", "per X, …", "in her telling, …"
  if (
    first === 'according' ||
    first === 'per' ||
    ((first === 'in' || first === 'by' || first === 'for' || first === 'to') && frameNoun(tokens, from, to))
  ) {
    const comma = nextBreak(tokens, from + 1, to);
    if (comma > 0 && comma - from <= MAX_FRAME_WORDS && to - comma >= 2) {
      const skip = first === 'according' ? 2 : 1;
      return {
        from: comma,
        to,
        attribution: { source: words(text, tokens, from + skip, comma), cue: words(text, tokens, from, from + skip) },
      };
    }
    if (first === 'according') {
      const end = sourceEnd(tokens, from + 2, to);
      return { from: end, to, attribution: { source: words(text, tokens, from + 2, end), cue: 'according to' } };
    }
  }
  const reporting = hits.filter(
    (h) => h.concept === 'report' && h.start >= from && h.end <= to && reports(tokens, h, from),
  );
  // "…, X says" and "…, according to X" at the end.
  const tail = tailStart(text, tokens, from, to, reporting);
  if (tail)
    return {
      from,
      to: tail.at,
      attribution: tail.cue
        ? (attribution(text, tokens, tail.at, tail.cue.start, tail.cue) ??
          attribution(text, tokens, tail.cue.end, to, tail.cue))
        : { source: words(text, tokens, tail.at + 2, to), cue: 'according to' },
    };
  // "X says (that) …" at the start.
  for (const hit of reporting) {
    if (hit.start - from > MAX_FRAME_WORDS) break;
    let content = hit.end;
    // Objects of telling ("told us", "assured the room") and adverbs stand before "that".
    for (let k = content; k < Math.min(to, content + 7) && !(k > content && finite[k - 1]); k++) {
      if (tokens[k]!.norm === 'that' && tokens[k]!.before < BREAK.strong) {
        content = k + 1;
        break;
      }
    }
    if (
      content === hit.end &&
      ['tell', 'assur', 'warn', 'sai'].includes(tokens[hit.start]!.stem) &&
      ['me', 'us', 'him', 'her', 'them', 'you', 'reporters', 'readers'].includes(tokens[content]?.norm ?? '')
    )
      content++;
    if (to - content < 2) continue;
    // An aside in the middle opens nothing, unless "that" follows it.
    if (tokens[content - 1]!.norm !== 'that' && insideCommas(tokens, hit, from, to)) continue;
    if (NEEDS_THAT.has(tokens[hit.start]!.stem) && tokens[content - 1]!.norm !== 'that') continue;
    // A further verb of the same source: "…, warns that Q".
    if (hit.start === from) {
      if (tokens[content - 1]!.norm === 'that') return { from: content, to, attribution: null };
      continue;
    }
    // "has never said how far it goes" says nothing of how far.
    if (['how', 'where', 'what', 'why', 'whether', 'which', 'when'].includes(tokens[content]!.norm)) continue;
    if (['to', 'of', 'by', 'about', 'for', 'as', 'on', 'with', 'in'].includes(tokens[content]!.norm)) continue;
    return { from: content, to, attribution: attribution(text, tokens, from, hit.start, hit) };
  }
  // "…, she told us, …" in the middle: recorded, and left where it stands.
  for (const hit of reporting) {
    if (insideCommas(tokens, hit, from, to)) {
      let start = hit.start;
      while (start > from && tokens[start]!.before < BREAK.comma) start--;
      return { from, to, attribution: attribution(text, tokens, start, hit.start, hit) };
    }
  }
  return { from, to, attribution: null };
}

/** "According to him nobody …", "according to the bank most …": where the source ends when no comma says so. */
function sourceEnd(tokens: Token[], from: number, to: number): number {
  for (let i = from + 1; i < Math.min(to - 1, from + 8); i++) {
    const w = tokens[i]!.norm;
    if (SUBJECT_PRONOUNS.has(w) || (isDeterminer(w) && !['of', 'the'].includes(tokens[i - 1]!.norm))) return i;
  }
  return Math.min(to, from + 2);
}

function frameNoun(tokens: Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + 7); i++) {
    if (tokens[i]!.before >= BREAK.comma) return false;
    if (FRAME_NOUNS.has(tokens[i]!.norm)) return true;
  }
  return false;
}

function nextBreak(tokens: Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokens[i]!.before >= BREAK.comma) return i;
  return -1;
}

function tailStart(
  text: string,
  tokens: Token[],
  from: number,
  to: number,
  reporting: Hit[],
): { at: number; cue: Hit | null } | null {
  for (let i = to - 1; i > from + 1 && i >= to - MAX_TAIL_WORDS; i--) {
    if (tokens[i]!.norm === 'according' && tokens[i + 1]?.norm === 'to') return { at: i, cue: null };
    if (tokens[i]!.before < BREAK.quote) continue;
    const cue = reporting.find((h) => h.start >= i && h.start <= i + 9);
    // "…, she noted, loosens …": the frame stands in the middle.
    // After a closing quotation mark it is a tail all the same.
    const closes = /["”]/.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start));
    if (cue && !closes && tokens.slice(cue.end, to).some((t) => t.before === BREAK.comma)) continue;
    if (cue && !tokens.slice(i, to).some((t) => t.norm === 'that')) {
      // What follows the verb must be its subject or an object, not a content clause.
      if (closes || cue.start > i || to - cue.end <= 7) return { at: i, cue };
    }
    if (tokens[i]!.before >= BREAK.comma && i < to - 1 && tokens[i]!.before === BREAK.strong) return null;
  }
  return null;
}

function insideCommas(tokens: Token[], hit: Hit, from: number, to: number): boolean {
  let left = hit.start;
  while (left > from && tokens[left]!.before < BREAK.comma && hit.start - left < 6) left--;
  let right = hit.end;
  while (right < to && tokens[right]!.before < BREAK.comma && right - hit.end < 6) right++;
  return left > from && tokens[left]!.before >= BREAK.comma && right < to && tokens[right]!.before >= BREAK.comma;
}
