import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArticle, scoreCandidates } from '../../src/check.ts';
import { type FactBase, loadFactBase } from '../../src/facts/load.ts';
import { decide } from '../../src/label.ts';
import { articleFromText } from '../../src/library.ts';
import { LABELS } from '../../src/model.ts';
import { nominationFeatures, ruleFeature, scorerFeatures } from '../../src/scorer/features.ts';
import {
  CLASSES,
  calibrated,
  nominate,
  type Probabilities,
  probabilitiesOf,
  type Scorer,
  together,
  worthOf,
} from '../../src/scorer/model.ts';
import { baseOf, candidatesOf, entry, FOLLOWS_READINGS, nominatorOf, tableOf } from '../match/small.ts';

const base = baseOf([entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }])]);
const one = (text: string) => candidatesOf(text, base)[0]!;

/** Any small table of four classes, small and large weights alike. */
const anyLabels = fc
  .record({
    scale: fc.constantFrom(0, 0.001, 0.1, 20),
    bias: fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 4, maxLength: 4 }),
    weights: fc.int8Array({ minLength: 64, maxLength: 64 }),
  })
  .map((table): Scorer => ({ ...FOLLOWS_READINGS, labels: { bits: 4, classes: 4, ...table } }));
const anyFeatures = fc.record({
  own: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  ruled: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
});

