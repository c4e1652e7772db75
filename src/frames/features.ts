/** What the model of frames sees of a sentence, as hashes. Pure. */
import { hashOf } from '../detect/words.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import { kind, mix } from '../scorer/hash.ts';
import { nominate } from '../scorer/model.ts';
import { TURNING } from './marks.ts';
import type { FoundSign, Heard } from './signs.ts';

const SIGN = kind('frame sign');
const TAKEN = kind('frame sign taken');
const RULE = kind('frame rule');
const SHOWN = kind('frame shown');
const PHRASE = kind('frame sign phrase');
const STANDS = kind('frame sign stands');
const READING = kind('frame reading');
const FACT = kind('frame fact');
const FORM = kind('frame form');
const CONCEPT = kind('frame concept');
const WORD = kind('frame word');
const NEXT = kind('frame next');

/** Facts that a clause may be about, as many as are looked at. */
const NOMINATED = 3;
/** Shares from which a fact is thought of, likely, all but sure. */
const SHARES = [0.12, 0.3, 0.6];
/** A clause likelier than this to be no claim is about no fact. */
const NO_CLAIM = 0.7;
/** A clause that is no claim with less than the first is one; with less than the second it may be. */
const CLAIM = [0.3, 0.7];
/** Words of a sentence past this many are not looked at, so that a giant one costs no more. */
const MAX_WORDS = 200;

/** Words of a sign that are looked at, and how long one must be. */
const MAX_SIGN = 8;
const SHOWING = 4;

/** What often turns a sentence: a dispute behind it, the way it is told. */
const TURNS = new Set<string>(['mark-disputed', ...TURNING]);

/** Features by what they are worth: what was understood, and mere words. */
export interface FrameFeatures {
  strong: number[];
  weak: number[];
}

/** The features of a sentence, its signs and the clauses that begin in it. */
export function featuresOf(
  { view, hits: heard }: Heard,
  signs: readonly FoundSign[],
  candidates: readonly ScoredCandidate[],
  base: FactBase,
): FrameFeatures {
  const strong: number[] = [];
  const weak: number[] = [];
  const { tokens, hits } = view;
  const stands = standing(view, candidates);
  for (const { sign, frame, stance, start, end, phrases } of signs) {
    const id = hashOf(sign.id);
    const taken = hashOf(stance);
    strong.push(mix(SIGN, id), mix(mix(TAKEN, taken), id));
    const rule = mix(RULE, hashOf(frame));
    if (sign.kind !== 'hint') strong.push(rule, mix(rule, taken), mix(mix(STANDS, hashOf(stands)), hashOf(frame)));
    for (const phrase of phrases) strong.push(mix(mix(PHRASE, hashOf(phrase)), hashOf(frame)));
    if (stands === 'aside') continue;
    // Words of a sign weigh by themselves, as some are surer than others.
    for (let i = start; i < Math.min(end, start + MAX_SIGN); i++)
      if (tokens[i]!.norm.length >= SHOWING) strong.push(mix(mix(SHOWN, hashOf(frame)), tokens[i]!.hash));
  }
  for (const candidate of candidates) strong.push(...clauseFeatures(candidate, base));
  if (view.question) strong.push(mix(FORM, hashOf('question')));
  for (const { concept } of heard) if (TURNS.has(concept)) strong.push(mix(FORM, hashOf(concept)));
  // What an aside is about is no matter.
  if (stands === 'aside') return { strong, weak };
  for (const { concept } of hits) weak.push(mix(CONCEPT, hashOf(concept)));
  for (let i = 0; i < Math.min(tokens.length, MAX_WORDS); i++) {
    const word = tokens[i]!.hash;
    weak.push(mix(WORD, word));
    if (i + 1 < tokens.length) weak.push(mix(mix(NEXT, word), tokens[i + 1]!.hash));
  }
  return { strong, weak };
}

/** Words by which a sentence may speak of the system without a name. */
const REFERS = new Set([
  'it',
  'its',
  'they',
  'them',
  'their',
  'system',
  'scheme',
  'programme',
  'list',
  'lists',
  'blacklist',
]);

/**
 * Whether a sentence is about the system: it names it or makes a claim, may do so, or stands aside. An article's asides
 * ("a camera crew had set up its lights") have words of signs that show nothing.
 */
function standing({ hits, tokens }: Heard['view'], candidates: readonly ScoredCandidate[]): 'about' | 'near' | 'aside' {
  const none = candidates.reduce((least, { probabilities }) => Math.min(least, probabilities.none), 1);
  if (none < CLAIM[0]! || hits.some(({ concept }) => concept === 'social-credit')) return 'about';
  return none < CLAIM[1]! || tokens.some(({ norm }) => REFERS.has(norm)) ? 'near' : 'aside';
}

/** What the readings and the scorer make of a clause: which facts it is about, and whether it agrees with them. */
function clauseFeatures(candidate: ScoredCandidate, base: FactBase): number[] {
  const { matches, probabilities, verdict, proposition } = candidate;
  const out: number[] = [];
  for (const { factId, relation } of matches) out.push(mix(mix(READING, hashOf(relation)), hashOf(factId)));
  if (proposition.draft.rejected) out.push(mix(FORM, hashOf('rejected')));
  if (proposition.draft.attribution) out.push(mix(FORM, hashOf('attributed')));
  if (proposition.negations.length > 0) out.push(mix(FORM, hashOf('negated')));
  out.push(mix(FORM, hashOf(verdict.label)));
  const { none, supported, contradicted, unverified } = probabilities;
  if (none > NO_CLAIM) return out;
  const label = hashOf(
    supported >= contradicted && supported >= unverified
      ? 'supported'
      : contradicted >= unverified
        ? 'contradicted'
        : 'unverified',
  );
  for (const { fact, share } of nominate(candidate, base.scorer, NOMINATED)) {
    for (let k = 0; k < SHARES.length && share > SHARES[k]!; k++) {
      const feature = mix(mix(FACT, k), hashOf(fact));
      out.push(feature, mix(feature, label));
    }
  }
  return out;
}
