import { describe, expect, it } from 'vitest';
import { hashOf, stem } from '../../src/detect/words.ts';
import { readWordVectors } from '../../src/eval/word-vectors.ts';

describe('the vectors of common words', () => {
  const { width, at, values } = readWordVectors();
  const vectorOf = (word: string): Float32Array => {
    const from = at.get(hashOf(stem(word)))!;
    return values.subarray(from, from + width);
  };
  const likeness = (a: string, b: string): number => {
    const other = vectorOf(b);
    return vectorOf(a).reduce((sum, x, d) => sum + x * other[d]!, 0);
  };

  it('are of length one, a row for each stem', () => {
    expect(values).toHaveLength(at.size * width);
    for (const from of at.values()) expect(Math.hypot(...values.subarray(from, from + width))).toBeCloseTo(1, 1);
  });

  it('stand near each other where words are used alike', () => {
    expect(likeness('court', 'judge')).toBeGreaterThan(likeness('court', 'train') + 0.2);
    expect(likeness('train', 'railway')).toBeGreaterThan(likeness('train', 'debt') + 0.2);
  });
});
