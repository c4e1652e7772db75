import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPY_OVERLAP, REMEMBERED, BANDS as RUN_BANDS } from '../../../src/batch/copies.ts';
import { FEWEST_WORDS, FUNCTIONS, MOST_WORDS, RUN } from '../../../src/batch/sketch.ts';
import { measureName, periodInWords, periodName } from '../../../src/study/figures/names.ts';
import { percent, pointsOf, pValue, whole } from '../../../src/study/figures/numbers.ts';
import { CAUTION_CODES, cautionSentence } from '../../../src/study/report/cautions.ts';
import { corpusSentence, outletsOf, syndicationSentence } from '../../../src/study/report/corpus-sentences.ts';
import { dataInScript } from '../../../src/study/report/data-in-script.ts';
import { detectableStep } from '../../../src/study/report/detectable.ts';
import { html } from '../../../src/study/report/html.ts';
import { STAGES } from '../../../src/study/report/method-part.ts';
import { methodsOf } from '../../../src/study/report/methods.ts';
import { REFERENCE_IDS, referencesOf } from '../../../src/study/report/references.ts';
import { changeSentence, listed } from '../../../src/study/report/sentences.ts';
import { BANDS } from '../../../src/study/stories/bands.ts';
import { FURTHEST } from '../../../src/study/stories/group.ts';
import { SURE_DATE } from '../../../src/study/tables/dates.ts';
import { chance, drawOf } from './draw.ts';
import { syntheticResult } from './result.ts';

describe('numbers', () => {
  it('show shares as per cents without saying none or all of what is neither', () => {
    expect([0, 1, 0.1234, 0.00321, 0.00001, 0.99999, 0.9996, 0.5].map(percent)).toEqual([
      '0%',
      '100%',
      '12.3%',
      '0.32%',
      '<0.01%',
      '>99.9%',
      '>99.9%',
      '50.0%',
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        if (share !== 0) expect(percent(share)).not.toMatch(/^0(?:\.0+)?%/);
        if (share !== 1) expect(percent(share)).not.toMatch(/^100/);
      }),
    );
  });

  it('group thousands, sign differences, bound p-values', () => {
    expect([0, 999, 1000, 1234567].map(whole)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([0.123, -0.001, 0, -0.0000001].map(pointsOf)).toEqual(['+12.3', '−0.10', '0.00', '0.00']);
    expect([0.0004, 0.0123, 0.049, 0.5, 1, 0.9999].map(pValue)).toEqual([
      'p < 0.001',
      'p = 0.012',
      'p = 0.049',
      'p = 0.50',
      'p = 1',
      'p = 1',
    ]);
  });
});

describe('names', () => {
  it('of periods, short and for running text', () => {
    expect(['2019', '2019-Q2', '2019-05', '2019-W07', '2019-09-14', 'odd-id'].map(periodName)).toEqual([
      '2019',
      'Q2 2019',
      'May 2019',
      'week 7 of 2019',
      '14 Sep 2019',
      'odd-id',
    ]);
    expect(['2019-09', '2019-05-04'].map(periodInWords)).toEqual(['September 2019', '4 May 2019']);
  });

  it('of measures, those not known by their id', () => {
    const { measures } = syntheticResult({ periods: 1 });
    expect(measures.map((measure) => measureName(measure)).filter((name) => /[:_]\w|^$/.test(name))).toEqual([]);
    expect(
      measureName({ id: 'label:new', family: 'label', unit: 'claims', frame: null, stance: null, factId: null }),
    ).toBe('label:new');
  });
});

describe('cautions', () => {
  const values = {
    articles: 3,
    latest: '2024-01-01',
    engines: 2,
    lines: 1,
    line: 7,
    file: 'a.jsonl',
    outlets: 2,
    periods: 3,
    needed: 4,
    ids: 5,
    measures: 1,
    records: 2,
    codes: 9,
    version: '0.0.1',
    factBase: '0123456789ab',
    facts: 4,
    runs: 2,
    rules: 'ab12',
  };

  it.each(CAUTION_CODES)('%s has a sentence with its values', (code) => {
    const sentence = cautionSentence({ code, values });
    expect(sentence).toMatch(/^[A-Z].*\.$/s);
    expect(sentence).not.toMatch(/[{}]/);
  });

  it('count one thing and many', () => {
    expect(cautionSentence({ code: 'undated-left-out', values: { articles: 1 } })).toBe(
      'Left out of all figures, as they have no date: 1 article on the topic.',
    );
    expect(cautionSentence({ code: 'broken-lines', values: { lines: 1200, line: 7, file: 'x.jsonl' } })).toContain(
      '1,200 lines of the inputs, first line 7 of x.jsonl',
    );
  });

  it('without their values, or unknown, are shown as they are', () => {
    expect(cautionSentence({ code: 'few-outlets', values: {} })).toBe('few-outlets');
    expect(cautionSentence({ code: 'brand-new', values: { a: 1, b: 'x' } })).toBe('brand-new (a: 1, b: x)');
    expect(cautionSentence({ code: 'toString', values: {} })).toBe('toString');
  });
});

