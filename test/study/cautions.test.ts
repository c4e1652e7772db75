import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cautionsOf } from '../../src/study/cautions.ts';
import { CAUTION_CODES, cautionSentence } from '../../src/study/report/cautions.ts';
import type { StudyTables } from '../../src/study/tables/tables.ts';

type Parts = Pick<StudyTables, 'flow' | 'remarks' | 'loaded'>;
type Changes = { [Part in keyof Parts]?: Parts[Part] extends number | unknown[] ? Parts[Part] : Partial<Parts[Part]> };

/** Tables of a study with which nothing is wrong but what `changes` says. */
function tablesOf(changes: Changes = {}): StudyTables {
  const engine = { version: '0.1.0', factBase: 'f', records: 100 };
  const parts: Parts = {
    flow: {
      read: 100,
      failed: 0,
      offTopic: 0,
      otherLanguage: 0,
      undated: 0,
      future: 0,
      studied: 100,
      stories: 100,
      sure: 100,
      dateSources: { given: 100 },
      outlets: 12,
      withoutOutlet: 0,
      coders: [engine],
      copiesFrom: ['texts'],
      ...changes.flow,
    },
    remarks: {
      unreadable: 0,
      coarse: 0,
      uncoded: 0,
      unknownFrames: 0,
      unknownLabels: 0,
      otherFacts: 0,
      filledPeriods: 11,
      ...changes.remarks,
    },
    loaded: {
      records: 100,
      broken: { lines: 0, places: [], mended: 0 },
      engines: [engine],
      duplicates: 0,
      renamed: 0,
      ...changes.loaded,
    },
  };
  return parts as Parts as StudyTables;
}

const ASKED = { until: '2024-12-31', runs: [{ framesRules: 'c0de' }, { framesRules: null }] };
const BY = { engine: { version: '0.1.0', factBase: 'f', asOf: '2022-05-08' }, codebook: 'c0de' };
const CODED = { sample: 50, asked: true };
const sentences = (changes: Changes, coded = CODED): string[] =>
  cautionsOf(tablesOf(changes), ASKED, coded, BY).map(cautionSentence);

