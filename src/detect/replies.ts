/** Labels at the head of a sentence ("MYTH:", "GUEST:", "Q:") and sentences that only answer another ("Not so."). */
import type { Attribution } from '../model.ts';
import { BREAK } from './tokens.ts';
import { firstHit, type SentenceView } from './view.ts';

export interface HeadLabel {
  kind: 'speaker' | 'affirms' | 'rejects' | 'question' | 'answer' | 'other' | null;
  /** Index of the first word after the label. */
  end: number;
  attribution: Attribution | null;
}

const REJECTS = new Set([
  'myth',
  'fiction',
  'false',
  'wrong',
  'fake',
  'misconception',
  'busted',
  'lie',
  'untrue',
  'fallacy',
  'rumour',
  'rumor',
  'legend',
  'falsehood',
]);
const AFFIRMS = new Set(['fact', 'true', 'truth', 'reality', 'correct', 'facts', 'actually', 'verdict']);
const QUESTION = new Set(['q', 'question']);
const ANSWER = new Set(['a', 'answer']);
const MAX_LABEL_WORDS = 4;

/** The label a sentence begins with, if any. */
export function readLabel(text: string, view: SentenceView): HeadLabel {
  const { tokens } = view;
  const none: HeadLabel = { kind: null, end: 0, attribution: null };
  for (let i = 1; i <= Math.min(MAX_LABEL_WORDS, tokens.length - 1); i++) {
    if (tokens[i]!.before !== BREAK.strong) continue;
    const between = text.slice(tokens[i - 1]!.end, tokens[i]!.start);
    const last = tokens[i - 1]!.norm;
    const words = tokens.slice(0, i).map((t) => t.norm);
    if (
      !between.includes(':') &&
      !(i <= 2 && (between.includes('—') || between.includes('–')) && (REJECTS.has(last) || AFFIRMS.has(last)))
    )
      return none;
    if (words.some((w) => REJECTS.has(w))) return { kind: 'rejects', end: i, attribution: null };
    if (words.some((w) => AFFIRMS.has(w)) && words[0] !== 'quick')
      return { kind: 'affirms', end: i, attribution: null };
    if (QUESTION.has(last)) return { kind: 'question', end: i, attribution: null };
    if (ANSWER.has(last)) return { kind: 'answer', end: i, attribution: null };
    const label = text.slice(tokens[0]!.start, tokens[i - 1]!.end);
    if (label === label.toUpperCase() && /[A-Z]{2}/.test(label))
      return { kind: 'speaker', end: i, attribution: { source: label, cue: ':' } };
    return { ...none, kind: 'other', end: i };
  }
  return none;
}

/** Words that may follow an answer and say nothing more: "They do not, of course." "It is Orwellian" says something. */
export const FILLERS = new Set(
  'of course at all either though sadly really true so however quite indeed actually alas yet all in any case'.split(
    ' ',
  ),
);

export interface Reply {
  says: 'false' | 'true';
  /** Index of the first word after the reply. */
  end: number;
  /** Index of the first word after those that answer; who answers may be named there ("Nonsense, said the ministry"). */
  said: number;
  /** An interjection ("no", "yes"), which may as well open a sentence of its own. */
  bare: boolean;
  /** "They do not", "it is": an auxiliary that stands for the whole predicate. */
  elliptic: boolean;
}

/** Forms that stand for a whole predicate. */
export const AUXILIARIES = new Set('is are was were do does did has have had can will may'.split(' '));
/** Words that deny nothing by themselves where they open a sentence ("No, there is none"). */
const INTERJECTIONS = new Set(['no', 'nope', 'nah', 'hardly', 'none', 'nay']);

/** Whether a sentence answers the one before it ("False.", "They do not.", "No; it bore the stamp …"). */
export function isReply(view: SentenceView, from: number): Reply | null {
  const { tokens, hits } = view;
  if (tokens.length - from < 1) return null;
  const no = firstHit(hits, ['reply-false'], from, tokens.length);
  const yes = firstHit(hits, ['reply-true'], from, tokens.length);
  const hit = no && no.start <= from + 1 ? no : yes && yes.start === from ? yes : null;
  if (!hit) return null;
  const says = hit.concept === 'reply-false' ? 'false' : 'true';
  const best = says === 'false' ? no! : yes!;
  const next = tokens[best.end];
  const single = best.end - best.start === 1;
  const opens = best.start === from && !INTERJECTIONS.has(tokens[from]!.norm);
  const bare = single && (says === 'true' || !opens);
  const last = tokens[best.end - 1]!.norm;
  const elliptic =
    !single && best.end - best.start <= 3 && (says === 'false' ? last === 'not' : !next && AUXILIARIES.has(last));
  // A reply stands alone, or is parted by a comma or stronger from what goes on.
  const short =
    tokens.length - from <= 4 &&
    ((!single && tokens.slice(best.end).every((t) => t.before >= BREAK.comma || FILLERS.has(t.norm))) ||
      (next !== undefined && next.before >= BREAK.comma) ||
      repeats(view, best.end));
  if (!next || short) return { says, end: tokens.length, said: best.end, bare, elliptic };
  // "It is a fiction, the office retorted, that P" goes on to say what is one.
  if (says === 'false' && tokens.slice(best.end, best.end + 3).some((t) => t.norm === 'to' || t.norm === 'that'))
    return null;
  if (tokens.slice(best.end, best.end + 16).some((t) => t.norm === 'that' && t.before === BREAK.comma)) return null;
  if (next.before >= BREAK.comma && best.end - from >= 1)
    // "No, it is not" answers twice over; "No; it bore the stamp" goes on to say something.
    return { says, end: repeats(view, best.end) ? tokens.length : best.end, said: best.end, bare, elliptic };
  return null;
}

/** Whether the words from `from` on are one more answer and nothing else. */
function repeats(view: SentenceView, from: number): boolean {
  const rest = view.tokens.length - from;
  return (
    rest <= 6 &&
    view.hits.some((h) => h.concept.startsWith('reply-') && h.start === from && h.end >= view.tokens.length - 1)
  );
}
