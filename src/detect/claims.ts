/**
 * Sentences → drafts of claims: clauses that assert something about the social credit system, with who says it
 * and whether the text rejects it. Matching and labels come after.
 */
import type { Article, Attribution, Span } from '../model.ts';
import {
  type Account,
  confirm,
  goOn,
  labelDrafts,
  newAccount,
  type Speaks,
  type Told,
  takeBack,
  turn,
} from './account.ts';
import { type ClauseRange, splitClauses } from './clauses.ts';
import type { ConceptIndex } from './concepts.ts';
import { type CutHit, cutHits } from './cut-sides.ts';
import { type CutDoubt, type CutPlace, partsOrDoubts } from './cuts.ts';
import { frameAlone, takeFrame } from './frame.ts';
import {
  announces,
  answers,
  continues,
  heads,
  indirectQuestion,
  isFrameOnly,
  isItem,
  isWithin,
  rejectsWithin,
  reportIn,
  skipAsk,
  skipLink,
  skipNumber,
} from './openings.ts';
import { foldRejection } from './rejection.ts';
import { isReply, readLabel } from './replies.ts';
import { BREAK, type Token } from './tokens.ts';
import { onTopic } from './topic.ts';
import { saidBy, verdictOf, verdictOn, within } from './verdicts.ts';
import { type SentenceView, viewSentences } from './view.ts';

/** A claim before it is matched. */
export interface Draft extends Told {
  span: Span;
  /** Views of the sentences before, nearest first, at most `CONTEXT_SENTENCES`. */
  before: SentenceView[];
  /** Views of the sentences behind, nearest first, at most `LOOK_AHEAD`. */
  after: SentenceView[];
  /** Where in the sentence it is not sure that clauses part, in order. */
  doubts: readonly CutDoubt[];
}

/** How far back anaphora and topic reach: a short paragraph. */
export const CONTEXT_SENTENCES = 4;

/** How far ahead a text may take back what it says: the answer, and a sentence between. */
const LOOK_AHEAD = 2;

/** A clause of fewer words asserts nothing that can be checked by itself. */
export const MIN_WORDS = 2;

const NOTHING: ReadonlySet<string> = new Set();

interface Pending {
  view: SentenceView;
  range: ClauseRange;
  attribution: Attribution | null;
  rejected: boolean;
}

/**
 * The sentences of an article and the clauses in them that may be claims, in the order of their spans; and whether any
 * sentence is about the social credit system. With `assumeTopic`, every sentence is taken to be about the social credit system.
 * `speaks` tells which words hold something to check, for the verdicts that look back for it.
 */
