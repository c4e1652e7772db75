import { expect, it } from 'vitest';
import model from '../../claims/models/cuts.json' with { type: 'json' };
import { splitClauses } from '../../src/detect/clauses.ts';
import { CUT_BOUNDS, type CutModel, cutFeatures, partingBy, partsAt } from '../../src/detect/cuts.ts';
import { tokenize } from '../../src/detect/tokens.ts';

const { bias, weights } = model as CutModel;

const SENTENCES = [
  'The harbour office opened in May, and the ferry, which is old, has run since 2019; nobody pays.',
  'Although the boats were listed, two firms say they never lost a licence, that no fee rose and that 12 crews left.',
  'It trims the role while residents, she noted, keep walking; so the bridge, unlike Riverton, quickly reopened.',
  'Firms that owe money are named, but once they settle the entry goes, because the court removes it.',
];

it('clauses part where the weights of the features that are named add up to more than the bound', () => {
  const seen = new Set<string>();
  let parted = 0;
  // Twice, as weights are remembered from the first time on.
  for (const sentence of [...SENTENCES, ...SENTENCES]) {
    splitClauses(tokenize(sentence), 0, undefined, [], (place) => {
      let sum = bias;
      cutFeatures(place, (name) => {
        seen.add(name);
        sum += weights[name] ?? 0;
      });
      const parts = sum > (place.rule ? CUT_BOUNDS.rule : CUT_BOUNDS.none);
      expect(partsAt(place)).toBe(parts);
      if (parts) parted++;
      return parts;
    });
  }
  expect(parted).toBeGreaterThan(0);
  expect([...seen].filter((name) => name in weights).length).toBeGreaterThan(100);
});

it('another model parts the clauses while it is heard, and not behind that, even where something fails', () => {
  const parts = (): boolean[] => {
    const said: boolean[] = [];
    for (const sentence of SENTENCES)
      splitClauses(tokenize(sentence), 0, undefined, [], (place) => {
        said.push(partsAt(place));
        return true;
      });
    return said;
  };
  const before = parts();
  expect(before).toContain(true);
  expect(before).toContain(false);
  expect(partingBy({ bias: 9, weights: {} }, parts)).not.toContain(false);
  expect(partingBy({ bias: -9, weights: {} }, parts)).not.toContain(true);
  expect(() =>
    partingBy({ bias: 9, weights: {} }, () => {
      throw new Error('no sentence');
    }),
  ).toThrow('no sentence');
  expect(parts()).toEqual(before);
});
