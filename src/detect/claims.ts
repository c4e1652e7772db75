/**
 * Sentences → drafts of claims: clauses that assert something about the social credit system, with who says it
 * and whether the text rejects it. Matching and labels come after.
 */
import type { Article, Attribution, Span } from '../model.ts';
import { type ClauseRange, splitClauses } from './clauses.ts';
import type { ConceptIndex } from './concepts.ts';
import { type CutHit, cutHits } from './cut-sides.ts';
import { frameAlone, takeFrame } from './frame.ts';
import {
  announces,
  answers,
  continues,
  heads,
  indirectQuestion,
  isFrameOnly,
  isItem,
  rejectsWithin,
  reportIn,
  skipAsk,
  skipLink,
  skipNumber,
} from './openings.ts';
import { foldRejection } from './rejection.ts';
import { isReply, readLabel } from './replies.ts';
import type { Token } from './tokens.ts';
import { onTopic } from './topic.ts';
import { type SentenceView, viewSentences } from './view.ts';

/** A claim before it is matched. */
export interface Draft {
  span: Span;
  sentence: number;
  /** The sentence whose words carry the content: the claim's own, or the question that a reply answers. */
  view: SentenceView;
  /** Content words of `view`, frame and rejection taken off. */
  from: number;
  to: number;
  attribution: Attribution | null;
  rejected: boolean;
  /** Views of the sentences before, nearest first, at most `CONTEXT_SENTENCES`. */
  before: SentenceView[];
  /** Views of the sentences behind, nearest first, at most `LOOK_AHEAD`. */
  after: SentenceView[];
}

/** How far back anaphora and topic reach: a short paragraph. */
export const CONTEXT_SENTENCES = 4;

/** How far ahead a text may take back what it says: the answer, and a sentence between. */
const LOOK_AHEAD = 2;

/** A clause of fewer words asserts nothing that can be checked by itself. */
const MIN_WORDS = 2;

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
 */
export function findDrafts(
  article: Article,
  index: ConceptIndex,
  assumeTopic = false,
  unheard: ReadonlySet<string> = NOTHING,
): { views: SentenceView[]; drafts: Draft[]; onTopic: boolean } {
  const views = viewSentences(article, index, unheard);
  const topical = onTopic(views, article);
  const drafts: Draft[] = [];
  let question: Pending | null = null;
  let label: 'rejects' | 'affirms' | null = null;
  let wrongs = false;
  let speaker: Attribution | null = null;
  let speakerBlock = -1;
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
    const head = readLabel(article.text, view);
    if (head.kind === 'speaker') speaker = head.attribution;
    if (head.kind === 'affirms' || head.kind === 'rejects') label = head.kind;
    if (head.kind === 'question' || head.kind === 'answer') speaker = null;
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
            attribution: reply.attribution ?? speaker ?? question.attribution,
            rejected: reply.says === 'false' ? !question.rejected : question.rejected,
            before: [view, ...before],
            after,
          });
        }
        question = null;
      } else if (reply.says === 'false') turnLast(drafts, view.index, reply.elliptic);
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
    const heard = cutHits(view.hits, index);
    const own = clausesOf(article, view, start, before, after, speaker, label === 'rejects' || wrongs, heard, drafts);
    if (announces(view)) wrongs = true;
    if (own > 0 || !reply) question = null;
    if (label === 'rejects' && head.kind === null) label = null;
  }
  return { views, drafts, onTopic: assumeTopic || topical.some(Boolean) };
}

/** A rejection in a sentence of its own belongs to the claims of the sentence before it. */
function turnLast(drafts: Draft[], sentence: number, elliptic: boolean): void {
  const last = drafts.at(-1);
  if (!last || sentence - last.sentence > 2) return;
  // All that one source says in the sentence is answered together.
  const source = last.attribution?.source;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!;
    if (
      draft.sentence !== last.sentence ||
      (draft !== last && (source === undefined || draft.attribution?.source !== source))
    )
      break;
    // "They do not" denies the content itself, whatever was said of it before; "that is wrong" turns what was said.
    draft.rejected = elliptic || !draft.rejected;
  }
  for (let i = drafts.length - 1; i >= 0 && drafts[i]!.sentence === last.sentence; i--) {
    if (drafts[i]!.attribution?.source === source) drafts[i]!.attribution = null;
  }
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
): number {
  const { tokens } = view;
  let carried: Attribution | null = null;
  let carriedRejection = false;
  let count = 0;
  let loose: Draft | null = null;
  /** Where the last claim of the sentence ended. */
  let said = start;
  for (const range of splitClauses(tokens, start, tokens.length, heard)) {
    const answer = answers(view.hits, range);
    if (answer) {
      // "Everyone has a score – FALSE": the answer belongs to the clause before it.
      if (answer === 'reply-false' && loose) loose.rejected = !loose.rejected;
      if (loose || answer === 'reply-true') continue;
    }
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
      if (folded.rejected && loose) loose.rejected = !loose.rejected;
      else if (folded.rejected && count === 0) turnLast(drafts, view.index, false);
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
    };
    if (folded.to - folded.from < MIN_WORDS || draft.span.end <= draft.span.start) continue;
    drafts.push(draft);
    said = range.end;
    loose = draft;
    count++;
  }
  return count;
}

/** The span of words `from` to `to`. */
function spanOf(tokens: Token[], from: number, to: number): Span {
  const first = tokens[Math.min(from, tokens.length - 1)]!;
  const last = tokens[Math.max(from, to - 1)] ?? first;
  return { start: first.start, end: last.end };
}
