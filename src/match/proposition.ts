/** A draft as the facts see it: its concepts, what negates it, how it is meant, and the numbers and dates in it. */
import type { Draft } from '../detect/claims.ts';
import type { ConceptIndex, Hit } from '../detect/concepts.ts';
import { MONTHS } from '../detect/dates/months.ts';
import { type DateMention, findDates } from '../detect/dates.ts';
import { findConcepts } from '../detect/find-concepts.ts';
import { findQuantities } from '../detect/quantities.ts';
import { BREAK, type Token } from '../detect/tokens.ts';
import { finiteVerbs } from '../detect/verbs.ts';
import { hitsWithin, type SentenceView } from '../detect/view.ts';
import { isOfClass } from '../detect/words.ts';
import type { Quantity, Span } from '../model.ts';

/** A negation and the words it can turn. */
export interface Negation {
  start: number;
  end: number;
  scopeEnd: number;
  /** It denies one phrase ("…, not finance", "not nine but 28"), not all that follows. */
  bounded: boolean;
  refusal: boolean;
  /** Which comma-parted stretch of the clause it stands in. */
  segment: number;
  /** A negated subject ("nobody, he said, is barred") turns the next stretch when its own has no verb. */
  carries: boolean;
  /** The end of its stretch, when that has a verb of its own and so says its own thing; null otherwise. */
  closed: number | null;
}

export type Modality = 'is' | 'may' | 'plan';

export interface Proposition {
  draft: Draft;
  /** The article's text. */
  text: string;
  tokens: Token[];
  /** Hits within the clause, by concept. */
  clause: Map<string, Hit[]>;
  /** The concepts of the sentence, and of it and the sentences before. */
  sentence: ReadonlySet<string>;
  passage: readonly ReadonlySet<string>[];
  negations: Negation[];
  modality: Modality;
  /** Words that tie the claim to one place, firm or group. */
  local: Hit | null;
  quantities: Quantity[];
  dates: DateMention[];
}

/** How many sentences a place named before still holds. */
const LOCAL_REACH = 2;
/** A clause is searched for a place no further than this, so that a giant one costs no more. */
const MAX_LOOK = 60;

/** Whether a phrase runs over the end of the clause: a shorter one within it may have been passed over for it. */
function crossed(hits: Hit[], from: number, to: number): boolean {
  return hits.some((h) => h.start >= from && h.start < to && h.end > to);
}

/** The hits that the clause's own words give. */
function hitsIn(view: SentenceView, from: number, to: number, index: ConceptIndex): Hit[] {
  return findConcepts(view.tokens.slice(from, to), index).map(({ concept, start, end, gaps }) => ({
    concept,
    start: start + from,
    end: end + from,
    gaps: gaps.map((at) => at + from),
  }));
}

/**
 * Everything the comparison needs to know about a draft. With the lexicons, phrases that run over the clause's edge give
 * way to those within it. Pure.
 */
export function propositionOf(text: string, draft: Draft, index: ConceptIndex | null = null): Proposition {
  const { view, from, to } = draft;
  const hits = index && crossed(view.hits, from, to) ? hitsIn(view, from, to, index) : hitsWithin(view.hits, from, to);
  const clause = new Map<string, Hit[]>();
  for (const hit of hits) {
    const list = clause.get(hit.concept);
    if (list) list.push(hit);
    else clause.set(hit.concept, [hit]);
  }
  const sentence = conceptsOf(view.hits);
  const passage = [sentence, ...draft.before.map((other) => conceptsOf(other.hits))];
  const start = view.tokens[from]?.start ?? draft.span.start;
  const end = view.tokens[Math.max(from, to - 1)]?.end ?? draft.span.end;
  const dates = findDates(text, start, end);
  return {
    draft,
    text,
    tokens: view.tokens,
    clause,
    sentence,
    passage,
    negations: negationsOf(view.tokens, hits, from, to),
    modality: clause.has('plan') || inheritsPlan(draft) ? 'plan' : clause.has('may') ? 'may' : 'is',
    local: localOf(draft, clause),
    quantities: findQuantities(text, start, end, dates).filter((q) => !dates.some((d) => overlaps(d, q))),
    dates,
  };
}

/** "Everyone is to be listed and reduced to a number": a second predicate without a subject shares the first one's plan. */
function inheritsPlan(draft: Draft): boolean {
  const { tokens, hits } = draft.view;
  const first = tokens[draft.from]!.norm;
  if (draft.from === 0 || !(isOfClass(first, 'past') || isOfClass(first, 'participle') || isOfClass(first, 'base')))
    return false;
  if (isOfClass(first, 'noun') || isOfClass(first, 'plural')) return false;
  return hits.some((h) => h.concept === 'plan' && h.end <= draft.from);
}

