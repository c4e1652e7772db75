import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/config/json-places.ts';
import { lineAt } from '../../src/config/places.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('takes what JSON.parse takes, with the same value, and nothing else', () => {
  const json = fc.tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t')).map(([text, space]) => {
    return JSON.stringify(JSON.parse(text), null, space);
  });
  // A cut and an insertion: most of what comes of it is broken, some of it is not.
  const mutated = fc
    .tuple(
      json,
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', ',', ':', '{', '}', '[', ']', '"', '\\', '1', 'null', '/', ' ', '\n', '-', "'"),
    )
    .map(([text, at, cut, put]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + put + text.slice(start + cut);
    });
  const seen = { good: 0, broken: 0 };
  fc.assert(
    fc.property(fc.oneof(json, mutated), (text) => {
      const parsed = parseJson(text);
      seen[isJson(text) ? 'good' : 'broken']++;
      expect('fault' in parsed).toBe(!isJson(text));
      if (!('fault' in parsed)) expect(parsed.data).toEqual(JSON.parse(text));
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.good, seen.broken)).toBeGreaterThan(500);
});

describe('lines', () => {
  const text = '{\n"a":\n[1,\n{"b": 2}],\n\n"c"\n: "x\\ny"}';
  const parsed = parseJson(text);
  const places = 'fault' in parsed ? new Map() : parsed.places;
  test.each([
    [['a'], 'key', 2],
    [['a'], 'value', 3],
    [['a', 0], 'value', 3],
    [['a', 1, 'b'], 'value', 4],
    [['c'], 'key', 6],
    [['c'], 'value', 7],
    [['a', 1, 'missing'], 'value', 4],
    [['missing'], 'key', 1],
  ] as const)('of %j, its %s', (path, part, line) => {
    expect(lineAt(places, path, part)).toBe(line);
  });

  test('are those of the text, wherever a key stands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (keys, pick) => {
        const wanted = pick % keys.length;
        const object = Object.fromEntries(keys.map((key, index) => [`k${index}${key}`, index]));
        const found = parseJson(JSON.stringify(object, null, 2));
        if ('fault' in found) throw new Error(found.fault);
        expect(lineAt(found.places, [`k${wanted}${keys[wanted]}`], 'key')).toBe(wanted + 2);
      }),
    );
  });
});