describe('escaping', () => {
  it('lets nothing of a value act as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.replace(/&(?:amp|lt|gt|quot|#39);/g, '').match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
      }),
    );
  });

  it('data in a script reads back the same and cannot end it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const data = dataInScript({ value, text: `${text}</script>\u2028` });
        expect(data).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify({ value, text: `${text}</script>\u2028` })));
      }),
    );
  });
});

describe('methods', () => {
  it('name the numbers that the stages go by', () => {
    expect(STAGES).toEqual({
      words: RUN,
      fewestWords: FEWEST_WORDS,
      mostWords: MOST_WORDS,
      bins: FUNCTIONS,
      copyOverlap: COPY_OVERLAP,
      bands: BANDS,
      rows: FUNCTIONS / BANDS,
      furthest: FURTHEST,
      runBands: RUN_BANDS,
      runRows: FUNCTIONS / RUN_BANDS,
      runOriginals: REMEMBERED,
      sureDate: SURE_DATE,
    });
  });

  const partOf = (title: string, result = syntheticResult()): string =>
    methodsOf(result)
      .find((part) => part.title === title)!
      .sentences.join(' ');

  it('cite every work that is in the list, and name one for each year in brackets', () => {
    const parts = methodsOf(syntheticResult({ unit: 'month', periods: 40 }));
    const cited = parts.flatMap(({ references }) => references);
    expect([...new Set(cited)].sort()).toEqual([...REFERENCE_IDS].sort());
    const works = referencesOf(cited).map(({ authors, year }) => `${authors.split(',')[0]} ${year}`);
    const named = parts
      .flatMap(({ sentences }) => sentences)
      .flatMap((text) => [
        ...text.matchAll(
          /(\p{Lu}[\p{L}-]+)(?: et al\.| & \p{Lu}[\p{L}-]+)?(?:,| \(| and \p{Lu}\p{L}+ \() ?(\d{4})\b/gu,
        ),
      ])
      .map(([, first, year]) => `${first} ${year}`);
    expect(named.length).toBeGreaterThan(25);
    for (const one of named) expect(works).toContain(one);
  });

  it('say how copies were found in this study: by texts, by records of runs, or by both', () => {
    const base = syntheticResult();
    const told = (copiesFrom: typeof base.flow.copiesFrom): string =>
      partOf('Syndication', { ...base, flow: { ...base.flow, copiesFrom } });
    expect(told(['texts'])).toContain('real overlap');
    expect(told(['texts'])).not.toContain('estimated');
    expect(told(['runs'])).toContain('as estimated from the bins');
    expect(told(['runs'])).toContain('20,000 originals before it');
    expect(told(['runs'])).not.toContain('real overlap');
    expect(told(['texts', 'runs'])).toMatch(/coded for this study .*real overlap.*had been coded before .*estimated/);
  });

  it('name the version that articles were coded with', () => {
    const base = syntheticResult();
    expect(partOf('Coding')).toContain('coded by the program scscheck 0.1.0.');
    const coders = [
      { version: '0.0.9', factBase: 'e'.repeat(64), records: 1200 },
      { version: null, factBase: null, records: 1 },
    ];
    const text = partOf('Coding', { ...base, flow: { ...base.flow, coders } });
    expect(text).toContain(
      `1,200 records by version 0.0.9 with facts of the SHA-256 ${'e'.repeat(64)} and 1 record by a`,
    );
    expect(text).toContain('The facts of version 0.1.0, which counted them,');
    expect(text).not.toContain('coded by the program scscheck 0.1.0');
  });

  it('say that neighbours are kept together only where they are correlated', () => {
    expect(partOf('Change points')).toContain('only where neighbouring years are correlated were they kept together');
  });

  it('are whole sentences, and cite what the references list', () => {
    const parts = methodsOf(syntheticResult());
    expect(parts.map(({ title }) => title)).toEqual([
      'Corpus',
      'Coding',
      'Measures',
      'Syndication',
      'Dates',
      'Intervals',
      'Trends',
      'Change points',
      'Comparisons',
      'Multiple tests',
      'Correction for the program’s error',
      'Reliability',
      'Software',
    ]);
    for (const { sentences, references } of parts) {
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\d].*\.$/s);
      const text = sentences.join(' ');
      for (const { authors, year } of referencesOf(references)) {
        const [first] = authors.split(',');
        expect(text).toMatch(new RegExp(`${first}.*?${year}`));
      }
    }
  });

  it('say nothing of what was not done', () => {
    const titles = (shape: Parameters<typeof syntheticResult>[0]): string[] =>
      methodsOf(syntheticResult(shape)).map(({ title }) => title);
    expect(titles({ extras: false })).not.toContain('Reliability');
    expect(titles({ extras: false })).not.toContain('Correction for the program’s error');
    expect(titles({ periods: 0, outlets: [], extras: false })).toEqual(['Corpus', 'Coding', 'Software']);
  });
});

