import { expect, test } from 'vitest';
import { atLeast, atMost, type Figure, reached } from '../../bench/figure.ts';
import { HOSTILE } from '../../bench/hostile.ts';
import { offTopicArticle, onTopicArticle } from '../../bench/prose.ts';
import { seeded } from '../../bench/random.ts';
import { markdown } from '../../bench/record.ts';
import { median } from '../../bench/stats.ts';

test('the same seed writes the same article, another seed another one', () => {
  expect(onTopicArticle(seeded(7), 200)).toBe(onTopicArticle(seeded(7), 200));
  expect(offTopicArticle(seeded(7), 200)).not.toBe(offTopicArticle(seeded(8), 200));
});

test('articles have the length asked for, and the topic only where it belongs', () => {
  for (let seed = 0; seed < 50; seed++) {
    const off = offTopicArticle(seeded(seed), 600);
    expect(off.split(/\s+/).length).toBeGreaterThanOrEqual(600);
    expect(off.split(/\s+/).length).toBeLessThan(720);
    expect(off).not.toMatch(/social credit/i);
    expect(onTopicArticle(seeded(seed), 600)).toMatch(/social credit/i);
    expect(off).not.toMatch(/[{}]/);
  }
});

test.each(Object.entries(HOSTILE))('the text of %s is as long as asked for', (_, make) => {
  for (const size of [1000, 1e6]) {
    const { length } = make(size);
    expect(length).toBeGreaterThanOrEqual(size);
    expect(length).toBeLessThan(size + 200);
  }
});

test('a figure reaches its target on the right side of the bound', () => {
  const figure = (value: number, target: Figure['target']): Figure => ({ name: 'f', value, target, detail: '' });
  expect([1.5, 1.51].map((value) => reached(figure(value, atMost(1.5))))).toEqual([true, false]);
  expect([5, 4.99].map((value) => reached(figure(value, atLeast(5))))).toEqual([true, false]);
  expect(reached(figure(99, null))).toBe(true);
  expect(markdown([figure(2, atMost(1))])).toContain('| f | 2 | at most 1 | **no** |  |');
});

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
});
