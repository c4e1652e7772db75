/** Whether what a reading rests on is denied in the claim. */
import type { Hit } from '../detect/concepts.ts';
import type { CompiledReading, FactBase } from '../facts/compile.ts';
import type { Proposition } from './proposition.ts';

/**
 * Whether the predicate is negated: an odd number of negations in one of the clause's comma-parted stretches
 * ("grounded, no tickets" says the same twice). Words of refusal count when the reading says so; a negation that
 * is part of a hit is that concept's own; one that a gap passed over, or that is the whole hit ("nobody"), is not.
 */
export function isNegated(
  p: Proposition,
  own: Hit[],
  predicate: Hit | null,
  reading: CompiledReading,
  base: FactBase,
): boolean {
  if (p.negations.length === 0) return false;
  const named = nominalHits(p, base);
  const odd = new Map<number, boolean>();
  let carried = false;
  for (const n of p.negations) {
    if (n.refusal && !reading.refusal) continue;
    const inside = (h: Hit): boolean =>
      n.start >= h.start && n.end <= h.end && h.end - h.start > n.end - n.start && !inGap(h, n.start);
    // "people who have not paid" names somebody; "nobody in China" denies.
    if (own.some(inside) || named.some((h) => n.start > h.start && n.end < h.end && inside(h))) continue;
    if (predicate && n.bounded && !(predicate.start >= n.start && predicate.start < n.scopeEnd)) continue;
    if (reading.negation === 'before' && predicate && n.start >= predicate.end) continue;
    if (predicate && partedFrom(p, predicate.end, n.start)) continue;
    // An earlier stretch with a verb of its own, and nothing of what the reading rests on, says its own thing.
    if (predicate && n.closed !== null && n.closed <= predicate.start && !own.some((h) => h.start < n.closed!))
      continue;
    if (n.carries) carried = !carried;
    else odd.set(n.segment, !(odd.get(n.segment) ?? false));
  }
  const any = [...odd.values()].some(Boolean);
  return any !== carried;
}

const PARTING = new Set([
  'because',
  'since',
  'although',
  'though',
  'unless',
  'whereas',
  'while',
  'and',
  'but',
  'yet',
  'who',
  'which',
]);
/** A denial in a bound or second clause ("can pay and will not") denies what that says, not the predicate before it. */
function partedFrom(p: Proposition, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PARTING.has(p.tokens[i]!.norm)) return true;
  return false;
}

/** Hits that name somebody ("people who have not paid"): a denial inside one is part of the name. */
function nominalHits(p: Proposition, base: FactBase): Hit[] {
  const known = nominal.get(p);
  if (known) return known;
  const out: Hit[] = [];
  for (const [concept, hits] of p.clause) {
    const facet = base.concepts.concepts.get(concept)?.facet;
    if (facet === 'patient' || facet === 'agent') out.push(...hits);
  }
  nominal.set(p, out);
  return out;
}
/** By proposition, as every reading that fires on it asks. */
const nominal = new WeakMap<Proposition, Hit[]>();

function inGap(hit: Hit, at: number): boolean {
  for (let i = 0; i < hit.gaps.length; i += 2) if (at >= hit.gaps[i]! && at < hit.gaps[i + 1]!) return true;
  return false;
}