export function findDrafts(
  article: Article,
  index: ConceptIndex,
  assumeTopic = false,
  unheard: ReadonlySet<string> = NOTHING,
  speaks?: Speaks,
): { views: SentenceView[]; drafts: Draft[]; onTopic: boolean } {
  const views = viewSentences(article, index, unheard);
  const topical = onTopic(views, article);
  const drafts: Draft[] = [];
  let question: Pending | null = null;
  let label: 'rejects' | 'affirms' | null = null;
  let wrongs = false;
  let speaker: Attribution | null = null;
  let speakerBlock = -1;
  const account = newAccount(speaks);
  for (const view of views) {
    if (!assumeTopic && !topical[view.index]) {
      question = null;
      continue;
    }
    const { tokens, sentence } = view;
    if (tokens.length === 0) continue;
    if (sentence.block !== speakerBlock) {
      speaker = null;
      label = null;
    }
    speakerBlock = sentence.block;
    const before = views.slice(Math.max(0, view.index - CONTEXT_SENTENCES), view.index).reverse();
    const after = views.slice(view.index + 1, view.index + 1 + LOOK_AHEAD);
    goOn(account, view, drafts.length);
    const head = readLabel(article.text, view);
    if (head.kind === 'speaker') speaker = head.attribution;
    if (head.kind === 'affirms' || head.kind === 'rejects') label = head.kind;
    if (head.kind === 'question' || head.kind === 'answer') speaker = null;
    const fact = head.kind === 'other' && !question ? labelled(view, head.end) : null;
    if (fact) {
      const span = spanOf(tokens, 0, tokens.length);
      drafts.push({ span, sentence: view.index, view, ...fact, attribution: speaker, before, after, doubts: [] });
      continue;
    }
    const from = head.end;
    const answer = isReply(view, from);
    // "No, …" before a whole clause answers a question; without one it only opens the sentence.
    const reply = answer?.bare && answer.end < tokens.length && !question ? null : answer;
    if (reply) {
      if (question) {
        const span = { start: tokens[from]!.start, end: tokens[reply.end - 1]!.end };
        if (reply.end - from >= 1) {
          drafts.push({
            span,
            sentence: view.index,
            view: question.view,
            from: question.range.start,
            to: question.range.end,
            attribution: speaker ?? question.attribution,
            rejected: reply.says === 'false' ? !question.rejected : question.rejected,
            before: [view, ...before],
            after,
            doubts: [],
          });
        }
        question = null;
      } else if (reply.says === 'false') {
        const verdict = verdictOf(view, from, reply.end);
        const reach = verdict?.reach === 'all' ? 'all' : 'last';
        const effect = reply.elliptic ? 'denied' : (verdict?.effect ?? 'turned');
        takeBack(account, drafts, view.index, { reach, effect, by: saidBy(article.text, view, reply.said) });
      } else if (reply.elliptic) takeBack(account, drafts, view.index, { reach: 'last', effect: 'affirmed', by: null });
      else confirm(account, drafts, view.index);
      if (reply.end >= tokens.length) continue;
    }
    const start = reply ? reply.end : from;
    if (view.question || head.kind === 'question') {
      const clause = foldRejection(view, { start, end: tokens.length });
      question = {
        view,
        range: { start: skipAsk(tokens, clause.from), end: clause.to },
        attribution: null,
        rejected: clause.rejected,
      };
      continue;
    }
    const asked = indirectQuestion(tokens, start);
    if (asked > 0) {
      const clause = foldRejection(view, { start: asked, end: tokens.length });
      question = { view, range: { start: clause.from, end: clause.to }, attribution: null, rejected: clause.rejected };
      continue;
    }
    if (wrongs && !isItem(view, start)) wrongs = false;
    const told = drafts.length;
    const heard = cutHits(view.hits, index);
    const rejects = label === 'rejects' || wrongs;
    const own = clausesOf(article, view, start, before, after, speaker, rejects, heard, drafts, account);
    if (label !== null || wrongs) labelDrafts(account, drafts.slice(told), label ?? 'rejects');
    if (announces(view)) wrongs = true;
    if (own > 0 || !reply) question = null;
    if (label === 'rejects' && head.kind === null) label = null;
  }
  return { views, drafts, onTopic: assumeTopic || topical.some(Boolean) };
}

