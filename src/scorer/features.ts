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

/** Words of a clause past this many say little more, and pairs of them would cost too much. */
const MAX_WORDS = 60;
/** Concepts of a clause past this many are not paired. */
const MAX_PAIRED = 10;

/** Shorter words are not paired with concepts. */
const PAIRED_LENGTH = 4;

/** The hash of two hashes in order. */
function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13), 0x85ebca6b);
  return h ^ (h >>> 16);
}

const KIND = (name: string): number => hashOf(`\u0001${name}`);
const WORD = KIND('word');
const NEXT = KIND('next');
const SKIP = KIND('skip');
const CONCEPT = KIND('concept');
const PAIR = KIND('pair');
const WITH = KIND('with');
const BEFORE = KIND('before');
const AFTER = KIND('after');
const READING = KIND('reading');
const RULE = KIND('rule');
const NUMBER = KIND('number');
const DATE = KIND('date');
const FORM = KIND('form');
const AROUND = KIND('around');
const LATER = [KIND('later 1'), KIND('later 2')];
const OPENING = KIND('opening');
const CLOSING = KIND('closing');
const REPLY = KIND('reply');
const PLACE = KIND('place');
const EARLIER = [KIND('earlier 1'), KIND('earlier 2')];
const SOURCE = KIND('source');
const DENIED = KIND('denied');
const REJECTED = KIND('rejected');
const LOCAL = KIND('local');
const MODALITY = { is: 0, may: KIND('may'), plan: KIND('plan') };
const VERB = KIND('verb');

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

