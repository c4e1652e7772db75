/**
 * Folds rejection into a clause: "it is a myth that P", "P is nonsense", "X denies that P" assert not-P
 * (codebook, section 1). The words that reject are taken off the content; each turns it once.
 */
import type { Attribution } from '../model.ts';
import type { ClauseRange } from './clauses.ts';
import type { Hit } from './concepts.ts';
import { BREAK } from './tokens.ts';
import { firstHit, lastHit, type SentenceView } from './view.ts';

export interface Folded {
  kind: 'claim' | 'reply';
  from: number;
  to: number;
  rejected: boolean;
  /** The rejection stood before the content, so that it carries over to "… and that Q". */
  prefix: boolean;
  /** It tells what was held once ("I used to think that P"): a verdict behind it ("I was wrong") says the same again. */
  retracted: boolean;
  attribution: Attribution | null;
}

/** How far into a clause a rejecting prefix may begin: past a source and an adverb, not past a predicate. */
const PREFIX_REACH = 9;
const EMBEDDING_REACH = 24;
/** How many words may follow a rejecting tail ("…is a myth, of course"). */
const TAIL_REACH = 4;
const DENIALS = new Set([
  'deni',
  'reject',
  'dismiss',
  'refut',
  'rebut',
  'disput',
  'contest',
  'rubbish',
  'repudi',
  'debunk',
  'quash',
]);

const FICTIONS = new Set([
  'tale',
  'myth',
  'legend',
  'canard',
  'lie',
  'fiction',
  'falsehood',
  'hoax',
  'misconcept',
  'fallaci',
  'fantasi',
  'fabl',
  'smear',
  'fabric',
  'delus',
]);

/** Takes the rejecting words off a clause. `domain` hits decide what is left to assert. */
export function foldRejection(view: SentenceView, range: ClauseRange): Folded {
  const { tokens, hits } = view;
  let { start: from, end: to } = range;
  let rejected = false;
  let prefix = false;
  let denied = false;
  let retracted = false;
  /** "The myth that P" stands as a subject: a tail that rejects it says nothing new. */
  let subject = false;
  let attribution: Attribution | null = null;
  for (let round = 0; round < 3; round++) {
    const before = firstHit(hits, ['reject-before', 'retract-before', 'double-reject'], from, to);
    if (!before || to - before.end < 2) break;
    // "… that P": all before it is a matrix clause, however long; other prefixes must stand near the head.
    const embeds = tokens[before.end - 1]!.norm === 'that' || tokens[before.end]!.norm === 'that';
    if (before.start >= from + (embeds ? EMBEDDING_REACH : PREFIX_REACH)) break;
    if (!opens(view, before, from)) break;
    if (before.concept !== 'double-reject') {
      retracted ||= before.concept === 'retract-before';
      // "debunking the tale that P" rejects once: the noun only names what the verb rejects.
      const named = tokens.slice(before.start, before.end).some((t) => FICTIONS.has(t.stem));
      if (!(denied && named)) rejected = !rejected;
      prefix = true;
      subject =
        named &&
        before.start === from &&
        !tokens.slice(before.start, before.end).some((t) => ['is', 'was', "'s", 'it'].includes(t.norm));
      denied = tokens.slice(before.start, before.end).some((t) => DENIALS.has(t.stem));
      const verb = tokens.slice(before.start, before.end).find((t) => DENIALS.has(t.stem));
      if (verb && before.start > from && attribution === null) {
        const text = tokens.slice(from, before.start);
        if (!['i', 'we'].includes(text[0]!.norm))
          attribution = { source: text.map((t) => t.norm).join(' '), cue: verb.norm };
      }
    }
    from = before.end;
    while (from < to - 1 && tokens[from]!.norm === 'that') from++;
  }
  const after = lastHit(hits, ['reject-after'], from, to);
  const noun = claimNoun(view, from, to);
  if (after && (after.end >= to - TAIL_REACH || noun > 0) && after.start - Math.max(from, noun) >= 2) {
    // "not a myth": what negates the rejection takes it back.
    const negated = hits.some(
      (h) =>
        h.concept === 'neg' &&
        h.start >= after.start - 2 &&
        h.end <= after.start + 2 &&
        h.start < after.end &&
        !(h.start >= after.start && h.end <= after.end),
    );
    if (!negated) {
      if (!subject) rejected = !rejected;
      to = after.start;
      if (noun > 0) from = noun;
    }
  } else if (after && to - from <= 8 && (after.start - from < 2 || about(view, from, after.start))) {
    return { kind: 'reply', from, to, rejected: true, prefix: false, retracted, attribution: null };
  }
  return { kind: 'claim', from, to, rejected, prefix, retracted, attribution };
}

/** A rejecting phrase opens the content when no predicate stands before it: at the head, or after a short source. */
function opens(view: SentenceView, hit: Hit, from: number): boolean {
  if (hit.start === from) return true;
  for (let i = from + 1; i <= hit.start; i++) if (view.tokens[i]!.before >= BREAK.strong) return false;
  return true;
}

const CLAIM_NOUNS = new Set([
  'claim',
  'idea',
  'notion',
  'stori',
  'rumour',
  'rumor',
  'myth',
  'report',
  'suggest',
  'belief',
  'view',
  'alleg',
  'assert',
  'tale',
  'charg',
  'theori',
  'legend',
  'talk',
  'bit',
  'line',
  'thesi',
  'accus',
  'impress',
  'argument',
  'statement',
  'stuff',
  'post',
  'imag',
  'pictur',
]);

/** "The chart (is a fake)", "that story (was wrong)": the subject is what was said, so the clause answers it. */
function about(view: SentenceView, from: number, to: number): boolean {
  const head = view.tokens[to - 1]!;
  return (
    to - from <= 3 &&
    ['the', 'this', 'that', 'it', 'both', 'all', 'these', 'those'].includes(view.tokens[from]!.norm) &&
    (CLAIM_NOUNS.has(head.stem) || SAID.has(head.stem))
  );
}
const SAID = new Set([
  'chart',
  'video',
  'photo',
  'articl',
  'figur',
  'number',
  'meme',
  'headlin',
  'quot',
  'screenshot',
  'tweet',
  'clip',
  'map',
  'graphic',
  'assumpt',
  'portray',
  'descript',
  'word',
]);

/** "The idea that P is nonsense": the word after "that", when a noun of claiming opens the clause; else -1. */
function claimNoun(view: SentenceView, from: number, to: number): number {
  for (let i = from; i < Math.min(to - 3, from + 6); i++) {
    if (CLAIM_NOUNS.has(view.tokens[i]!.stem) && ['that', 'about', 'of', 'where'].includes(view.tokens[i + 1]!.norm))
      return i + 2;
  }
  return -1;
}