function clausesOf(
  article: Article,
  view: SentenceView,
  start: number,
  before: SentenceView[],
  after: SentenceView[],
  speaker: Attribution | null,
  labelRejects: boolean,
  heard: readonly CutHit[],
  drafts: Draft[],
  account: Account,
): number {
  const { tokens } = view;
  let carried: Attribution | null = null;
  let carriedRejection = false;
  let count = 0;
  let loose: Draft | null = null;
  /** Where the last claim of the sentence ended. */
  let said = start;
  const doubts: CutDoubt[] = [];
  /** "… – nonsense": a verdict at the end parts from what it is on, whatever the model of cuts makes of it. */
  const isAnswer = ({ at, to }: CutPlace): boolean =>
    tokens[at]!.before === BREAK.strong && answers(view.hits, tokens, { start: at, end: to }) === 'reply-false';
  const parts = (place: CutPlace): boolean => isAnswer(place) || partsOrDoubts(place, doubts);
  for (const whole of splitClauses(tokens, start, tokens.length, heard, parts)) {
    const answer = answers(view.hits, tokens, whole);
    if (answer) {
      // "Everyone has a score – FALSE": the answer belongs to the clause before it.
      if (answer === 'reply-false' && loose) turn(account, loose, { effect: 'turned', by: loose.attribution });
      if (loose || answer === 'reply-true') continue;
    }
    const found = verdictOn(article.text, view, whole, account.speaks);
    if (found && !found.behind) {
      takeBack(account, drafts, view.index, { ...found, reach: within(found.reach) });
      if (found.alone) continue;
    }
    const range = found?.behind ? { start: whole.start, end: found.at } : whole;
    if (heads(view.hits, tokens, range)) {
      // "None of this is true: that P, that Q": the items are what is rejected.
      carriedRejection = true;
      continue;
    }
    const linked = continues(tokens, range.start);
    const framed = takeFrame(article.text, tokens, view.hits, skipLink(tokens, skipNumber(tokens, range)), range.end);
    if (framed.attribution) carried = framed.attribution;
    if (isFrameOnly(view.hits, tokens, range)) {
      // "…, he went on": the frame of the clause before it.
      const cue = reportIn(view.hits, tokens, range)!;
      const by = frameAlone(article.text, tokens, cue, range.start, range.end);
      if (!by) continue;
      if (loose) loose.attribution = by;
      else carried = by;
      continue;
    }
    const folded = foldRejection(view, { start: framed.from, end: framed.to });
    if (folded.kind === 'reply') {
      if (folded.rejected && loose) turn(account, loose, { effect: 'turned', by: loose.attribution });
      else if (folded.rejected && count === 0)
        takeBack(account, drafts, view.index, { reach: 'last', effect: 'turned', by: null });
      continue;
    }
    // What rejects may stand before a frame or an aside ("It is false, a minister said, that P").
    const that = tokens[framed.from - 1]?.norm === 'that' || tokens[folded.from - 1]?.norm === 'that';
    const opened = that ? said : range.start;
    const inFrame =
      rejectsWithin(view.hits, opened, framed.from) !==
      (tokens[range.start]!.norm === 'nor' && framed.from > range.start);
    const rejected: boolean = (folded.rejected !== inFrame) !== (linked && carriedRejection);
    if (!linked) carriedRejection = (folded.rejected && folded.prefix) || inFrame;
    if (folded.attribution) carried = folded.attribution;
    const same = view.hits.find((h) => h.concept === 'likewise' && h.start === range.start && h.end < folded.to);
    const from = same ? Math.max(folded.from, same.end) : folded.from;
    const earlier = drafts.at(-1);
    const draft: Draft = {
      span: spanOf(tokens, from, folded.to),
      sentence: view.index,
      view,
      from,
      to: folded.to,
      attribution: carried ?? speaker,
      rejected: (same && earlier ? earlier.rejected : rejected) !== labelRejects,
      before,
      after,
      doubts,
    };
    if (folded.to - folded.from < MIN_WORDS || draft.span.end <= draft.span.start) continue;
    drafts.push(draft);
    if (folded.retracted || isWithin(view.hits, 'retract-before', opened, framed.from))
      labelDrafts(account, [draft], 'rejects');
    if (found?.behind) takeBack(account, drafts, view.index, { ...found, reach: within(found.reach) });
    said = whole.end;
    loose = draft;
    count++;
  }
  return count;
}

/**
 * An entry of a fact box: "Nationwide: no." says of the label whether it is so, "Start: 2014" is a claim with its label and
 * none without. Null where more is said than a word.
 */
function labelled(view: SentenceView, end: number): Pick<Draft, 'from' | 'to' | 'rejected'> | null {
  const { tokens } = view;
  if (tokens.length - end >= MIN_WORDS || view.question) return null;
  const reply = isReply(view, end);
  return { from: 0, to: reply ? end : tokens.length, rejected: reply?.says === 'false' };
}

/** The span of words `from` to `to`. */
export function spanOf(tokens: Token[], from: number, to: number): Span {
  const first = tokens[Math.min(from, tokens.length - 1)]!;
  const last = tokens[Math.max(from, to - 1)] ?? first;
  return { start: first.start, end: last.end };
}
