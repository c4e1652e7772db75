/** How clauses and sentences open and what that makes of them: answers, lists of wrongs, links, frames, questions. */
import { ASIDE, type ClauseRange } from './clauses.ts';
import type { Hit } from './concepts.ts';
import { AUXILIARIES, FILLERS } from './replies.ts';
import { BREAK, type Token } from './tokens.ts';
import { finiteVerbs } from './verbs.ts';
import type { SentenceView } from './view.ts';

const ASKING = new Set(['ask', 'wonder', 'inquir', 'enquir']);
/** "Members asked whether P": the word P begins with; 0 when nothing is asked. */
export function indirectQuestion(tokens: Token[], from: number): number {
  for (let i = from; i < tokens.length - 3; i++) {
    if (!ASKING.has(tokens[i]!.stem)) continue;
    for (let k = i + 1; k < Math.min(tokens.length - 2, i + 8); k++)
      if (tokens[k]!.norm === 'whether' || tokens[k]!.norm === 'if') return k + 1;
  }
  return 0;
}

/** Skips "is it true that", "do", "can" at the head of a question, so that its content reads as a statement. */
export function skipAsk(tokens: Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length - 2, from + 8); i++)
    if (['that', 'whether', 'if'].includes(tokens[i]!.norm)) return i + 1;
  return from;
}

/** Whether a clause is nothing but an answer ("false", "not so"); "it is nine" and "no flights" are more. */
export function answers(hits: Hit[], tokens: Token[], range: ClauseRange): string | null {
  if (range.end - range.start > 8) return null;
  const hit = hits.find(
    (h) =>
      (h.concept === 'reply-false' || h.concept === 'reply-true') &&
      h.start === range.start &&
      (h.end === range.end || (range.end - range.start <= 4 && h.end === range.end - 1 && addsNothing(tokens, h.end))),
  );
  return hit?.concept ?? null;
}

/** Whether a word behind an answer says nothing more. */
const addsNothing = (tokens: Token[], at: number): boolean =>
  FILLERS.has(tokens[at]!.norm) ||
  tokens[at]!.before >= BREAK.comma ||
  !(AUXILIARIES.has(tokens[at - 1]!.norm) || INTERJECTIONS_THAT_BIND.has(tokens[at - 1]!.norm));

/** Words that answer alone, and before another word belong to it. */
const INTERJECTIONS_THAT_BIND = new Set(['no', 'none', 'hardly']);

/** Whether the words of a frame reject what it reports ("It is a fiction, the office retorted, that P"). */
export function rejectsWithin(hits: Hit[], from: number, to: number): boolean {
  const within = (concept: string): boolean => isWithin(hits, concept, from, to);
  const rejects = ['reject-before', 'retract-before', 'reject-after', 'reject-head'].some(within);
  return rejects && !within('double-reject');
}

/** Whether words `from` to `to` hold a concept. */
export const isWithin = (hits: Hit[], concept: string, from: number, to: number): boolean =>
  hits.some((h) => h.concept === concept && h.start >= from && h.end <= to);

/** Whether a clause announces a list of wrongs whose items follow in the sentence. */
export function heads(hits: Hit[], tokens: Token[], range: ClauseRange): boolean {
  if (tokens[range.end]?.norm !== 'that') return false;
  return hits.some(
    (h) =>
      ['list-of-wrongs', 'reject-before', 'reject-after', 'reject-head'].includes(h.concept) &&
      h.start >= range.start &&
      h.end <= range.end,
  );
}

const ORDINALS = new Set([
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'firstly',
  'secondly',
  'thirdly',
  'one',
  'two',
  'three',
  'another',
  'finally',
  'last',
  'lastly',
  'next',
  'number',
]);
/** "Three things they get wrong. First, …": whether a sentence announces wrongs, and whether one is an item. */
export function announces(view: SentenceView): boolean {
  return view.hits.some((h) => h.concept === 'list-of-wrongs') && view.tokens.length <= 24;
}
export function isItem(view: SentenceView, from: number): boolean {
  const first = view.tokens[from];
  return first !== undefined && (ORDINALS.has(first.norm) || (first.norm >= '0' && first.norm <= '99'));
}

