import { describe, expect, it } from 'vitest';
import { confirm, likelyPlaces } from '../../../src/study/statistics/confirm.ts';

describe('confirming changes', () => {
  const flat = { k: Array(30).fill(3), n: Array(30).fill(10) };

  it('drops the weakest until all hold', () => {
    const asked: string[] = [];
    const held = confirm(flat, [10, 15, 20], 2, (start, end) => {
      asked.push(`${start}-${end}`);
      return end - start > 12 ? 0.001 : 0.3;
    });
    expect(held.length).toBeLessThan(3);
    for (const { own } of held) expect(own).toBeLessThanOrEqual(0.05);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('drops all where none holds', () => {
    expect(confirm(flat, [10, 20], 2, () => 0.5)).toEqual([]);
    expect(confirm(flat, [], 2, () => 0.5)).toEqual([]);
  });

  it('adjusts for the changes of the series', () => {
    expect(confirm(flat, [10, 20], 2, () => 0.02).map(({ own }) => own)).toEqual([0.04, 0.04]);
    expect(confirm(flat, [10, 20], 2, () => 0.03)).toHaveLength(1);
  });
});

describe('likely places', () => {
  it('are one where the step is plain, and more where it is not', () => {
    const plain = { k: [...Array(10).fill(0), ...Array(10).fill(100)], n: Array(20).fill(100) };
    expect(likelyPlaces(plain, { start: 0, end: 20 }, 1, 2)).toEqual({ earliest: 10, latest: 10 });
    const faint = { k: [2, 3, 2, 3, 4, 5, 4, 5], n: Array(8).fill(10) };
    const { earliest, latest } = likelyPlaces(faint, { start: 0, end: 8 }, 1, 2);
    expect([earliest, latest]).toEqual([2, 6]);
  });
});
