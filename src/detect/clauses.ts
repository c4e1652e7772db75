/**
 * Cuts a sentence's words into clauses that could be true separately (codebook, section 1). A list that fills one
 * slot stays whole; so do conditions ("if", "because", "when") and relative clauses.
 */
import type { CutHit } from './cut-sides.ts';
import { type CutPlace, mayPart, partsAt } from './cuts.ts';
import { BREAK, type Token } from './tokens.ts';
import { finiteVerbs, isPreposition } from './verbs.ts';

/** Words `start` (inclusive) to `end` (exclusive) of a sentence. */
export interface ClauseRange {
  start: number;
  end: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const COORDINATORS = set('and but or yet nor so as');
/** Coordinators that may also bind; they part clauses only after a comma. */
const AFTER_COMMA = set('as so');
/** Subordinators whose clause says something on its own. */
const CONTRASTIVE = set('while whereas although though');
/** Subordinators whose clause belongs to the one it hangs on. */
const BINDING = set(
  'if when because since once unless until after before as that which who whom whose where how why what whether than',
);

/** Whether a finite verb stands between `from` and the next comma or stronger break, at most `reach` words on. */
function verbAhead(finite: boolean[], tokens: Token[], from: number, end: number, reach = 14): number {
  for (let i = from; i < end && i < from + reach; i++) {
    if (i > from && tokens[i]!.before >= BREAK.strong) return -1;
    if (finite[i]) return i;
  }
  return -1;
}

/** True when words `from` to `to` hold a verb of their own clause, not only one of a relative or bound clause. */
function hasMainVerb(finite: boolean[], tokens: Token[], from: number, to: number): boolean {
  let bound = false;
  for (let i = from; i < to; i++) {
    if (i > from && BINDING.has(tokens[i]!.norm)) bound = true;
    if (tokens[i]!.before >= BREAK.comma) bound = false;
    if (finite[i] && !bound) return true;
  }
  return false;
}

const startsBound = (tokens: Token[], i: number): boolean => BINDING.has(tokens[i]?.norm ?? '');

/** The clauses between words `from` and `to`, in order, covering them. `heard` is what the lexicons hear in the
 * sentence; `decide` says where clauses part. */
export function splitClauses(
  tokens: Token[],
  from = 0,
  to = tokens.length,
  heard: readonly CutHit[] = [],
  decide: (place: CutPlace) => boolean = partsAt,
): ClauseRange[] {
  const finite = finiteVerbs(tokens);
  const cuts: number[] = [];
  let left = from;
  for (let i = from + 1; i < to; i++) {
    if (i - left < 2) continue;
    const aside = asideEnd(tokens, i, to);
    if (aside > 0) {
      // "…, she noted, …": a frame in the middle parts nothing.
      i = COORDINATORS.has(tokens[aside]!.norm) ? aside - 1 : aside;
      continue;
    }
    if (!mayPart(tokens, i)) continue;
    if (decide({ tokens, finite, left, at: i, to, rule: ruleParts(tokens, finite, left, i, to), heard })) {
      cuts.push(i);
      left = i;
    }
  }
  const bounds = [from, ...cuts, to];
  return bounds.slice(0, -1).map((start, k) => ({ start, end: bounds[k + 1]! }));
}

/** Whether the clause that began at `left` ends before word `i`, by what grammar alone tells. */
function ruleParts(tokens: Token[], finite: boolean[], left: number, i: number, to: number): boolean {
  const token = tokens[i]!;
  const leftVerb = hasMainVerb(finite, tokens, left, i);
  if (token.before === BREAK.strong)
    return !figure(tokens, left, i) && !figure(tokens, i, nextStrong(tokens, i + 1, to));
  if (listsThat(finite, tokens, i, to)) return true;
  if (reportsNext(finite, tokens, i)) return leftVerb;
  if (CONTRASTIVE.has(token.norm)) return leftVerb && verbAhead(finite, tokens, i + 1, to) >= 0;
  if (COORDINATORS.has(token.norm) && !(AFTER_COMMA.has(token.norm) && token.before < BREAK.comma)) {
    // After a comma a full clause on the right is enough: the verb on the left may be one the table lacks.
    return (
      (leftVerb || (token.before >= BREAK.comma && i - left >= 4 && !isPreposition(tokens[left]!.norm))) &&
      coordinates(finite, tokens, left, i, to)
    );
  }
  if (
    token.before === BREAK.comma &&
    leftVerb &&
    (!startsBound(tokens, left) || tokens[left]!.norm === 'that') &&
    !startsBound(tokens, i)
  ) {
    // "…, they lose it": a comma alone parts clauses when a subject and its verb follow at once.
    const verb = verbAhead(finite, tokens, i, to, 7);
    if (verb === i && AUXILIARIES.has(token.norm) && !relative(tokens, left, i)) return true;
    return verb > i && !spansComma(tokens, i, verb) && !isPreposition(token.norm) && !COORDINATORS.has(token.norm);
  }
  if (token.before === BREAK.comma && CONTRASTIVE.has(tokens[left]!.norm))
    return leftVerb && verbAhead(finite, tokens, i, to) >= 0;
  return false;
}

const AUXILIARIES = set('is are was were may might can could will would must has have does do should');
const WH = set('how what why whether');

/** "Forty-four: the number of …", "…: 47 and counting": a figure by itself belongs to what it is the figure of. */
function figure(tokens: Token[], from: number, to: number): boolean {
  if (to - from > 4 || to <= from) return false;
  const first = tokens[from]!;
  return (first.norm[0]! >= '0' && first.norm[0]! <= '9') || NUMERALS.has(first.norm);
}
const NUMERALS = set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty hundred dozens',
);

