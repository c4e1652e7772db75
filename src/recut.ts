/**
 * A second look at where clauses part: where the model of cuts was in doubt, the clause is read whole and in two parts, and
 * what the scorer makes of either decides. Two parts that are surely claims, and of unlike labels, are two claims; where one
 * by itself says nothing, they are one. Pure.
 */
import { type Draft, MIN_WORDS, spanOf } from './detect/claims.ts';
import type { CutDoubt } from './detect/cuts.ts';
import { skipLink } from './detect/openings.ts';
import { NEAR } from './detect/worth.ts';
import type { ScoredCandidate } from './label.ts';
import { LEAST_LIKELY, type Probabilities, type RecutModel } from './scorer/model.ts';

/** A clause read whole and in two parts. */
export interface BothWays {
  doubt: CutDoubt;
  /** Whether it is parted so far. */
  isParted: boolean;
  whole: ScoredCandidate;
  left: ScoredCandidate;
  right: ScoredCandidate;
}

/** Reads a clause among those before and behind it: `NEAR` on either side tell of it. */
export type ReadClause = (
  draft: Draft,
  before: readonly ScoredCandidate[],
  behind: readonly ScoredCandidate[],
) => ScoredCandidate;

/** Clauses this surely no claims are let be, whole or in parts: at 0.9 as many labels are right, and half as many more are read. */
const SURELY_NONE = 0.7;
/** A sentence with more places in doubt is no sentence, and looking at each would take as long as their square. */
const MOST = 60;
/** The clauses of an article, in order, put together and parted as a model has it; null: as they stand. */
export const recutBy = (
  scored: readonly ScoredCandidate[],
  read: ReadClause,
  model: RecutModel | null,
): readonly ScoredCandidate[] => (model ? recut(scored, read, partsBy(model)) : scored);

/** The clauses of an article, in order, with those put together and parted that `parts` says. */
export function recut(
  scored: readonly ScoredCandidate[],
  read: ReadClause,
  parts: (ways: BothWays) => boolean,
): ScoredCandidate[] {
  const out: ScoredCandidate[] = [];
  for (let i = 0; i < scored.length; ) {
    const { view, sentence, doubts } = draftOf(scored[i]!);
    let next = i + 1;
    while (next < scored.length && draftOf(scored[next]!).doubts === doubts) next++;
    let pieces = scored.slice(i, next);
    const asked = view.index === sentence && doubts.length <= MOST ? doubts : [];
    for (const doubt of asked) pieces = decided(pieces, doubt, out, scored.slice(next, next + NEAR), read, parts);
    out.push(...pieces);
    i = next;
  }
  return out;
}

const draftOf = ({ proposition }: ScoredCandidate): Draft => proposition.draft;
const isNone = ({ probabilities }: ScoredCandidate): boolean => probabilities.none > SURELY_NONE;

/** The pieces of a sentence once a place is decided. */
function decided(
  pieces: ScoredCandidate[],
  doubt: CutDoubt,
  before: readonly ScoredCandidate[],
  behind: readonly ScoredCandidate[],
  read: ReadClause,
  parts: (ways: BothWays) => boolean,
): ScoredCandidate[] {
  const { at } = doubt;
  const k = pieces.findIndex((piece) => draftOf(piece).to >= at);
  if (k < 0) return pieces;
  const first = draftOf(pieces[k]!);
  const ahead = [...before.slice(-NEAR), ...pieces.slice(0, k)];
  if (first.to === at) {
    const [left, right] = [pieces[k]!, pieces[k + 1]];
    if (!right || !joins(first, draftOf(right), at) || (isNone(left) && isNone(right))) return pieces;
    const whole = read(between(first, first.from, draftOf(right).to), ahead, [...pieces.slice(k + 2), ...behind]);
    return parts({ doubt, isParted: true, whole, left, right }) ? pieces : pieces.toSpliced(k, 2, whole);
  }
  const from = skipLink(first.view.tokens, at);
  if (at - first.from < MIN_WORDS || first.to - from < MIN_WORDS || isNone(pieces[k]!)) return pieces;
  const rest = [...pieces.slice(k + 1), ...behind];
  const left = read(between(first, first.from, at), ahead, rest);
  const right = read(between(first, from, first.to), [...ahead, left], rest);
  const ways = { doubt, isParted: false, whole: pieces[k]!, left, right };
  return parts(ways) ? pieces.toSpliced(k, 1, left, right) : pieces;
}

/** Whether two clauses may be one: nothing stands between but a link, one source says both, and both or none are rejected. */
const joins = (left: Draft, right: Draft, at: number): boolean =>
  right.from === skipLink(left.view.tokens, at) &&
  right.attribution === left.attribution &&
  right.rejected === left.rejected;

/** A draft with other words of its sentence. */
const between = (draft: Draft, from: number, to: number): Draft => ({
  ...draft,
  from,
  to,
  span: spanOf(draft.view.tokens, from, to),
});

/** Whether the model parts the clause. */
export const partsBy =
  ({ bias, weights, least }: RecutModel) =>
  (ways: BothWays): boolean =>
    recutFeatures(ways).reduce((sum, value, i) => sum + value * weights[i]!, bias) > least;

const odds = (p: number): number => Math.log(Math.max(p, LEAST_LIKELY) / Math.max(1 - p, LEAST_LIKELY));

/** What is seen of a clause read both ways: how sure the cut is, how likely whole and parts are claims, and of which label. */
export function recutFeatures({ doubt, whole, left, right }: BothWays): number[] {
  const [w, l, r] = [whole.probabilities, left.probabilities, right.probabilities];
  const [claim, claimLeft, claimRight] = [1 - w.none, 1 - l.none, 1 - r.none];
  const least = Math.min(claimLeft, claimRight);
  const alike = alikeness(l, r);
  const [top, topLeft, topRight] = [surest(w), surest(l), surest(r)];
  const share = (most: number, p: number): number => most / Math.max(LEAST_LIKELY, p);
  return [
    doubt.odds,
    doubt.rule ? 1 : 0,
    -odds(w.none),
    -odds(l.none),
    -odds(r.none),
    claimLeft * claimRight,
    least,
    Math.max(claimLeft, claimRight),
    claim - claimLeft,
    claim - claimRight,
    claim - least,
    alike,
    alike * least,
    share(top, claim),
    share(topLeft, claimLeft),
    share(topRight, claimRight),
    top,
    Math.log(Math.max(w.none, top)) - Math.log(Math.max(l.none, topLeft)) - Math.log(Math.max(r.none, topRight)),
    topLeft * topRight,
  ];
}

/** The probability of the likeliest label. */
const surest = ({ supported, contradicted, unverified }: Probabilities): number =>
  Math.max(supported, contradicted, unverified);

/** How likely two clauses have one label, if both are claims. */
function alikeness(a: Probabilities, b: Probabilities): number {
  const [one, other] = [Math.max(LEAST_LIKELY, 1 - a.none), Math.max(LEAST_LIKELY, 1 - b.none)];
  const both = a.supported * b.supported + a.contradicted * b.contradicted + a.unverified * b.unverified;
  return both / (one * other);
}
