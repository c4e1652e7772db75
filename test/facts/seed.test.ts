import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/facts/nearest.ts';
import { outlineLocators, parseSeedRecord } from '../../src/facts/seed.ts';
import { root, seed } from './files.ts';

const text = readFileSync(`${root}seeds/scs-2022.json`, 'utf8');
const broken = (change: (record: Record<string, unknown>) => void) => {
  const record = JSON.parse(text) as Record<string, unknown>;
  change(record);
  return parseSeedRecord(JSON.stringify(record), 's.json');
};

describe('parseSeedRecord', () => {
  it('reads the bundled record, whose locators are those of its outline', () => {
    expect(seed.problems).toEqual([]);
    expect(Object.keys(seed.record!.locators)).toEqual(outlineLocators(seed.record!.outline));
  });

  it('keeps hashes, not sentences', () => {
    for (const value of Object.values(seed.record!.locators)) expect(value).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reports unknown keys, bad hashes, text that is no JSON and locators that leave the outline', () => {
    expect(
      broken((r) => {
        r.isbn = '1';
      }).problems[0]!.message,
    ).toContain('isbn');
    expect(
      broken((r) => {
        r.sha256 = 'ABC';
      }).problems[0]!.message,
    ).toContain('sha256: must be a SHA-256');
    expect(parseSeedRecord('{', 's.json').problems[0]!.message).toContain('not JSON');
    const dropped = broken((r) => {
      delete (r.locators as Record<string, string>)['pilots.1.3'];
    });
    expect(dropped.record).toBeNull();
    expect(dropped.problems[0]!.message).toBe('locator pilots.1.4 does not agree with the outline');
    const cut = broken((r) => {
      delete (r.locators as Record<string, string>)['conclusion.1.6'];
    });
    expect(cut.problems[0]!.message).toBe('locator conclusion.1.6 does not agree with the outline');
  });
});

describe('nearest', () => {
  it('finds the word meant, and none when nothing is like it', () => {
    const known = ['statement', 'source', 'facets'];
    expect(nearest('statment', known)).toBe('statement');
    expect(nearest('Facet', known)).toBe('facets');
    expect(nearest('zzzzzz', known)).toBeNull();
    expect(nearest('x'.repeat(100_000), known)).toBeNull();
  });
});