const INTERJECTIONS = new Set([
  'no',
  'yes',
  'well',
  'oh',
  'nope',
  'yep',
  'sure',
  'look',
  'ok',
  'okay',
  'sorry',
  'actually',
  'true',
  'granted',
  'right',
]);
const LINKS = new Set(['and', 'but', 'or', 'nor', 'yet', 'so', 'that', 'also', 'then']);
export function skipLink(tokens: Token[], from: number): number {
  let i = from;
  for (; i < tokens.length - 2; i++) {
    const { norm } = tokens[i]!;
    // "No, there is none": the interjection answers or opens, it denies nothing by itself.
    const interjection = INTERJECTIONS.has(norm) && tokens[i + 1]!.before >= BREAK.comma;
    const link = LINKS.has(norm) && norm !== 'nor' && !(norm === 'that' && i === from && tokens[i + 1]!.norm === 'is');
    if (!interjection && !link) break;
  }
  return i;
}

const ENUMERATORS = new Set(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'a', 'b', 'c', 'd', 'e']);
/** Skips "1)", "(ii)" and the like at the head of a clause. */
export function skipNumber(tokens: Token[], range: ClauseRange): number {
  const [first, second] = [tokens[range.start]!, tokens[range.start + 1]];
  const bare = ENUMERATORS.has(first.norm) || (first.norm.length <= 2 && first.norm >= '0' && first.norm <= '99');
  return bare && second && second.before >= BREAK.bracket && range.end - range.start > 2
    ? range.start + 1
    : range.start;
}

/** Whether a clause goes on with what the one before began to report or deny ("… and that", "nor that"). */
export function continues(tokens: Token[], from: number): boolean {
  const [a, b] = [tokens[from]?.norm, tokens[from + 1]?.norm];
  return a === 'that' || ((a === 'and' || a === 'or' || a === 'nor' || a === 'but') && (b === 'that' || a === 'or'));
}

/** Words behind a verb of saying that make what comes what it does, not whom it tells: "it thinks with …", "writes its own". */
const OWN_OBJECT = new Set(['its', 'their', 'his', 'her', 'no', 'with', 'by', 'off', 'down', 'up']);
/** Words before one that make it a noun: "they have no say". */
const MAKE_NOUN = new Set(['no', 'a', 'any', 'little', 'some', 'their', 'its', 'less', 'more', 'final']);
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** Whether a verb of saying says nothing of what is said elsewhere: a noun, a passive, or one with an object of its own. */
function isNoFrame(tokens: Token[], report: Hit): boolean {
  const [before, behind] = [tokens[report.start - 1]?.norm ?? '', tokens[report.end]?.norm ?? ''];
  if (tokens[report.start]!.norm === 'say' && MAKE_NOUN.has(before)) return true;
  return OWN_OBJECT.has(behind) || (BE.has(before) && behind === 'to');
}

export function isFrameOnly(hits: Hit[], tokens: Token[], range: ClauseRange): boolean {
  if (range.end - range.start > 8) return false;
  const report = reportIn(hits, tokens, range);
  if (!report || isNoFrame(tokens, report)) return false;
  // "No such score exists, they replied": a claim and its frame, not a frame alone.
  for (let i = range.start + 1; i <= report.start; i++) if (tokens[i]!.before >= BREAK.comma) return false;
  const rest = tokens.slice(report.end, range.end);
  const verbs = finiteVerbs(tokens).slice(report.end, range.end).some(Boolean);
  return rest.length <= 3 && report.start - range.start <= 5 && !verbs && !rest.some((t) => t.norm === 'that');
}

export function reportIn(hits: Hit[], tokens: Token[], range: ClauseRange): Hit | undefined {
  return hits.find(
    (h) => h.concept === 'report' && h.start >= range.start && h.end <= range.end && ASIDE.has(tokens[h.start]!.norm),
  );
}
