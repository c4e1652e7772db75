/** Texts of made-up words that a seed decides, and what outlets do to them. */

/** Numbers from 0 to 1 (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Desk {
  next(): number;
  /** `count` words, the common ones more often, as in any language. */
  words(count: number): string[];
  /** A copy with this share of words changed, the end cut by a share, and words put on top. */
  copy(of: readonly string[], change: { edits?: number; cut?: number; top?: number }): string[];
}

export function desk(seed: number): Desk {
  const next = numbers(seed);
  const word = (): string => `w${Math.floor(5000 ** next())}`;
  const words = (count: number): string[] => Array.from({ length: count }, word);
  return {
    next,
    words,
    copy(of, { edits = 0, cut = 0, top = 0 }) {
      const kept = of.slice(0, of.length - Math.floor(of.length * cut));
      return [...words(Math.floor(of.length * top)), ...kept.map((one) => (next() < edits ? word() : one))];
    },
  };
}