/** The features of candidate `i` of an article, with the verdict that the readings alone give on it. */
export function scorerFeatures(candidates: readonly Candidate[], i: number, verdict: Ruled): Features {
  const { proposition: p, matches } = candidates[i]!;
  const { draft } = p;
  const { tokens } = draft.view;
  const from = draft.from;
  const to = Math.min(draft.to, from + MAX_WORDS);
  const own: number[] = [];
  const ruled: number[] = [];
  const negations = p.negations.reduce((n, { refusal }) => (refusal ? n : n + 1), 0);
  const denied = (negations % 2 === 1) !== draft.rejected;
  const states: number[] = [];
  if (denied) states.push(DENIED);
  if (draft.rejected) states.push(REJECTED);
  if (p.local) states.push(LOCAL);
  if (p.modality !== 'is') states.push(MODALITY[p.modality]);
  const inState = (feature: number): void => {
    own.push(feature);
    for (const state of states) own.push(mix(feature, state));
  };
  const finite = finiteVerbs(tokens);
  /** Words of some length, to be paired with concepts: the others say little beside them. */
  const words: number[] = [];
  for (let k = from; k < to; k++) {
    const word = wordOf(tokens[k]!);
    const feature = mix(WORD, word);
    if (tokens[k]!.norm.length >= PAIRED_LENGTH) words.push(feature);
    inState(feature);
    if (finite[k]) own.push(mix(VERB, word));
    if (k + 1 < to) {
      const pair = mix(mix(NEXT, word), wordOf(tokens[k + 1]!));
      own.push(pair);
      if (denied) own.push(mix(pair, DENIED));
    }
    if (k + 2 < to) own.push(mix(mix(SKIP, word), wordOf(tokens[k + 2]!)));
  }
  const concepts: number[] = [];
  for (const concept of p.clause.keys()) {
    const feature = mix(CONCEPT, hashOf(concept));
    concepts.push(feature);
    inState(feature);
  }
  const paired = concepts.slice(0, MAX_PAIRED).sort((a, b) => a - b);
  for (let a = 0; a < paired.length; a++) {
    for (let b = a + 1; b < paired.length; b++) own.push(mix(mix(PAIR, paired[a]!), paired[b]!));
    for (const word of words) own.push(mix(mix(WITH, paired[a]!), word));
  }
  for (let k = Math.max(0, from - 6); k < from; k++) own.push(mix(BEFORE, wordOf(tokens[k]!)));
  for (let k = to; k < Math.min(tokens.length, to + 4); k++) own.push(mix(AFTER, wordOf(tokens[k]!)));
  for (const q of p.quantities) {
    own.push(
      mix(NUMBER, hashOf(`${q.unit} ${q.kind}`)),
      mix(NUMBER, hashOf(`${q.unit} ${q.value ?? `${q.min}-${q.max}`}`)),
    );
  }
  for (const d of p.dates) own.push(mix(DATE, hashOf(`${d.year}`)), mix(DATE, hashOf(`${d.year}-${d.month}`)));
  own.push(
    mix(FORM, hashOf(`negations ${Math.min(3, negations)} ${draft.rejected} ${p.local !== null} ${p.modality}`)),
  );
  if (draft.attribution) {
    const source = draft.attribution.source
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .slice(-3);
    for (const word of source) own.push(mix(SOURCE, hashOf(word)));
  }
  // The first of these is the sentence's own.
  for (let k = 0; k < 2 && k + 1 < p.passage.length; k++)
    for (const concept of p.passage[k + 1]!) own.push(mix(EARLIER[k]!, hashOf(concept)));
  // What is taken back is taken back in the words around it: the sentence's own head and tail, and the sentences next to it.
  for (let k = 0; k < Math.min(5, from); k++) own.push(mix(OPENING, wordOf(tokens[k]!)));
  for (let k = Math.max(to, tokens.length - 5); k < tokens.length; k++) own.push(mix(CLOSING, wordOf(tokens[k]!)));
  draft.after.forEach((view, k) => {
    const length = hashOf(view.tokens.length < 4 ? 'few' : view.tokens.length < 9 ? 'some' : 'many');
    if (k === 0) {
      own.push(mix(mix(REPLY, 0), length));
      const opening = view.tokens.slice(0, 5).map(wordOf);
      for (const word of opening) own.push(mix(REPLY, word), mix(mix(REPLY, word), length));
      for (let n = 0; n + 1 < opening.length; n++) own.push(mix(mix(REPLY, opening[n]!), opening[n + 1]!));
    }
    for (const { concept } of view.hits) own.push(mix(LATER[k]!, hashOf(concept)));
  });
  const last = draft.before[0];
  if (last) {
    for (const token of last.tokens.slice(0, 4)) own.push(mix(mix(EARLIER[0]!, OPENING), wordOf(token)));
    for (const token of last.tokens.slice(-4)) own.push(mix(mix(EARLIER[0]!, CLOSING), wordOf(token)));
    if (last.question) own.push(mix(EARLIER[0]!, REPLY));
  }
  const mark = p.text.charAt(tokens[from] ? tokens[from]!.start - 1 : 0);
  own.push(
    mix(PLACE, hashOf(`${'"“‘\''.includes(mark) && mark !== '' ? 'quoted' : mark === ':' ? 'told' : 'plain'}`)),
    mix(
      PLACE,
      hashOf(`${draft.before.length === 0 ? 'first' : 'later'} ${draft.after.length === 0 ? 'last' : 'more'}`),
    ),
    mix(PLACE, hashOf(`${from === 0 ? 'head' : 'inside'} ${draft.to >= tokens.length ? 'end' : 'inside'}`)),
  );
  for (const { concept, start, end } of draft.view.hits)
    if (end <= from || start >= draft.to) own.push(mix(AROUND, hashOf(concept)));
  eachWorthFeature(candidates, i, (kind, value) => {
    if (kind === 'concept' || kind === 'head') return;
    const into = kind === 'match' || kind === 'specific' || kind === 'no-match-near' ? ruled : own;
    into.push(mix(mix(FORM, hashOf(kind)), hashOf(value)));
  });
  for (let k = 0; k < Math.min(3, matches.length); k++) {
    const m = matches[k]!;
    const relation = hashOf(m.relation);
    const place = mix(READING, k);
    ruled.push(
      mix(place, relation),
      mix(mix(place, relation), hashOf(m.factId)),
      mix(mix(READING, relation), hashOf(`${m.factId}/${m.reading}`)),
      mix(mix(place, relation), Math.min(4, m.specificity)),
    );
  }
  const label = hashOf(verdict.label);
  ruled.push(
    ruleFeature(verdict.label),
    mix(mix(RULE, label), hashOf(verdict.reason.code)),
    mix(mix(RULE, label), Math.round(100 * verdict.confidence)),
  );
  if (matches.length === 0) ruled.push(mix(RULE, 0));
  return { own, ruled };
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
