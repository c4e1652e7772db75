/**
 * What stands on either side of a place where clauses may part: whether both say something by themselves shows in what the
 * lexicons hear there, in the verbs, and in how the rest of the sentence goes on.
 */
import { FACETS, type FacetName } from '../model.ts';
import type { ConceptIndex, Hit } from './concepts.ts';
import { about, type Take, value } from './cut-names.ts';
import { BREAK, type Token } from './tokens.ts';

/** What a lexicon hears, with its facet as a value of features. */
export interface CutHit extends Pick<Hit, 'concept' | 'start' | 'end'> {
  facet: number;
}

const NO_FACET = value('form');
const FACET_VALUES = new Map<FacetName, number>(FACETS.map((facet) => [facet, value(facet)]));
const [NEITHER, BEFORE, BEHIND, BOTH] = ['neither', 'before', 'behind', 'both'].map(value) as [
  number,
  number,
  number,
  number,
];
const SMALL = ['0', '1', '2', '3', '4', '5', '6', '8', '12'].map((name) => value(`n${name}`));
/** Numbers up to 6 stand for themselves, others for 8 (7 to 11) and 12 (12 and more). */
const small = (n: number, most = 12): number => SMALL[Math.min(n, most) < 7 ? Math.min(n, most) : n < 12 ? 7 : 8]!;

const ABOUT = {
  before: about('facet before'),
  next: about('facet next'),
  later: about('facet later'),
  shared: about('facet of both'),
  same: about('concept of both'),
  onlyBefore: about('facet only before'),
  onlyNext: about('facet only next'),
  wordNext: about('w', 'facet next'),
  wordShared: about('w', 'facet of both'),
  wordHeard: about('w', 'heard'),
  length: about('next length'),
  wordLength: about('w', 'next length'),
  marksBefore: about('marks before'),
  marksBehind: about('marks behind'),
  joinsBefore: about('joins before'),
  joinsBehind: about('joins behind'),
  verbsBefore: about('verbs before'),
  verbsNext: about('verbs next'),
  verbsWord: about('verbs before', 'verbs next', 'w'),
  sentence: about('sentence'),
  place: about('place'),
  sameVerb: about('same verb'),
} as const;
const [YES, NO] = ['yes', 'no'].map(value) as [number, number];
const JOINS = new Set(['and', 'or', 'but']);

/** What the lexicons hear in a sentence, for `CutPlace`. */
export function cutHits(hits: readonly Hit[], { concepts }: Pick<ConceptIndex, 'concepts'>): CutHit[] {
  return hits.map(({ concept, start, end }) => {
    const facet = concepts.get(concept)?.facet;
    return { concept, start, end, facet: facet ? FACET_VALUES.get(facet)! : NO_FACET };
  });
}

/** What features are made of; `w` is the value of the word at the place, `next` the place after it. */
interface Sides {
  tokens: readonly Token[];
  finite: readonly boolean[];
  left: number;
  at: number;
  to: number;
  heard: readonly CutHit[];
}

/** Gives the features of what stands on either side. */
export function eachSideFeature(sides: Sides, w: number, next: number, take: Take): void {
  heardFeatures(sides, w, next, take);
  wordFeatures(sides, take);
  shapeFeatures(sides, w, next, take);
}

function heardFeatures({ left, at, heard }: Sides, w: number, next: number, take: Take): void {
  const before = new Map<number, string[]>();
  const behind = new Map<number, string[]>();
  const later = new Set<number>();
  const seen = new Set<string>();
  const put = (side: Map<number, string[]>, { facet, concept }: CutHit): void => {
    const concepts = side.get(facet);
    if (concepts) concepts.push(concept);
    else side.set(facet, [concept]);
  };
  const once = (what: 'heard before' | 'heard next' | 'heard later', concept: string): void => {
    const key = `${what}${concept}`;
    if (seen.has(key)) return;
    seen.add(key);
    take.word(what, concept);
  };
  for (const hit of heard) {
    if (hit.start >= left && hit.end <= at) {
      put(before, hit);
      once('heard before', hit.concept);
    } else if (hit.start >= at && hit.end <= next) {
      put(behind, hit);
      once('heard next', hit.concept);
    } else if (hit.start >= at) {
      later.add(hit.facet);
      once('heard later', hit.concept);
    }
  }
  for (const facet of later) take.values(ABOUT.later, facet);
  for (const [facet, concepts] of before) {
    take.values(ABOUT.before, facet);
    const others = behind.get(facet);
    if (!others) {
      take.values(ABOUT.onlyBefore, facet);
      continue;
    }
    take.values(ABOUT.shared, facet);
    take.values(ABOUT.wordShared, w, facet);
    if (concepts.some((concept) => others.includes(concept))) take.values(ABOUT.same, facet);
  }
  for (const facet of behind.keys()) {
    take.values(ABOUT.next, facet);
    take.values(ABOUT.wordNext, w, facet);
    if (!before.has(facet)) take.values(ABOUT.onlyNext, facet);
  }
  const sides = before.size > 0 ? (behind.size > 0 ? BOTH : BEFORE) : behind.size > 0 ? BEHIND : NEITHER;
  take.values(ABOUT.wordHeard, w, sides);
}

function wordFeatures({ tokens, finite, left, at, to }: Sides, take: Take): void {
  for (const by of [-2, 0, 1, 2, 3] as const) {
    const token = at + by >= left && at + by < to ? tokens[at + by] : undefined;
    if (token) take.word(by < 0 ? 'at-2' : `at+${by as 0 | 1 | 2 | 3}`, token.stem);
  }
  take.word('head', tokens[left]!.stem);
  let [verb, other] = [-1, -1];
  for (let k = at - 1; k >= left && verb < 0; k--) if (finite[k]) verb = k;
  for (let k = at; k < to && other < 0; k++) if (finite[k]) other = k;
  if (verb >= 0) take.word('verb before', tokens[verb]!.stem);
  if (other >= 0) take.word('verb behind', tokens[other]!.stem);
  if (verb >= 0 && other >= 0) take.values(ABOUT.sameVerb, tokens[verb]!.stem === tokens[other]!.stem ? YES : NO);
}

function shapeFeatures({ tokens, finite, left, at, to }: Sides, w: number, next: number, take: Take): void {
  const count = (from: number, end: number, is: (k: number) => boolean): number => {
    let n = 0;
    for (let k = from; k < end; k++) if (is(k)) n++;
    return n;
  };
  const isMark = (k: number): boolean => tokens[k]!.before >= BREAK.comma;
  const joins = (k: number): boolean => JOINS.has(tokens[k]!.norm);
  const isVerb = (k: number): boolean => finite[k]!;
  take.values(ABOUT.length, small(next - at));
  take.values(ABOUT.wordLength, w, small((next - at) >> 1, 6));
  take.values(ABOUT.marksBefore, small(count(left + 1, at, isMark), 4));
  take.values(ABOUT.marksBehind, small(count(at + 1, to, isMark), 4));
  take.values(ABOUT.joinsBefore, small(count(left + 1, at, joins), 3));
  take.values(ABOUT.joinsBehind, small(count(at + 1, to, joins), 3));
  const [before, behind] = [small(count(left, at, isVerb), 3), small(count(at, next, isVerb), 3)];
  take.values(ABOUT.verbsBefore, before);
  take.values(ABOUT.verbsNext, behind);
  take.values(ABOUT.verbsWord, before, behind, w);
  take.values(ABOUT.sentence, small(Math.floor(tokens.length / 6), 6));
  take.values(ABOUT.place, left === 0 ? YES : NO);
}
