/**
 * What the scorer sees of a clause: its words and concepts, alone and in pairs, under the polarity, place and modality
 * they stand in, what the readings made of it, and what stands around it. Features are 32-bit hashes, so that none
 * is made a string of. Pure.
 */

import type { Token } from '../detect/tokens.ts';
import { finiteVerbs } from '../detect/verbs.ts';
import { hashOf } from '../detect/words.ts';
import { type Candidate, eachFeature as eachWorthFeature } from '../detect/worth.ts';
import type { Label } from '../model.ts';
import { kind, mix } from './hash.ts';
import { numberMarks } from './numbers.ts';
import { conceptHashes, earlierFeatures, endsFeatures, laterFeatures, replyFeatures } from './sentence-features.ts';

/** Words of a clause past this many say little more, and pairs of them would cost too much. */
const MAX_WORDS = 60;
/** Concepts of a clause past this many are not paired. */
const MAX_PAIRED = 10;

/** Shorter words are not paired with concepts. */
const PAIRED_LENGTH = 4;

const WORD = kind('word');
const NEXT = kind('next');
const SKIP = kind('skip');
const CONCEPT = kind('concept');
const PAIR = kind('pair');
const WITH = kind('with');
const BEFORE = kind('before');
const AFTER = kind('after');
const READING = kind('reading');
const RULE = kind('rule');
const NUMBER = kind('number');
const DATE = kind('date');
const FORM = kind('form');
const AROUND = kind('around');
const OPENING = kind('opening');
const CLOSING = kind('closing');
const PLACE = kind('place');
const placed = (where: string): number => mix(PLACE, hashOf(where));
const PLACED = {
  quoted: placed('quoted'),
  told: placed('told'),
  plain: placed('plain'),
  // Among the sentences.
  alone: placed('first last'),
  first: placed('first more'),
  last: placed('later last'),
  amid: placed('later more'),
  // In its sentence.
  whole: placed('head end'),
  head: placed('head inside'),
  end: placed('inside end'),
  inside: placed('inside inside'),
};
const QUOTES = '"“‘\'';
const SOURCE = kind('source');
const DENIED = kind('denied');
const REJECTED = kind('rejected');
const LOCAL = kind('local');
const MODALITY = { is: 0, may: kind('may'), plan: kind('plan') };
const VERB = kind('verb');

/** A word as the scorer knows it: its stem, digits as they are. */
const wordOf = (token: Token): number => token.hash;

/** The feature that says which label the readings alone give. */
export const ruleFeature = (label: Label): number => mix(RULE, hashOf(label));

/** What the readings alone say of a clause. */
export interface Ruled {
  label: Label;
  confidence: number;
  reason: { code: string };
}

/** Which features come from the readings: they may be left out in training, where the readings know the text too well. */
export interface Features {
  /** From the words, concepts and form. */
  own: number[];
  /** From the readings and the verdict they give. */
  ruled: number[];
}

/** Features as they are found, in a list kept from clause to clause: growing one takes longer than filling it. */
interface Found {
  list: number[];
  count: number;
}

const own: Found = { list: [], count: 0 };
const ruled: Found = { list: [], count: 0 };

function add(to: Found, feature: number): void {
  to.list[to.count++] = feature;
}

function addAll(to: Found, features: readonly number[]): void {
  for (let k = 0; k < features.length; k++) add(to, features[k]!);
}

/** By how often a clause is negated, whether it is rejected and local, and its modality. */
const polarities = new Map<number, number>();
const MODALITIES = ['is', 'may', 'plan'] as const;

function polarityFeature(negations: number, { draft, local, modality }: Candidate['proposition']): number {
  const at = ((negations * 2 + Number(draft.rejected)) * 2 + Number(local !== null)) * 3 + MODALITIES.indexOf(modality);
  const known = polarities.get(at);
  if (known !== undefined) return known;
  const feature = mix(FORM, hashOf(`negations ${negations} ${draft.rejected} ${local !== null} ${modality}`));
  polarities.set(at, feature);
  return feature;
}

