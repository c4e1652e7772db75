import { describe, expect, test } from 'vitest';
import type { ChangePoint, StudyResult, Trend } from '../../src/study/model.ts';
import { studySummary } from '../../src/study/summary.ts';
import { syntheticResult } from './report/result.ts';

const base = syntheticResult();
const change = (more: Partial<ChangePoint> = {}): ChangePoint => ({
  ...{ measure: 'frame:score', counting: 'story', dating: 'all', period: '2019' },
  ...{ before: { k: 60, n: 100 }, after: { k: 30, n: 120 }, p: 0.001, holm: 0.0142, stability: 1, outlets: null },
  ...more,
});
const trend = (more: Partial<Trend> = {}): Trend => ({
  ...{
    measure: 'frame:trust',
    counting: 'story',
    dating: 'all',
    periods: 11,
    tau: 0.5,
    s: 20,
    z: 3,
    p: 0.0001,
    bh: 0.0004,
  },
  ...{ holm: 0.0004, slope: 0.0123, slopeInterval: null },
  ...more,
});
const summary = (more: Partial<StudyResult>): string[] =>
  studySummary({ ...base, ...more }, 'out/report.html')
    .trimEnd()
    .split('\n');

describe('the summary of a study', () => {
  test('has the corpus, what was found, and the way to the report', () => {
    const flow = { ...base.flow, studied: 1349, stories: 1282 };
    expect(
      summary({
        flow,
        changePoints: [change()],
        trends: [trend(), trend({ measure: 'frame:score', slope: -0.02, holm: 0.03 })],
      }),
    ).toEqual([
      '1349 articles (1282 stories), 2014 to 2024, by year',
      'Shifts:',
      '  frame:score: from 60 % (60/100) to 25 % (30/120) in 2019 (p = 0.014)',
      'Trends:',
      '  frame:trust: +1.2 points a year (p < 0.001)',
      '  frame:score: −2.0 points a year (p = 0.030)',
      'Report: out/report.html',
    ]);
  });

  test('has what is found by story, with the dates that the study goes by', () => {
    const others = [{ counting: 'article' as const }, { dating: 'sure' as const }, { holm: 0.0501 }];
    const found = {
      changePoints: others.map((one) => change(one)),
      trends: [trend({ holm: 1 }), ...others.map((one) => trend(one))],
    };
    expect(summary(found).slice(1, -1)).toEqual(['No shift found.', 'No trend found.']);
    const options = { ...base.options, sureDates: true };
    expect(summary({ ...found, options })).toEqual(
      expect.arrayContaining([expect.stringContaining('frame:score: from')]),
    );
  });

  test('of too few periods does not say that there is no shift', () => {
    const flow = { ...base.flow, studied: 1, stories: 1 };
    expect(summary({ flow, periods: base.periods.slice(0, 1), changePoints: [], trends: [] })).toEqual([
      '1 article (1 story), 2014, by year',
      'Too few periods with articles to look for shifts and trends.',
      'Report: out/report.html',
    ]);
  });

  test('of nothing says that there is nothing', () => {
    const flow = { ...base.flow, studied: 0, stories: 0 };
    expect(summary({ flow, periods: [], changePoints: [], trends: [] })).toEqual([
      'Nothing to study: no article on the topic has a date that can be counted.',
      'Report: out/report.html',
    ]);
  });

  test('is one line a finding, whatever the path', () => {
    expect(studySummary(base, 'out\n\u001b[31mput/report.html').split('\n').at(-2)).toMatch(
      /^Report: out.*put\/report\.html$/,
    );
  });
});
