import { beforeAll, describe, expect, it } from 'vitest';
import { drawFigures } from '../../../src/study/figures/draw.ts';
import { type Figure, isLeftOut } from '../../../src/study/figures/figure.ts';
import { PALETTE } from '../../../src/study/figures/palette.ts';
import { planFigures } from '../../../src/study/figures/plan.ts';
import { viewOf } from '../../../src/study/figures/view.ts';
import { syntheticResult } from '../report/result.ts';
import { ODD_NAMES } from '../report/shapes.ts';

const ALL = [
  'frames',
  'framing',
  'labels',
  'misreports',
  'changes',
  'outlets',
  'countries',
  'comparisons',
  'dates',
  'syndication',
  'reliability',
  'corrections',
  'framing-corrected',
];
const ids = (figures: readonly Figure[]): string[] => figures.map(({ id }) => id);
const reasons = (shape: Parameters<typeof syntheticResult>[0]): Record<string, string> =>
  Object.fromEntries(
    planFigures(viewOf(syntheticResult(shape)))
      .filter(isLeftOut)
      .map(({ id, reason }) => [id, reason]),
  );

describe('figures', () => {
  let usual: Figure[];
  beforeAll(async () => {
    usual = await drawFigures(syntheticResult());
  });

  it('are all there for a usual corpus, with title, caption and words for who cannot see them', () => {
    expect(ids(usual)).toEqual(ALL);
    for (const { id, title, caption, alt, svg } of usual) {
      expect(title, id).not.toBe('');
      expect(caption, id).toMatch(/95%/);
      expect(alt.length, id).toBeGreaterThan(30);
      expect(svg, id).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" id="figure-[a-z-]+" role="img" aria-labelledby="/,
      );
      expect(svg, id).toContain(`<title id="figure-${id}-title">${title}</title><desc id="figure-${id}-desc">`);
      expect(svg, id).toMatch(/<\/svg>$/);
    }
  });

  it('use the colours of the palette and no other, and no style, class or script', () => {
    const known = new Set<string>([...Object.values(PALETTE), 'none']);
    for (const { id, svg } of usual) {
      const used = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
      expect(
        used.filter((colour) => !known.has(colour)),
        id,
      ).toEqual([]);
      expect(svg, id).not.toMatch(/<script|<style| style=| class=| on\w+=|NaN|undefined|Infinity/);
    }
  });

  it('are the same bytes each time, in any time zone', async () => {
    const zone = process.env.TZ;
    try {
      for (const tz of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env.TZ = tz;
        expect(await drawFigures(syntheticResult())).toEqual(usual);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('have marks that name their measure and period', () => {
    const result = syntheticResult();
    const framing = usual.find(({ id }) => id === 'framing')!;
    const marks = [...framing.svg.matchAll(/ data-point="(\d+)\.(\d+)"/g)];
    expect(marks).toHaveLength(14 * 2 * 11);
    for (const [, measure, period] of marks) {
      expect(result.measures[Number(measure)]!.id).toMatch(/^frame:\w+:(?:advanced|rejected)$/);
      expect(Number(period)).toBeLessThan(11);
    }
    expect(usual.find(({ id }) => id === 'outlets')!.svg).toContain('data-label="The Harbour Post: ');
  });

  it('escape what the corpus calls things', async () => {
    const figures = await drawFigures(syntheticResult({ outlets: ODD_NAMES }));
    const outlets = figures.find(({ id }) => id === 'outlets')!;
    expect(outlets.svg).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(outlets.svg).not.toMatch(/<script|<img/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
    expect(outlets.svg).not.toMatch(/[\u0000-\u0008\u202E\uD800](?![\uDC00-\uDFFF])/);
    expect(outlets.alt).not.toMatch(/\u202E/);
  });

  it('one period has no figures over time, and says so', async () => {
    expect(ids(await drawFigures(syntheticResult({ periods: 1 })))).toEqual([
      'frames',
      'outlets',
      'countries',
      'dates',
      'syndication',
      'reliability',
      'corrections',
    ]);
    expect(reasons({ periods: 1 }).framing).toBe(
      'All articles are of one year, so that there is nothing to follow over time.',
    );
  });

  it('no data has no figures but those of codings, and says so', async () => {
    expect(ids(await drawFigures(syntheticResult({ periods: 0, extras: false })))).toEqual([]);
    const why = reasons({ periods: 0, extras: false });
    expect(why.framing).toBe('No article on the topic has a date.');
    expect(why.reliability).toBe('No double-coded sample was given.');
    expect(Object.keys(why)).toHaveLength(14);
  });

  it('all zero is drawn as zero, with no change and no misreport', async () => {
    const figures = await drawFigures(syntheticResult({ zero: true }));
    expect(ids(figures)).toEqual(expect.arrayContaining(['framing', 'labels']));
    expect(reasons({ zero: true }).misreports).toBe('No article has a claim that a fact contradicts.');
    expect(reasons({ zero: true }).changes).toBe('No change of level was found at p ≤ 0.05 after Holm’s correction.');
  });

  it('eleven years of days are pooled to months, which the caption says', async () => {
    const figures = await drawFigures(
      syntheticResult({ unit: 'day', periods: 4018, articles: 2, outlets: ['Metro Daily', 'Wire One'], extras: false }),
    );
    const framing = figures.find(({ id }) => id === 'framing')!;
    expect(framing.caption).toContain('The study counts by day; for display, periods are pooled by month.');
    expect(framing.svg.length).toBeLessThan(600_000);
  });
});
