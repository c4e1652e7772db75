/** A check that knows the labelled claims and spoils them: what scoring is tested on. */
import type { PredictedClaim } from '../../src/eval/align.ts';
import type { GoldPassage } from '../../src/eval/gold.ts';
import { LABELS } from '../../src/model.ts';

/** Misses, moves, relabels and invents claims; the same seed spoils the same passages in the same way. */
export function noisyCheck(seed: number): (passage: GoldPassage) => PredictedClaim[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (n: number) => Math.floor(random() * n);
  return ({ text, claims }) => {
    const kept = claims
      .filter(() => random() < 0.85)
      .map(({ quote, label, evidence, attributed }): PredictedClaim => {
        const start = Math.max(0, text.indexOf(quote) - 10 + below(30));
        return {
          start,
          end: Math.min(text.length, start + quote.length - 10 + below(30)),
          label: random() < 0.7 ? label : LABELS[below(3)]!,
          evidence: random() < 0.8 ? evidence.map((locator) => ({ locator })) : [{ locator: 'pilots.1.1' }],
          attribution: attributed ? { source: 'someone', cue: 'says' } : null,
        };
      });
    if (random() < 0.75) return kept;
    const start = below(text.length);
    return [...kept, { start, end: Math.min(text.length, start + 30), label: LABELS[below(3)]!, evidence: [] }];
  };
}