describe('probabilities', () => {
  const sum = (p: Probabilities) => CLASSES.reduce((total, name) => total + p[name], 0);

  it('add up to 1, whatever the features and weights', () => {
    fc.assert(
      fc.property(anyFeatures, anyLabels, (features, scorer) => {
        const p = probabilitiesOf(features, scorer);
        expect(Object.keys(p)).toEqual([...CLASSES]);
        expect(sum(p)).toBeCloseTo(1, 9);
        for (const name of CLASSES) {
          expect(p[name]).toBeGreaterThanOrEqual(0);
          expect(p[name]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('count a feature once, in whatever order and list it comes', () => {
    fc.assert(
      fc.property(anyFeatures, anyLabels, ({ own, ruled }, scorer) => {
        const p = probabilitiesOf({ own, ruled }, scorer);
        expect(probabilitiesOf({ own: [...own, ...own, ...ruled], ruled }, scorer)).toEqual(p);
        expect(probabilitiesOf({ own: ruled.toReversed(), ruled: own.toReversed() }, scorer)).toEqual(p);
      }),
    );
  });

  it('are those of the bias where there are no features', () => {
    const labels = tableOf([0.1, 0.2, 0.3, 0.4].map(Math.log), []);
    const p = probabilitiesOf({ own: [], ruled: [] }, { ...FOLLOWS_READINGS, labels });
    CLASSES.forEach((name, k) => {
      expect(p[name]).toBeCloseTo((k + 1) / 10, 9);
    });
  });

  it('rise for the class that a feature speaks for', () => {
    const labels = tableOf([0, 0, 0, 0], [[7, CLASSES.indexOf('supported')]]);
    const p = probabilitiesOf({ own: [7], ruled: [] }, { ...FOLLOWS_READINGS, labels });
    expect(p.supported).toBeGreaterThan(0.99);
  });
});

describe('both models together', () => {
  const UNSURE = [0.1, 0.2, 0.3, 0.4].map(Math.log);

  it('are the mean of their log-odds', () => {
    const p = together(Float64Array.from(UNSURE), () => Float64Array.of(0, 4, 0, 0));
    const logs = UNSURE.map((x, k) => x / 2 + (k === 1 ? 2 : 0));
    const total = logs.reduce((sum, x) => sum + Math.exp(x), 0);
    CLASSES.forEach((name, k) => {
      expect(p[name]).toBeCloseTo(Math.exp(logs[k]!) / total, 12);
    });
  });

  it('are the linear model where there is no other, or where it is all but sure', () => {
    const alone = together(Float64Array.from(UNSURE), null);
    expect(alone.contradicted).toBeCloseTo(0.3, 12);
    const sure = Float64Array.of(9, 0, 0, 0);
    const unasked = () => {
      throw new Error('asked');
    };
    expect(together(sure, unasked)).toEqual(together(sure, null));
    expect(() => together(Float64Array.from(UNSURE), unasked)).toThrow('asked');
  });

  it('leave the sums they are given as they are', () => {
    const sums = Float64Array.from(UNSURE);
    together(sums, () => Float64Array.of(1, 2, 3, 4));
    expect([...sums]).toEqual(UNSURE);
  });

  it('are asked for by those who check, and change what is found', async () => {
    const ready = await loadFactBase();
    const linear = { ...ready, scorer: { ...ready.scorer, network: null } };
    const text = 'Most cities run the social credit system as they like. Some say that it watches people.';
    const likely = (base: FactBase) => scoreCandidates(candidatesOf(text, base), base).map((c) => c.probabilities);
    expect(likely(ready)).not.toEqual(likely(linear));
  });
});

describe('the scorer of the tests', () => {
  it.each([
    ['Social credit: the ferry takes a fee.', 'contradicted'],
    ['On social credit the ferry takes no fee.', 'supported'],
    ['Social credit is old.', 'unverified'],
  ])('follows the readings: %s', (text, label) => {
    expect(checkArticle(articleFromText(text), base).claims.map((c) => c.label)).toContain(label);
  });

  it('gives the label of the verdict nearly all of the probability', () => {
    const candidates = candidatesOf('The ferry takes a fee.', base);
    for (const label of LABELS) {
      const verdict = { ...decide(candidates[0]!.proposition, candidates[0]!.matches, base), label };
      const p = probabilitiesOf(scorerFeatures(candidates, 0, verdict), FOLLOWS_READINGS);
      expect(p[label]).toBeGreaterThan(0.99);
      expect(worthOf(p)).toBeGreaterThan(0);
    }
    expect(probabilitiesOf({ own: [], ruled: [] }, FOLLOWS_READINGS)[LABELS[0]!]).toBeCloseTo(1 / 3, 5);
    expect(probabilitiesOf({ own: [ruleFeature('supported')], ruled: [] }, FOLLOWS_READINGS).supported).toBeGreaterThan(
      0.99,
    );
  });
});

describe('the log-odds of being a claim', () => {
  const worth = (none: number) => worthOf({ none, supported: 1 - none, contradicted: 0, unverified: 0 });
  it('fall as "no claim" gets likelier, are 0 at even odds, and finite throughout', () => {
    expect(worth(0.5)).toBeCloseTo(0, 9);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        expect(Number.isFinite(worth(a))).toBe(true);
        expect(Math.sign(worth(Math.max(a, b)) - worth(Math.min(a, b)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('calibration', () => {
  /** Any curve of the kind the trainer writes: rising in both. */
  const anyCurve = fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((points): Scorer => {
      const raw = points.map((p) => p[0]).sort((a, b) => a - b);
      const right = points.map((p) => p[1]).sort((a, b) => a - b);
      return { ...FOLLOWS_READINGS, calibration: raw.map((x, i) => [x, right[i]!]) };
    });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('stays within 0 and 1, and never falls as the raw probability rises', () => {
    fc.assert(
      fc.property(anyCurve, share, share, (scorer, a, b) => {
        const [low, high] = [calibrated(Math.min(a, b), scorer), calibrated(Math.max(a, b), scorer)];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low - 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('goes through the points, straight between them, and flat beyond them', () => {
    const scorer: Scorer = {
      ...FOLLOWS_READINGS,
      calibration: [
        [0.2, 0.1],
        [0.4, 0.5],
        [0.8, 0.9],
      ],
    };
    for (const [raw, right] of [
      [0, 0.1],
      [0.2, 0.1],
      [0.3, 0.3],
      [0.4, 0.5],
      [0.6, 0.7],
      [0.8, 0.9],
      [1, 0.9],
    ] as const)
      expect(calibrated(raw, scorer), `${raw}`).toBeCloseTo(right, 9);
  });
});

describe('nominations', () => {
  it('are sorted, the likeliest first, at most as many as asked for, with shares that add up to no more than 1', () => {
    const facts = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.double({ min: 0.001, max: 1, noNaN: true }));
    fc.assert(
      fc.property(facts, fc.nat(8), (shares, most) => {
        const nominator = nominatorOf(shares);
        const found = nominate(one('The ferry is old.'), { ...FOLLOWS_READINGS, nominator }, most);
        expect(found).toHaveLength(Math.min(most, nominator.facts.length));
        for (let k = 1; k < found.length; k++) expect(found[k]!.share).toBeLessThanOrEqual(found[k - 1]!.share);
        expect(found.reduce((sum, f) => sum + f.share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        const least = Math.min(Number.POSITIVE_INFINITY, ...found.map((f) => shares[f.fact]!));
        const left = nominator.facts.filter((f) => !found.some((n) => n.fact === f));
        for (const fact of left) expect(shares[fact]!).toBeLessThanOrEqual(least + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('in the order of their names where they are as likely', () => {
    const nominator = nominatorOf({ c: 1, a: 1, b: 1 });
    const found = nominate(one('The ferry is old.'), { ...FOLLOWS_READINGS, nominator }, 3);
    expect(found.map((f) => f.fact)).toEqual(['a', 'b', 'c']);
  });

  it('follow the words of the clause', () => {
    const [dogs, boats] = [nominationFeatures(one('Dogs are free.')), nominationFeatures(one('Boats are old.'))];
    const votes = [
      ...dogs.filter((f) => !boats.includes(f)).map((f): [number, number] => [f, 0]),
      ...boats.filter((f) => !dogs.includes(f)).map((f): [number, number] => [f, 1]),
    ];
    const nominator = { ...tableOf([0, 0], votes), facts: ['of-dogs', 'of-boats'] };
    const scorer = { ...FOLLOWS_READINGS, nominator };
    expect(nominate(one('Dogs are free.'), scorer, 1)[0]!.fact).toBe('of-dogs');
    expect(nominate(one('Boats are old.'), scorer, 1)[0]!.fact).toBe('of-boats');
  });

  it('there are none without facts', () => {
    expect(nominate(one('The ferry is old.'), FOLLOWS_READINGS, 3)).toEqual([]);
  });
});
