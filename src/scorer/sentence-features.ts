/**
 * What a sentence gives to the features of the clauses around it. The same for all of them, so it is worked out once a
 * sentence. Pure.
 */
import type { Token } from '../detect/tokens.ts';
import type { SentenceView } from '../detect/view.ts';
import { hashOf } from '../detect/words.ts';
import { kind, mix } from './hash.ts';

const EARLIER = [kind('earlier 1'), kind('earlier 2')] as const;
const LATER = [kind('later 1'), kind('later 2')] as const;
const REPLY = kind('reply');
const OPENING = mix(EARLIER[0], kind('opening'));
const CLOSING = mix(EARLIER[0], kind('closing'));
const QUESTION = mix(EARLIER[0], REPLY);
const LENGTH = { few: hashOf('few'), some: hashOf('some'), many: hashOf('many') };

interface SentenceFeatures {
  /** The hash of each hit's concept. */
  concepts: readonly number[];
  /** For a clause of the sentence behind it, and of the one behind that: its concepts. */
  earlier: [(readonly number[])?, (readonly number[])?];
  /** For a clause of the sentence before it, and of the one before that: its concepts. */
  later: [(readonly number[])?, (readonly number[])?];
  /** For a clause of the sentence behind it: how it begins and ends. */
  ends: readonly number[] | null;
  /** For a clause of the sentence before it: how it answers. */
  reply: readonly number[] | null;
}

/** Of the sentences last seen, which are those around a clause: as a text is gone through, none is asked for again later. */
const recent: { view: SentenceView; features: SentenceFeatures }[] = [];
/** A power of two above the number of sentences around a clause, its own among them. */
const RECENT = 8;

function of(view: SentenceView): SentenceFeatures {
  const known = recent[view.index % RECENT];
  if (known?.view === view) return known.features;
  const concepts = view.hits.map(({ concept }) => hashOf(concept));
  const features: SentenceFeatures = { concepts, earlier: [], later: [], ends: null, reply: null };
  recent[view.index % RECENT] = { view, features };
  return features;
}

/** The hashes of the concepts that a sentence's hits are of, hit by hit. */
export const conceptHashes = (view: SentenceView): readonly number[] => of(view).concepts;

/** The concepts of a sentence `k` + 1 before the clause's own. */
export function earlierFeatures(view: SentenceView, k: 0 | 1): readonly number[] {
  const features = of(view);
  features.earlier[k] ??= [...new Set(features.concepts)].map((concept) => mix(EARLIER[k], concept));
  return features.earlier[k];
}

/** The concepts of a sentence `k` + 1 behind the clause's own. */
export function laterFeatures(view: SentenceView, k: 0 | 1): readonly number[] {
  const features = of(view);
  features.later[k] ??= features.concepts.map((concept) => mix(LATER[k], concept));
  return features.later[k];
}

/** How the sentence before the clause's own begins and ends. */
export function endsFeatures(view: SentenceView): readonly number[] {
  const features = of(view);
  features.ends ??= [
    ...view.tokens.slice(0, 4).map(({ hash }) => mix(OPENING, hash)),
    ...view.tokens.slice(-4).map(({ hash }) => mix(CLOSING, hash)),
    ...(view.question ? [QUESTION] : []),
  ];
  return features.ends;
}

/** How the sentence behind the clause's own answers. */
export function replyFeatures(view: SentenceView): readonly number[] {
  const features = of(view);
  features.reply ??= replyOf(view.tokens);
  return features.reply;
}

function replyOf(tokens: readonly Token[]): number[] {
  const length = tokens.length < 4 ? LENGTH.few : tokens.length < 9 ? LENGTH.some : LENGTH.many;
  const opening = tokens.slice(0, 5).map(({ hash }) => mix(REPLY, hash));
  const out = [mix(mix(REPLY, 0), length)];
  for (const word of opening) out.push(word, mix(word, length));
  for (let n = 0; n + 1 < opening.length; n++) out.push(mix(opening[n]!, tokens[n + 1]!.hash));
  return out;
}