const named = new WeakMap<Hit[], ReadonlySet<string>>();
/** The concepts of a sentence's hits. Remembered, as every claim of a passage asks for them. */
function conceptsOf(hits: Hit[]): ReadonlySet<string> {
  const known = named.get(hits);
  if (known) return known;
  const set = new Set(hits.map((h) => h.concept));
  named.set(hits, set);
  return set;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The first words of the clause's comma-parted stretches. */
function segmentsOf(tokens: Token[], from: number, to: number): number[] {
  const starts = [from];
  for (let i = from + 1; i < to; i++) if (tokens[i]!.before >= BREAK.comma) starts.push(i);
  return starts;
}

const SUBJECT_NEGATIONS = new Set(['nobody', 'no', 'none', 'neither', 'nor', 'not']);

/** The longest negations that do not overlap, each with the words it reaches. */
function negationsOf(tokens: Token[], hits: Hit[], from: number, to: number): Negation[] {
  const found = hits
    .filter((h) => h.concept === 'neg' || h.concept === 'bar')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  if (found.length === 0) return [];
  const finite = finiteVerbs(tokens);
  const segments = segmentsOf(tokens, from, to);
  const out: Negation[] = [];
  for (const hit of found) {
    const refusal = hit.concept === 'bar';
    if (out.some((n) => n.refusal === refusal && hit.start < n.end)) continue;
    const segment = segments.findLastIndex((start) => start <= hit.start);
    const [first, last] = [segments[segment]!, segments[segment + 1] ?? to];
    const verb = finite.slice(first, last).some(Boolean);
    const subject = SUBJECT_NEGATIONS.has(tokens[hit.start]!.norm) && hit.start <= first + 1;
    out.push({
      start: hit.start,
      end: hit.end,
      ...scopeOf(tokens, hit, from, to),
      refusal,
      segment,
      carries: subject && !verb,
      closed: verb ? last : null,
    });
  }
  return out;
}

const INSTEAD = new Set(['only', 'but', 'just', 'merely', 'instead', 'rather', 'simply']);
/** Longer denials than this many words are rare, and a bound keeps a giant clause cheap. */
const MAX_SCOPE = 40;

/** "…, not finance, …" and "not nine but 28" deny one phrase; any other negation reaches to the clause's end. */
function scopeOf(tokens: Token[], hit: Hit, from: number, to: number): Pick<Negation, 'scopeEnd' | 'bounded'> {
  const word = tokens[hit.start]!;
  // "less a programme than an umbrella": denied is what stands between.
  if (word.norm === 'less') return { scopeEnd: hit.end, bounded: true };
  const phrase = ['not', 'rather', 'instead', 'nor'].includes(word.norm);
  const parted = phrase && hit.start > from && word.before >= BREAK.comma;
  for (let i = hit.end; i < Math.min(to, hit.end + MAX_SCOPE); i++) {
    if (phrase && tokens[i]!.norm === 'but' && i < hit.end + 10) return { scopeEnd: i, bounded: true };
    if (tokens[i]!.before < BREAK.comma) continue;
    if (parted && i > hit.end) return { scopeEnd: i, bounded: true };
    // "no score, only a muddle of experiments": what is put in its place is not denied.
    if (INSTEAD.has(tokens[i]!.norm)) return { scopeEnd: i, bounded: true };
  }
  // "…, not 41": a phrase put aside at the clause's end.
  return { scopeEnd: to, bounded: parted && to - hit.end <= LONGEST_ASIDE };
}

/** "…, not finance", "…, not an accomplishment": more words than this are a clause that denies. */
const LONGEST_ASIDE = 4;

/** What confines a draft to one place: in its own words, or in the sentence before when it points back. */
function localOf(draft: Draft, clause: Map<string, Hit[]>): Hit | null {
  if (clause.has('national')) return null;
  const own = clause.get('local')?.[0] ?? namedPlace(draft);
  if (own) return own;
  // A firm or an app confines a claim only where nothing widens it to the country.
  const org = clause.get('local-org')?.[0];
  if (org && !clause.has('china') && !clause.has('all') && org.start < draft.from + 4) return org;
  const inSentence = draft.view.hits.find((h) => h.concept === 'local' && h.end <= draft.from);
  if (inSentence) return inSentence;
  if (clause.has('china') || clause.has('national')) return null;
  // What was said of one town goes on being said of it until the country is named.
  for (const earlier of draft.before.slice(0, LOCAL_REACH)) {
    const place = earlier.hits.find((h) => h.concept === 'local');
    if (place) return place;
    if (earlier.hits.some((h) => h.concept === 'national' || h.concept === 'china')) return null;
  }
  return null;
}

const NO_PLACES = new Set([
  ...MONTHS.keys(),
  'china',
  'chinese',
  'beijing',
  'asia',
  'western',
  'section',
  'sections',
  'communist',
  'mandarin',
  'english',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'xi',
  'mao',
  'big',
  'orwell',
  'article',
  'chapter',
]);
/** "In Weinan", "at Nantong": a place the lexicon does not list, told by its capital after a preposition. */
function namedPlace(draft: Draft): Hit | null {
  const { tokens } = draft.view;
  // "In Beijing a crate of beer costs …" speaks of the city; "kept in Beijing" of the centre.
  if (tokens[draft.from]?.norm === 'in' && tokens[draft.from + 1]?.norm === 'beijing')
    return { concept: 'local', start: draft.from, end: draft.from + 2, gaps: [] };
  const shouting = tokens.slice(draft.from, draft.to).every((t) => t.capital || t.norm.length < 3);
  if (shouting) return null;
  for (let i = draft.from; i < Math.min(draft.to, draft.from + MAX_LOOK) - 1; i++) {
    const next = tokens[i + 1]!;
    if ((tokens[i]!.norm !== 'in' && tokens[i]!.norm !== 'at') || !next.capital || next.before > BREAK.none) continue;
    if (!NO_PLACES.has(next.norm)) return { concept: 'local', start: i, end: i + 2, gaps: [] };
  }
  return null;
}
