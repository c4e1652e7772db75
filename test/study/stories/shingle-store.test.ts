import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shingleStore } from '../../../src/study/stories/shingle-store.ts';
import { folder } from '../../cli/scscheck.ts';

describe('the store', () => {
  test('gives back every set, in memory or not, while more are added', () => {
    const path = folder();
    const sets = fc.array(fc.uint32Array({ maxLength: 50 }), { maxLength: 30 });
    fc.assert(
      fc.property(sets, fc.constantFrom(0, 300, 100_000), fc.array(fc.nat(29)), (all, memory, asked) => {
        const store = shingleStore({ folder: path, memory });
        for (const [i, set] of all.entries()) {
          store.add(set);
          const back = asked[i] ?? i;
          if (back <= i) expect(store.get(back)).toEqual(all[back]);
        }
        for (const [i, set] of all.entries()) {
          expect(store.size(i)).toBe(set.length);
          expect(store.get(i)).toEqual(set);
        }
        store.close();
        expect(readdirSync(path)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('writes megabytes, and forgets what was not asked for longest', () => {
    const path = folder();
    const store = shingleStore({ folder: path, memory: 0 });
    const set = (i: number): Uint32Array => new Uint32Array(100_000).fill(i);
    for (let i = 0; i < 120; i++) store.add(set(i));
    expect(store.spilled()).toBe(120 * 400_000);
    for (const i of [0, 119, 60, ...Array.from({ length: 120 }, (_, k) => k), 0, 119])
      expect(store.get(i)[99_999]).toBe(i);
    store.close();
  });

  test('keeps its own copy', () => {
    for (const memory of [0, 1000]) {
      const set = Uint32Array.from([1, 2, 3]);
      const store = shingleStore({ folder: folder(), memory });
      store.add(set);
      set.fill(9);
      expect([...store.get(0)]).toEqual([1, 2, 3]);
      store.close();
    }
  });

  test('says so when there is no such folder', () => {
    const store = shingleStore({ folder: '/nowhere/at/all', memory: 0 });
    store.add(Uint32Array.from([1]));
    expect(() => store.get(0)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    store.close();
  });
});