describe('cautions', () => {
  test('are none where nothing is wrong', () => {
    expect(sentences({})).toEqual([]);
  });

  test.each<[string, Changes, string]>([
    [
      'no article on the topic',
      { flow: { studied: 0, offTopic: 90, failed: 10 } },
      'Of 90 articles none is about China’s social credit system. There is nothing to count.',
    ],
    [
      'no date at all',
      { flow: { studied: 0, undated: 100 } },
      'Of 100 articles on the topic none has a date. Nothing can be counted over time.',
    ],
    [
      'some without a date',
      { flow: { studied: 90, undated: 10 }, remarks: { coarse: 2, unreadable: 3 } },
      'Left out of all figures, as they have no date: 5 articles on the topic.',
    ],
    [
      'dates of the future',
      { flow: { studied: 99, future: 1 } },
      'Left out of all figures, as their date is after 2024-12-31: 1 article.',
    ],
    [
      'few outlets',
      { flow: { outlets: 1 } },
      'The articles are of 1 outlet. Intervals by outlet need more to be trusted, and one outlet can move all shares.',
    ],
    [
      'outlets that are not known',
      { flow: { outlets: 0, withoutOutlet: 100 } },
      'The outlet of none of 100 articles is known, so that nothing is compared by outlet, and no interval takes articles of one outlet to be alike.',
    ],
    [
      'some outlets that are not known',
      { flow: { withoutOutlet: 1 } },
      'The outlet of 1 article is not known; these count as one outlet.',
    ],
    [
      'facts without a share',
      { remarks: { otherFacts: 7 } },
      'Without a share of their own, as misreports are counted for the facts that most articles get wrong: 7 more facts.',
    ],
    [
      'few periods',
      { remarks: { filledPeriods: 3 } },
      'There are articles in 3 periods. Trends and change points need at least 4.',
    ],
    [
      'codes that are not known',
      { remarks: { unknownFrames: 2, unknownLabels: 1 } },
      'Not counted, as this version does not know them: 3 codes of frames or labels.',
    ],
    [
      'frames that were not coded',
      { remarks: { uncoded: 4 } },
      'Checked without coding frames, and so counted for claims alone: 4 articles. Check them anew with frames.',
    ],
  ])('tell of %s', (_, changes, sentence) => {
    expect(sentences(changes)).toContain(sentence);
  });

  test('name what coded the articles, where it is not what counts them', () => {
    const old = { version: '0.0.1', factBase: 'e'.repeat(64), records: 60 };
    const told = `Coded by version 0.0.1 with the facts ${'e'.repeat(12)}…, not by what counts them here: 60 records.`;
    expect(sentences({ loaded: { engines: [old] } })).toEqual([expect.stringContaining(told)]);
    const both = sentences({ loaded: { engines: [{ ...BY.engine, records: 40 }, old] } });
    expect(both).toEqual([expect.stringContaining('2 versions'), expect.stringContaining(told)]);
    const facts = sentences({ loaded: { engines: [{ ...old, version: '0.1.0', records: 1 }] } });
    expect(facts).toEqual([expect.stringMatching(/version 0\.1\.0 with the facts e{12}…, .*: 1 record\./)]);
  });

  test('tell of runs whose frames were coded by other rules', () => {
    const runs = [{ framesRules: 'a'.repeat(64) }, { framesRules: 'c0de' }, { framesRules: null }];
    const [caution, ...others] = cautionsOf(tablesOf(), { ...ASKED, runs }, CODED, BY);
    expect(others).toEqual([]);
    expect(cautionSentence(caution!)).toMatch(
      /^In 1 run frames were coded by other rules .* c0de…, is in this report\./,
    );
  });

  test('do not say that there is no date where it is one that cannot be counted', () => {
    const coarse = sentences({ flow: { studied: 0, undated: 100 }, remarks: { coarse: 60, unreadable: 40 } });
    expect(coarse).toEqual([
      'Left out, as their date is a month or a year that falls into no one period: 60 articles.',
      'Left out, as their date cannot be read: 40 articles.',
    ]);
  });

  test('do not say of what could not be read what it is about', () => {
    expect(sentences({ flow: { read: 3, failed: 3, studied: 0 } })).toEqual([]);
  });

  test('name a file by the folder of its run, wherever that lies', () => {
    const broken = (file: string): Changes => ({
      loaded: { broken: { lines: 2, places: [{ file, line: 7, why: 'json' }], mended: 0 } },
    });
    const said = (place: string): string[] => [
      `Left out, as they could not be read as results: 2 lines of the inputs, first line 7 of ${place}.`,
    ];
    const place = 'coded/results/part-000002.jsonl';
    for (const file of [`/home/me/corpus/${place}`, `/${place}`, `D:\\work\\${place.replaceAll('/', '\\')}`])
      expect(sentences(broken(file))).toEqual(said(place));
    // Where records were coded just now the folder has a name by chance.
    for (const chance of ['.work-a1B2c3', '.work-Zz9']) {
      expect(sentences(broken(`/home/me/report/${chance}/records.jsonl`))).toEqual(said('records.jsonl'));
      expect(sentences(broken(`/home/me/report/${chance}/deep/records.jsonl`))).toEqual(said('deep/records.jsonl'));
    }
  });

  test('tell of the sample only what it is', () => {
    expect(sentences({}, { sample: 0, asked: false })).toEqual([
      expect.stringMatching(/^No labelled sample of this corpus/),
    ]);
    expect(sentences({}, { sample: 0, asked: true })).toEqual([
      expect.stringMatching(/^None of the articles that were coded/),
    ]);
  });

  test('all have a sentence, and each stands there once', () => {
    const some = fc.nat(3);
    const flow = fc.record({ failed: some, offTopic: some, otherLanguage: some, future: some, studied: some });
    const remarks = fc.record({
      unreadable: some,
      coarse: some,
      uncoded: some,
      unknownFrames: some,
      unknownLabels: some,
      otherFacts: some,
      filledPeriods: some,
    });
    const engines = [null, '0.0.1', '0.1.0'].map((version) => ({ version, factBase: null, records: 1 }));
    fc.assert(
      fc.property(flow, remarks, some, some, some, fc.boolean(), (parts, noted, dateless, many, outlets, asked) => {
        const undated = dateless + noted.unreadable + noted.coarse;
        const read = undated + Object.values(parts).reduce((sum, one) => sum + one, 0);
        const loaded = { duplicates: many, renamed: many, engines: engines.slice(0, many) };
        const tables = tablesOf({ flow: { ...parts, read, undated, outlets }, remarks: noted, loaded });
        const found = cautionsOf(tables, ASKED, { sample: many, asked }, BY);
        expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(found.length);
        for (const { code, values } of found) {
          expect(CAUTION_CODES).toContain(code);
          expect(cautionSentence({ code, values })).not.toMatch(/[{}]|undefined|NaN|: 0 |\b0 articles\b/);
        }
      }),
    );
  });
});
