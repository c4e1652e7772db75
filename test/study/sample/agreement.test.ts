import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRAMES, type Frame } from '../../../src/model.ts';
import { agreement, apart, codedAlone } from '../../../src/study/sample/agreement.ts';
import { agreementJson, agreementText, apartText } from '../../../src/study/sample/agreement-text.ts';
import type { Code, Coding } from '../../../src/study/sample/coding.ts';
import { pooledAlpha } from '../../../src/study/sample/pooled-alpha.ts';
import { variablesOf } from '../../../src/study/sample/variables.ts';
import { cohensKappa } from '../../../src/study/statistics/kappa.ts';
import { alphaWithInterval, krippendorffAlpha } from '../../../src/study/statistics/krippendorff.ts';
import { randomFor } from '../../../src/study/statistics/random.ts';
import { numbers } from '../stories/texts.ts';

const LETTERS: Record<string, Code> = { '.': 'absent', a: 'advanced', r: 'rejected' };

/** A coding of articles 1, 2, 3…: for each frame a letter an article, `?` where it was not coded. */
function coding(coder: string, codes: Partial<Record<Frame, string>>): Coding {
  const units = new Map<string, Partial<Record<Frame, Code>>>();
  for (const [frame, letters] of Object.entries(codes)) {
    for (const [i, letter] of [...letters].entries()) {
      if (letter === '?') continue;
      units.set(`${i + 1}`, { ...units.get(`${i + 1}`), [frame]: LETTERS[letter] });
    }
  }
  return { coder, frames: Object.keys(codes) as Frame[], units, weights: new Map() };
}

const ANN = coding('ann', { score: 'aaar....', trust: '....aaaa' });
const BEN = coding('ben', { score: 'aara....', trust: '...aaaa.' });
const PROGRAM = coding('scscheck', { score: 'a..a...a', trust: '....aaaa' });
const OPTIONS = { seed: 1, draws: 200 };

