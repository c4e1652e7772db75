/**
 * What stands on either side of a place where clauses may part: whether both say something by themselves shows in what the
 * lexicons hear there, in the verbs, and in how the rest of the sentence goes on.
 */
import { FACETS, type FacetName } from '../model.ts';
import type { ConceptIndex, Hit } from './concepts.ts';
import { about, type Take, value } from './cut-names.ts';
import { BREAK, type Token } from './tokens.ts';

/** What a lexicon hears, with numbers for its concept and facet. */
export interface CutHit extends Pick<Hit, 'concept' | 'start' | 'end'> {
  /** The same for the same concept, as long as the process lives. */
  number: number;
  facet: number;
}

/** Facets by number; the last is that of concepts that have none. */
const FACET_VALUES = [...FACETS, 'form'].map(value);
const FACET_NUMBERS = new Map<FacetName | null, number>([...FACETS, null].map((facet, i) => [facet, i]));
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

const numbers = new Map<string, number>();

/** What the lexicons hear in a sentence, for `CutPlace`. */
export function cutHits(hits: readonly Hit[], { concepts }: Pick<ConceptIndex, 'concepts'>): CutHit[] {
  return hits.map(({ concept, start, end }) => {
    const facet = FACET_NUMBERS.get(concepts.get(concept)?.facet ?? null)!;
    return { concept, start, end, number: numberOf(concept), facet };
  });
}

function numberOf(concept: string): number {
  const known = numbers.get(concept);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(concept, number);
  return number;
}

/** What features are made of: a place, as `CutPlace` has it. */
interface Sides {
  tokens: readonly Token[];
  finite: readonly boolean[];
  left: number;
  at: number;
  to: number;
  heard: readonly CutHit[];
}

/** Gives the features of what stands on either side; `w` is the value of the word at the place, `next` the place after it. */
export function eachSideFeature(sides: Sides, w: number, next: number, take: Take): void {
  heardFeatures(sides, w, next, take);
  wordFeatures(sides, take);
  shapeFeatures(sides, w, next, take);
}

const SIDES = { before: 0, next: 1, later: 2 } as const;
/** For each side and concept the place at which it was last heard there: a concept counts once a side. */
const heardAt: [Int32Array, Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];
let places = 0;

/** Sets of facets are bits. */
function heardFeatures({ left, at, heard }: Sides, w: number, next: number, take: Take): void {
  places++;
  for (const side of [0, 1, 2] as const)
    if (heardAt[side].length < numbers.size) heardAt[side] = new Int32Array(2 * numbers.size);
  let [before, behind, later, same] = [0, 0, 0, 0];
  for (const hit of heard) {
    if (hit.start < left || (hit.start < at && hit.end > at)) continue;
    const side = hit.start < at ? SIDES.before : hit.end <= next ? SIDES.next : SIDES.later;
    const bit = 1 << hit.facet;
    if (side === SIDES.before) before |= bit;
    else if (side === SIDES.next) behind |= bit;
    else later |= bit;
    if (heardAt[side][hit.number] === places) continue;
    heardAt[side][hit.number] = places;
    // Hits are in the order of their first words, so that what is behind comes later.
    if (side === SIDES.next && heardAt[SIDES.before][hit.number] === places) same |= bit;
    take.heard(side, hit.number, hit.concept);
  }
  for (let facet = 0; facet < FACET_VALUES.length; facet++) {
    const bit = 1 << facet;
    if (((before | behind | later) & bit) === 0) continue;
    const name = FACET_VALUES[facet]!;
    if (later & bit) take.values(ABOUT.later, name);
    if (before & bit) take.values(ABOUT.before, name);
    if (behind & bit) {
      take.values(ABOUT.next, name);
      take.values(ABOUT.wordNext, w, name);
    }
    if (before & behind & bit) {
      take.values(ABOUT.shared, name);
      take.values(ABOUT.wordShared, w, name);
    } else if (before & bit) take.values(ABOUT.onlyBefore, name);
    else if (behind & bit) take.values(ABOUT.onlyNext, name);
    if (same & bit) take.values(ABOUT.same, name);
  }
  take.values(ABOUT.wordHeard, w, before ? (behind ? BOTH : BEFORE) : behind ? BEHIND : NEITHER);
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