describe('sentences', () => {
  it('name the outlets that are known, and how many articles name none', () => {
    const { flow } = syntheticResult();
    expect(outletsOf({ ...flow, outlets: 1, withoutOutlet: 0 }, ' of ')).toBe(' of 1 outlet');
    expect(outletsOf({ ...flow, studied: 1200, outlets: 3, withoutOutlet: 40 }, ' of ')).toBe(
      ' of 3 outlets (40 of 1,200 articles name none)',
    );
    expect(outletsOf({ ...flow, outlets: 0 }, ' of ')).toBe(' of unknown outlets');
  });

  it('say how much of a change stays with the mix of outlets held', () => {
    const { measures, changePoints } = syntheticResult();
    const measure = measures.find(({ id }) => id === 'frame:score')!;
    const change = { ...changePoints[0]!, before: { k: 10, n: 100 }, after: { k: 30, n: 100 } };
    const said = (outlets: typeof change.outlets): string => changeSentence(measure, { ...change, outlets });
    expect(said({ within: 0.184, mix: 0.016 })).toMatch(
      / Of this rise of 20\.0 points 18\.4 are left where the mix of outlets is held\.$/,
    );
    expect(said({ within: -0.01, mix: 0.21 })).toMatch(
      / Of this rise of 20\.0 points −1\.0 are left where the mix of outlets is held\.$/,
    );
    expect(said(null)).not.toContain('mix');
  });

  it('get on with one and with many', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    const flow = { ...syntheticResult().flow, read: 1, studied: 1, stories: 1 };
    expect(corpusSentence({ ...flow, outlets: 0 }, [])).toBe(
      'Of 1 article that was read, 1 is about China’s social credit system and carries a date (no period). None is a near-identical copy of another.',
    );
    expect(syndicationSentence({ ...flow, studied: 3, stories: 2 }, null)).toBe(
      '1 article of 3 (33.3%) is a near-identical copy of an earlier one.',
    );
  });
});

describe('the smallest step that could be found', () => {
  it('is found about four times in five, when it is there', () => {
    const random = chance(3);
    const n = 2000;
    const step = detectableStep(0.3, n, 1)!;
    let found = 0;
    const draws = 1500;
    for (let draw = 0; draw < draws; draw++) {
      const [a, b] = [0.3, 0.3 + step].map((share) => drawOf(n / 2, share, random) / (n / 2));
      const pooled = (a! + b!) / 2;
      if (Math.abs(b! - a!) / Math.sqrt((pooled * (1 - pooled) * 4) / n) > 1.959964) found++;
    }
    expect(found / draws).toBeGreaterThan(0.74);
    expect(found / draws).toBeLessThan(0.86);
  });

  it('grows with the number of tests and with fewer articles, and has no value where there is no room', () => {
    expect(detectableStep(0.3, 2000, 20)!).toBeGreaterThan(detectableStep(0.3, 2000, 1)!);
    expect(detectableStep(0.3, 200, 1)!).toBeGreaterThan(detectableStep(0.3, 2000, 1)!);
    expect(detectableStep(0.3, 1, 1)).toBeNull();
    expect(detectableStep(0.5, 6, 20)).toBeNull();
  });
});