describe('agreement', () => {
  test('is of people among each other, then of each with the program', () => {
    const found = agreement([ANN, PROGRAM, BEN], OPTIONS);
    expect([...new Set(found.map(({ coders }) => coders.join(' ')))]).toEqual([
      'ann ben',
      'ann scscheck',
      'ben scscheck',
    ]);
    expect(agreement([ANN, PROGRAM], OPTIONS).every(({ coders }) => coders.join(' ') === 'ann scscheck')).toBe(true);
    expect(agreement([ANN], OPTIONS)).toEqual([]);
    expect(agreement([PROGRAM], OPTIONS)).toEqual([]);
  });

  test('is on each frame, its stance where both find it, and on all together', () => {
    const found = agreement([ANN, BEN], OPTIONS);
    expect(found.map(({ variable, units, agreement: share }) => [variable, units, share])).toEqual([
      ['score', 8, 1],
      ['trust', 8, 0.75],
      ['all frames', 16, 0.875],
      ['stance: score', 4, 0.5],
      ['stance: trust', 3, 1],
      ['all stances', 7, 5 / 7],
    ]);
    const [score, trust] = found;
    expect(score!.alpha).toEqual({ value: 1, low: 1, high: 1 });
    expect(score!.kappa).toBe(1);
    const rows = [...'....aaaa'].map((letter, i): [string, string] => [letter, '...aaaa.'[i]!]);
    expect(trust!.alpha!.value).toBe(krippendorffAlpha(rows));
    expect(trust!.kappa).toBe(cohensKappa(rows)!.value);
    // What both call advanced throughout cannot be told from chance.
    expect(found.find(({ variable }) => variable === 'stance: trust')).toMatchObject({ alpha: null, kappa: null });
  });

  test('counts what two coded, whatever others left out, and has no kappa for three', () => {
    const cat = coding('cat', { score: 'aa?.????', punishment: 'a.a.a.a.' });
    const found = agreement([ANN, BEN, cat], OPTIONS);
    expect(found.find(({ variable }) => variable === 'score')).toMatchObject({ units: 8, kappa: null });
    expect(found.some(({ variable }) => variable === 'punishment')).toBe(false);
    const other = coding('dan', { score: '????????aa' });
    expect(agreement([ANN, other], OPTIONS)).toEqual([]);
    expect(codedAlone([ANN, other])).toEqual([
      { coder: 'ann', articles: 8, alone: 8 },
      { coder: 'dan', articles: 2, alone: 2 },
    ]);
  });

  test('tells coders of one name apart', () => {
    expect(agreement([ANN, { ...BEN, coder: 'ann' }], OPTIONS)[0]!.coders).toEqual(['ann', 'ann (2)']);
  });

  test('is the same for the same seed, in whatever order articles were coded', () => {
    const shuffled = { ...BEN, units: new Map([...BEN.units].reverse()) };
    expect(agreement([ANN, shuffled], OPTIONS)).toEqual(agreement([ANN, BEN], OPTIONS));
    const alphas = (seed: number) => agreement([ANN, BEN], { seed, draws: 200 }).map(({ alpha }) => alpha?.low);
    expect(alphas(2)).not.toEqual(alphas(1));
  });

  test('is within bounds for any codings', () => {
    const letters = fc.string({ unit: fc.constantFrom('.', 'a', 'r', '?'), maxLength: 12 });
    const codings = fc.array(fc.record({ score: letters, trust: letters, spread: letters }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(codings, (list) => {
        const made = list.map((codes, i) => coding(i === 3 ? 'scscheck' : `c${i}`, codes));
        for (const { units, alpha, kappa, agreement: share } of agreement(made, { seed: 1, draws: 20 })) {
          expect(units).toBeGreaterThan(0);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          if (alpha) expect(alpha.value).toBeLessThanOrEqual(1);
          if (alpha) expect(alpha.low).toBeLessThanOrEqual(alpha.high);
          if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('alpha over several variables', () => {
  /** Codes of two coders who disagree by chance, `rows` an article; with `together`, all rows of an article are alike. */
  function simulated(articles: number, rows: number, together: boolean): { values: string[][]; of: string[] } {
    const next = numbers(7);
    const values: string[][] = [];
    const of: string[] = [];
    for (let article = 0; article < articles; article++) {
      let pair: string[] = [];
      for (let row = 0; row < rows; row++) {
        if (row === 0 || !together) {
          const truth = next() < 0.4 ? 'present' : 'absent';
          pair = [truth, next() < 0.85 ? truth : 'present'];
        }
        values.push(pair);
        of.push(`${article}`);
      }
    }
    return { values, of };
  }

  test('is that of one variable where each article has one row', () => {
    const { values, of } = simulated(150, 1, false);
    const one = alphaWithInterval(values, randomFor(1, 'a'), 4000)!;
    const pooled = pooledAlpha(values, of, randomFor(1, 'b'), 4000)!;
    expect(pooled.value).toBe(one.value);
    // Monte Carlo error of a quantile of 4,000 draws whose spread is some 0.05.
    expect(Math.abs(pooled.low - one.low)).toBeLessThan(0.012);
    expect(Math.abs(pooled.high - one.high)).toBeLessThan(0.012);
  });

  test('is less sure where the rows of an article say the same', () => {
    const { values, of } = simulated(80, 14, true);
    const rows = alphaWithInterval(values, randomFor(1, 'a'))!;
    const pooled = pooledAlpha(values, of, randomFor(1, 'b'))!;
    expect(pooled.high - pooled.low).toBeGreaterThan(2.5 * (rows.high - rows.low));
  });

  test('is nothing where nothing varies', () => {
    expect(pooledAlpha([['x', 'x']], ['1'], randomFor(1))).toBeNull();
    expect(pooledAlpha([], [], randomFor(1))).toBeNull();
  });
});

test('variables stand in the order of the codebook', () => {
  const all = Object.fromEntries(FRAMES.map((frame) => [frame, 'a.']));
  expect(variablesOf([coding('a', all), coding('b', all)]).map(({ name }) => name)).toEqual([
    ...FRAMES,
    'all frames',
    ...FRAMES.map((frame) => `stance: ${frame}`),
    'all stances',
  ]);
});

describe('codings of hardly the same articles', () => {
  const ids = (coder: string, ...names: string[]): Coding => ({
    ...coding(coder, { score: '' }),
    units: new Map(names.map((name) => [name, { score: 'absent' }])),
  });
  const TEN = Array.from({ length: 10 }, (_, i) => `a${i}`);

  test('are told, people by the one with the fewest that are alone, and each beside the program', () => {
    const changed = ids('ben', ...TEN.map((id, i) => (i < 5 ? id : `0${id}`)), 'b');
    const [people, program, ...others] = apart([ids('ann', ...TEN), changed, ids('scscheck', ...TEN)]);
    expect(others).toEqual([]);
    expect(people).toEqual({ coder: 'ann', articles: 10, alone: 5, from: 'people' });
    expect(program).toEqual({ coder: 'ben', articles: 11, alone: 6, from: 'program' });
    expect(apartText(people!)).toMatch(/^ann: 5 of 10 articles were coded by nobody else, .* see that ids are /);
    expect(apartText(program!)).toMatch(/^ben: 6 of 11 articles are not in the run, /);
  });

  test('are not those of which the second coder had a part, or the run lacks a few', () => {
    expect(apart([ids('ann', ...TEN), ids('ben', ...TEN.slice(0, 2))])).toEqual([]);
    expect(apart([ids('ann', ...TEN), ids('scscheck', ...TEN.slice(1))])).toEqual([]);
    expect(apart([ids('ann', ...TEN)])).toEqual([]);
    expect(apart([ids('ann'), ids('ben')])).toEqual([]);
  });
});

describe('agreement in print', () => {
  test('has a table for each set of coders', () => {
    const text = agreementText(agreement([ANN, BEN, PROGRAM], OPTIONS), 80);
    expect(text).toContain('ann, ben\n');
    expect(text).toMatch(/^ {2}score {2,}8 {2,}100\.0 % {2,}1\.00 \(1\.00 to 1\.00\) {2,}1\.00$/m);
    expect(text).toMatch(/^ {2}stance: trust {2,}3 {2,}100\.0 % {2,}– {2,}–$/m);
    expect(text).toContain('nothing varies');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    expect(agreementText([], 80)).toBe('Nothing was coded by two coders.\n');
  });

  test('cannot be steered by a name', () => {
    const text = agreementText(agreement([ANN, { ...BEN, coder: '\u001b[31mben\n' }], OPTIONS), 80);
    expect(text).not.toContain('\u001b');
  });

  test('is JSON with the figures in full', () => {
    const found = agreement([ANN, BEN], OPTIONS);
    expect(JSON.parse(agreementJson(found))).toEqual({ agreement: found });
  });
});
