/** What the scorer learns from, as features with places in its table, and how much each example counts. */
import type { FactBase } from '../facts/compile.ts';
import { bankToLearn, clausesToLearn, type Example, WRAPPED } from './clause-examples.ts';
import type { HashedExample } from './softmax.ts';

/** The table of labels has 2 to this power of places: twice as many as there are features, or near it. */
export const BITS = 18;
/** Features seen fewer times say more of a passage than of claims. Chosen on held-out sets. */
const MINIMUM = 3;
/** Wrapped claims are many of one make: each counts for a fraction; at 0.2 a denial turned seven labels of ten among forty thousand passages. */
const WRAPPED_SHARE = 0.5;
const MASK = 2 ** BITS - 1;

/** The readings were tuned on these very claims and seem surer on them than they are elsewhere. */
const isTuned = (file: string): boolean => !file.startsWith('learn');

export interface ScorerExamples {
  /** Clauses of passages. */
  read: Example[];
  bank: Example[];
  wrapped: Example[];
  /** All clauses: of the passages, the bank and the wrapped claims. */
  examples: Example[];
  /** The places of an example's features that were seen often enough, with what the readings say or without. */
  placesOf: (example: Example, withRules?: boolean) => Int32Array;
}

export function scorerExamples(base: FactBase): ScorerExamples {
  const read = clausesToLearn(base);
  const { bank, wrapped } = bankToLearn(base);
  const examples = [...read, ...bank, ...wrapped];
  const seen = new Uint16Array(2 ** BITS);
  for (const e of examples)
    for (const place of new Set([...e.own, ...e.ruled].map((f) => f & MASK)))
      if (seen[place]! < 65535) seen[place]! += 1;
  const placesOf = (e: Example, withRules = true): Int32Array =>
    Int32Array.from(new Set([...e.own, ...(withRules ? e.ruled : [])].map((f) => f & MASK))).filter(
      (place) => seen[place]! >= MINIMUM,
    );
  return { read, bank, wrapped, examples, placesOf };
}

/** How much an example counts for the network, which leaves out what the readings say now and then. */
export const shareOf = ({ file }: Example): number => (file === WRAPPED ? WRAPPED_SHARE : 1);

/** For the linear model: where the readings were tuned, each counts half with what they say and half without. */
export function hashed(list: readonly Example[], placesOf: ScorerExamples['placesOf']): HashedExample[] {
  return list.flatMap((e) => {
    const { label } = e;
    if (e.file === WRAPPED || !isTuned(e.file)) return [{ features: placesOf(e), label, weight: shareOf(e) }];
    return [
      { features: placesOf(e), label, weight: 0.5 },
      { features: placesOf(e, false), label, weight: 0.5 },
    ];
  });
}