/** The features of candidate `i` of an article, with the verdict that the readings alone give on it. */
export function scorerFeatures(candidates: readonly Candidate[], i: number, verdict: Ruled): Features {
  const { proposition: p, matches } = candidates[i]!;
  const { draft } = p;
  const { tokens } = draft.view;
  const from = draft.from;
  const to = Math.min(draft.to, from + MAX_WORDS);
  own.count = 0;
  ruled.count = 0;
  const negations = p.negations.reduce((n, { refusal }) => (refusal ? n : n + 1), 0);
  const denied = (negations % 2 === 1) !== draft.rejected;
  const states: number[] = [];
  if (denied) states.push(DENIED);
  if (draft.rejected) states.push(REJECTED);
  if (p.local) states.push(LOCAL);
  if (p.modality !== 'is') states.push(MODALITY[p.modality]);
  const inState = (feature: number): void => {
    add(own, feature);
    for (let k = 0; k < states.length; k++) add(own, mix(feature, states[k]!));
  };
  const finite = finiteVerbs(tokens);
  /** Words of some length, to be paired with concepts: the others say little beside them. */
  const words: number[] = [];
  for (let k = from; k < to; k++) {
    const word = wordOf(tokens[k]!);
    const feature = mix(WORD, word);
    if (tokens[k]!.norm.length >= PAIRED_LENGTH) words.push(feature);
    inState(feature);
    if (finite[k]) add(own, mix(VERB, word));
    if (k + 1 < to) {
      const pair = mix(mix(NEXT, word), wordOf(tokens[k + 1]!));
      add(own, pair);
      if (denied) add(own, mix(pair, DENIED));
    }
    if (k + 2 < to) add(own, mix(mix(SKIP, word), wordOf(tokens[k + 2]!)));
  }
  const concepts: number[] = [];
  for (const concept of p.clause.keys()) {
    const feature = mix(CONCEPT, hashOf(concept));
    concepts.push(feature);
    inState(feature);
  }
  const paired = concepts.slice(0, MAX_PAIRED).sort((a, b) => a - b);
  for (let a = 0; a < paired.length; a++) {
    const [pair, beside] = [mix(PAIR, paired[a]!), mix(WITH, paired[a]!)];
    for (let b = a + 1; b < paired.length; b++) add(own, mix(pair, paired[b]!));
    for (let k = 0; k < words.length; k++) add(own, mix(beside, words[k]!));
  }
  for (const { says } of numberMarks(p))
    for (const hash of says) {
      add(own, hash);
      for (let a = 0; a < paired.length; a++) add(own, mix(paired[a]!, hash));
    }
  for (let k = Math.max(0, from - 6); k < from; k++) add(own, mix(BEFORE, wordOf(tokens[k]!)));
  for (let k = to; k < Math.min(tokens.length, to + 4); k++) add(own, mix(AFTER, wordOf(tokens[k]!)));
  for (const q of p.quantities) {
    add(own, mix(NUMBER, hashOf(`${q.unit} ${q.kind}`)));
    add(own, mix(NUMBER, hashOf(`${q.unit} ${q.value ?? `${q.min}-${q.max}`}`)));
  }
  for (const d of p.dates) {
    add(own, mix(DATE, hashOf(`${d.year}`)));
    add(own, mix(DATE, hashOf(`${d.year}-${d.month}`)));
  }
  add(own, polarityFeature(Math.min(3, negations), p));
  if (draft.attribution) {
    const source = draft.attribution.source
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .slice(-3);
    for (const word of source) add(own, mix(SOURCE, hashOf(word)));
  }
  for (let k = 0; k < Math.min(2, draft.before.length); k++) addAll(own, earlierFeatures(draft.before[k]!, k as 0 | 1));
  // What is taken back is taken back in the words around it: the sentence's own head and tail, and the sentences next to it.
  for (let k = 0; k < Math.min(5, from); k++) add(own, mix(OPENING, wordOf(tokens[k]!)));
  for (let k = Math.max(to, tokens.length - 5); k < tokens.length; k++) add(own, mix(CLOSING, wordOf(tokens[k]!)));
  draft.after.forEach((view, k) => {
    if (k === 0) addAll(own, replyFeatures(view));
    addAll(own, laterFeatures(view, k as 0 | 1));
  });
  const last = draft.before[0];
  if (last) addAll(own, endsFeatures(last));
  const mark = p.text.charAt(tokens[from] ? tokens[from]!.start - 1 : 0);
  add(own, mark !== '' && QUOTES.includes(mark) ? PLACED.quoted : mark === ':' ? PLACED.told : PLACED.plain);
  const [first, behind] = [draft.before.length === 0, draft.after.length === 0];
  add(own, first ? (behind ? PLACED.alone : PLACED.first) : behind ? PLACED.last : PLACED.amid);
  const whole = draft.to >= tokens.length;
  add(own, from === 0 ? (whole ? PLACED.whole : PLACED.head) : whole ? PLACED.end : PLACED.inside);
  const { hits } = draft.view;
  const hashes = conceptHashes(draft.view);
  for (let k = 0; k < hits.length; k++)
    if (hits[k]!.end <= from || hits[k]!.start >= draft.to) add(own, mix(AROUND, hashes[k]!));
  eachWorthFeature(candidates, i, (kind, value) => {
    if (kind === 'concept' || kind === 'head') return;
    const into = kind === 'match' || kind === 'specific' || kind === 'no-match-near' ? ruled : own;
    add(into, mix(mix(FORM, hashOf(kind)), hashOf(value)));
  });
  for (let k = 0; k < Math.min(3, matches.length); k++) {
    const m = matches[k]!;
    const relation = hashOf(m.relation);
    const placed = mix(mix(READING, k), relation);
    add(ruled, placed);
    add(ruled, mix(placed, hashOf(m.factId)));
    add(ruled, mix(mix(READING, relation), hashOf(`${m.factId}/${m.reading}`)));
    add(ruled, mix(placed, Math.min(4, m.specificity)));
  }
  const label = hashOf(verdict.label);
  add(ruled, mix(RULE, label));
  add(ruled, mix(mix(RULE, label), hashOf(verdict.reason.code)));
  add(ruled, mix(mix(RULE, label), Math.round(100 * verdict.confidence)));
  if (matches.length === 0) add(ruled, mix(RULE, 0));
  return { own: own.list.slice(0, own.count), ruled: ruled.list.slice(0, ruled.count) };
}

/** What tells which fact a clause is about: its words, neighbouring pairs of them and its concepts. */
export function nominationFeatures({ proposition: p }: Candidate): number[] {
  const { draft } = p;
  const { tokens } = draft.view;
  const out: number[] = [];
  for (let k = draft.from; k < Math.min(draft.to, draft.from + MAX_WORDS); k++) {
    const word = wordOf(tokens[k]!);
    out.push(mix(WORD, word));
    if (k + 1 < draft.to) out.push(mix(mix(NEXT, word), wordOf(tokens[k + 1]!)));
  }
  for (const concept of p.clause.keys()) out.push(mix(CONCEPT, hashOf(concept)));
  return out;
}