function nextStrong(tokens: Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) if (tokens[k]!.before === BREAK.strong) return k;
  return to;
}

function relative(tokens: Token[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (tokens[k]!.norm === 'who' || tokens[k]!.norm === 'which') return true;
  return false;
}

/** "… the claim that their sons and daughters": a bound clause was opened and has no verb yet, so "and" joins nouns. */
function opensBound(finite: boolean[], tokens: Token[], from: number, to: number): boolean {
  for (let k = to - 1; k > from; k--) {
    // "Officials say companies and individuals": what is said has no verb yet.
    if (finite[k]) return ASIDE.has(tokens[k]!.norm) && k < to - 1;
    if (BINDING.has(tokens[k]!.norm) && tokens[k]!.norm !== 'as') return true;
  }
  return false;
}

/** Forms that report in an aside ("…, she noted, …"), whatever else they may mean elsewhere. */
export const ASIDE = set(
  'says said say adds added notes noted insists insisted claims claimed swears swore admits admitted argues argued writes wrote told tells assures assured explains explained warns warned reckons reckoned believes believed maintains maintained concedes conceded thinks points pointed replied retorted observed observes recalled recalls went goes continued continues joked quipped sighs sighed stated states complained insist believe claim argue',
);
const MAX_ASIDE = 12;
/** Index of the first word after a reporting aside that begins at `i`; 0 when none does. */
function asideEnd(tokens: Token[], i: number, to: number): number {
  if (tokens[i]!.before !== BREAK.comma) return 0;
  let reporting = false;
  for (let k = i; k < Math.min(to, i + MAX_ASIDE); k++) {
    if (k > i && tokens[k]!.before >= BREAK.comma) return reporting && tokens[k]!.before === BREAK.comma ? k : 0;
    if (tokens[k]!.norm === 'that') return 0;
    if (ASIDE.has(tokens[k]!.norm)) reporting = true;
  }
  return 0;
}

/** "…, that P" and "… and that Q": the items of what somebody says or denies. */
function listsThat(finite: boolean[], tokens: Token[], i: number, to: number): boolean {
  const that = COORDINATORS.has(tokens[i]!.norm) ? i + 1 : tokens[i]!.before === BREAK.comma ? i : -1;
  return (
    that >= 0 && tokens[that]?.norm === 'that' && !finite[that + 1] && verbAhead(finite, tokens, that + 1, to) >= 0
  );
}

const REPORTING = set(
  'says warns argues adds claims notes insists believes concedes concludes predicts writes estimates contends finds maintains denies rejects asserts said warned argued added claimed noted insisted conceded concluded predicted wrote denied rejected asserted told',
);
/** ", warns that …" and "and denied that …": a further thing the same source says. */
function reportsNext(finite: boolean[], tokens: Token[], i: number): boolean {
  const verb = COORDINATORS.has(tokens[i]!.norm) ? i + 1 : tokens[i]!.before === BREAK.comma ? i : -1;
  return (
    verb >= 0 &&
    tokens[verb] !== undefined &&
    REPORTING.has(tokens[verb].norm) &&
    (tokens[verb + 1]?.norm === 'that' || finite[verb] === true)
  );
}

function spansComma(tokens: Token[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (tokens[i]!.before >= BREAK.comma) return true;
  return false;
}

/** Whether the coordinator at `i` joins two clauses, or two predicates of one subject. */
function coordinates(finite: boolean[], tokens: Token[], left: number, i: number, to: number): boolean {
  let j = i + 1;
  while (j < to && CONTRASTIVE.has(tokens[j]!.norm)) j++;
  if (startsBound(tokens, j) && tokens[j]!.norm !== 'that') return false;
  const verb = verbAhead(finite, tokens, j, to, 12);
  if (verb < 0 || opensBound(finite, tokens, left, i)) return false;
  for (let k = j; k < verb; k++) if (WH.has(tokens[k]!.norm)) return false;
  const bare = verb === j || (verb === j + 1 && !tokens[j]!.capital && tokens[verb]!.before === BREAK.none);
  if (verb === j) {
    // A second predicate: it shares the subject, unless the first one stands inside a relative clause.
    if (relative(tokens, left, i)) return false;
    return tokens[i]!.norm !== 'or' && !startsBound(tokens, left);
  }
  if (spansComma(tokens, j, verb)) return false;
  return bare || tokens[i]!.before >= BREAK.comma || verb - j <= 8;
}
