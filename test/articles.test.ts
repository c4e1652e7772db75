import { describe, expect, it } from 'vitest';
import { loadFactBase } from '../src/facts/load.ts';
import { cases, claimsOf, expectedOf } from './articles.ts';

const base = await loadFactBase();

describe('the articles of the fixtures', () => {
  it('are at least twelve', () => {
    expect(cases().length).toBeGreaterThanOrEqual(12);
  });

  it.each(cases())('%s gives the claims recorded for it', async (name) => {
    expect(await claimsOf(name, base)).toEqual(expectedOf(name));
  });

  it.each(['off-topic-council', 'off-topic-credit-scores'])('%s holds no claim', (name) => {
    expect(expectedOf(name)).toEqual([]);
  });
});
