import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkArticle, findCandidates } from '../src/check.ts';
import { splitSentences } from '../src/detect/sentences.ts';
import type { FactBase } from '../src/facts/compile.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { articleFromText } from '../src/library.ts';
import { LABELS } from '../src/model.ts';
import { baseOf, entry, FOLLOWS_READINGS, scorerOf } from './match/small.ts';

const ferry = baseOf([entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }])]);
let real: FactBase;
beforeAll(async () => {
  real = await loadFactBase();
});

/** `label: span` of every claim, with `not` where the text rejects it and the source where somebody says it. */
function labels(text: string): string[] {
  return checkArticle(articleFromText(text), real).claims.map((claim) => {
    const by = claim.attribution ? ` (${claim.attribution.source}, ${claim.attribution.cue})` : '';
    return `${claim.label}: ${claim.rejected ? 'not ' : ''}${claim.text}${by}`;
  });
}

describe('with the bundled fact base', () => {
  it.each([
    [
      'Every Chinese citizen has a social credit score.',
      ['contradicted: Every Chinese citizen has a social credit score'],
    ],
    [
      'There is no national social credit score in China.',
      ['supported: There is no national social credit score in China'],
    ],
    [
      'It is a myth that every citizen in China has a social credit score.',
      ['supported: not every citizen in China has a social credit score'],
    ],
    [
      'Critics say that every Chinese citizen has a social credit score.',
      ['contradicted: every Chinese citizen has a social credit score (Critics, say)'],
    ],
    [
      'Many believe every Chinese citizen has a social credit score. That is wrong.',
      ['supported: not every Chinese citizen has a social credit score'],
    ],
    ['Does every Chinese citizen have a social credit score? No.', ['supported: not No']],
    ['Does every Chinese citizen have a social credit score?', []],
    [
      'In Rongcheng, residents start with 1,000 social credit points.',
      ['unverified: In Rongcheng, residents start with 1,000 social credit points'],
    ],
    [
      'China plans to give every citizen a social credit score by 2020.',
      ['unverified: China plans to give every citizen a social credit score by 2020'],
    ],
    ['Every American has a credit score.', []],
    ['The Social Credit Party of Alberta won the election.', []],
    ['Sunny spells are expected in the north, with rain later.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('the evidence is a fact and its locator, the reason names both', () => {
    const [claim] = checkArticle(articleFromText('Every Chinese citizen has a social credit score.'), real).claims;
    expect(claim!.evidence[0]).toMatchObject({
      factId: 'no-national-score',
      locator: 'intro.1.1',
      relation: 'contradicts',
    });
    expect(claim!.reason).toMatchObject({ code: 'clash', factId: 'no-national-score', locator: 'intro.1.1' });
    expect(real.facts.find((f) => f.id === 'no-national-score')!.statement).toBe(claim!.evidence[0]!.statement);
  });
});

describe('a result', () => {
  const text = 'Under social credit the ferry takes a fee. The ferry is old. A ferry takes no fee.';
  const check = (base = ferry) => checkArticle(articleFromText(text, { id: 'mine' }), base);

  it('holds the article, its sentences and its claims', () => {
    const { article, sentences, claims } = check();
    expect(article.text).toBe(text);
    expect(sentences).toEqual(splitSentences(text, []));
    expect(claims.map((c) => [c.sentence, c.label, c.text])).toEqual([
      [0, 'contradicted', 'Under social credit the ferry takes a fee'],
      [1, 'unverified', 'The ferry is old'],
      [2, 'supported', 'A ferry takes no fee'],
    ]);
  });

  it('ids are made of the article and the span, so that they stay while both do', () => {
    expect(check().claims.map((c) => c.id)).toEqual(['mine#0-41', 'mine#43-59', 'mine#61-81']);
  });

  it('leaves out what is not worth checking', () => {
    const picky = scorerOf((label) => (label === 'unverified' ? 'none' : label));
    expect(check({ ...ferry, scorer: picky }).claims.map((c) => c.label)).toEqual(['contradicted', 'supported']);
    const { thresholds } = FOLLOWS_READINGS;
    const withThresholds = (rest: Partial<typeof thresholds>) =>
      check({ ...ferry, scorer: { ...FOLLOWS_READINGS, thresholds: { ...thresholds, ...rest } } }).claims;
    expect(withThresholds({})).toHaveLength(3);
    expect(withThresholds({ worth: 50 })).toEqual([]);
    expect(withThresholds({ anchor: 50 })).toEqual([]);
  });

  it('leaves out clauses in which no lexicon hears anything', () => {
    const found = checkArticle(articleFromText('The bridge is wide. The boats are wide.'), ferry, {
      assumeTopic: true,
    });
    expect(found.claims.map((c) => c.text)).toEqual(['The boats are wide']);
  });

  it('matches tell of facts and facets, and of nothing internal', () => {
    expect(Object.keys(check().claims[0]!.matches[0]!).sort()).toEqual([
      'comparisons',
      'coverage',
      'factId',
      'locators',
      'reading',
      'relation',
    ]);
  });

  it('of an article without the topic has no claims, unless the topic is taken for granted', () => {
    const off = articleFromText('The ferry takes a fee.');
    expect(checkArticle(off, ferry).claims).toEqual([]);
    expect(checkArticle(off, ferry, { assumeTopic: true }).claims).toHaveLength(1);
  });

  it('of a longer one the gate turns away it is empty', () => {
    const off = articleFromText('The ferry takes a fee. '.repeat(200));
    expect(checkArticle(off, ferry)).toEqual({ article: off, onTopic: false, sentences: [], claims: [] });
    expect(checkArticle(off, ferry, { assumeTopic: true }).claims).toHaveLength(200);
  });

  it('is the same for the same article, whatever was checked in between', () => {
    const once = JSON.stringify(check());
    checkArticle(articleFromText('Under social credit dogs are free and nobody is barred.'), ferry);
    expect(JSON.stringify(check())).toBe(once);
  });

  it('keeps to the blocks of the article', () => {
    const blocks = [
      { start: 0, end: 19, kind: 'heading' as const },
      { start: 20, end: 42, kind: 'paragraph' as const },
    ];
    const article = { ...articleFromText('Under social credit the ferry takes a fee.'), blocks };
    const { claims } = checkArticle(article, ferry, { assumeTopic: true });
    expect(claims.map((c) => c.text)).toEqual(['Under social credit', 'the ferry takes a fee']);
    for (const { start, end } of claims) {
      expect(blocks.some((b) => start >= b.start && end <= b.end)).toBe(true);
    }
  });
});

describe('any text', () => {
  const FRAGMENTS = [
    'Every Chinese citizen has a social credit score',
    'there is no national score in China',
    'It is a myth that',
    'critics say that',
    'the social credit system',
    'Blacklisted debtors cannot fly',
    'by 2020',
    'more than 40',
    'in Rongcheng',
    'That is wrong',
    'MYTH:',
    'Q:',
    'according to the state',
    'nobody',
    'is it so',
    '. ',
    '? ',
    ', ',
    '; ',
    ' – ',
    '…',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '\t',
    ' ',
    '“',
    '”',
    '"',
    '’s',
    '(',
    ')',
    '😀',
    '👩‍👩‍👧',
    '🇨🇳',
    '社会信用体系',
    '。',
    'é',
    '\u00a0',
    '\u200b',
    '- ',
    '1. ',
    '# ',
    '> ',
    'U.S. ',
    'Mr. ',
    "can't ",
  ];
  const anyText = fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ maxLength: 5 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));

  it('claims quote the text, lie within a sentence, are sorted, and have ids of their own', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, assumeTopic) => {
        const { claims, sentences } = checkArticle(articleFromText(text, { id: 'a' }), real, { assumeTopic });
        let before = 0;
        for (const claim of claims) {
          expect(claim.text).toBe(text.slice(claim.start, claim.end));
          expect(claim.text.trim()).not.toBe('');
          expect(claim.start).toBeGreaterThanOrEqual(before);
          before = claim.start;
          const sentence = sentences[claim.sentence]!;
          expect(claim.start).toBeGreaterThanOrEqual(sentence.start);
          expect(claim.end).toBeLessThanOrEqual(sentence.end);
        }
        expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
      }),
      { numRuns: 200 },
    );
  });

  it('labels, evidence and confidence hang together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const claim of checkArticle(articleFromText(text), real, { assumeTopic: true }).claims) {
          expect(LABELS).toContain(claim.label);
          expect(claim.confidence).toBeGreaterThan(0);
          expect(claim.confidence).toBeLessThanOrEqual(1);
          expect(claim.evidence.length > 0).toBe(claim.label !== 'unverified');
          for (const e of claim.evidence) {
            expect(e.relation).toBe(claim.label === 'supported' ? 'entails' : 'contradicts');
            expect(real.facts.some((f) => f.id === e.factId)).toBe(true);
          }
          if (claim.label !== 'unverified') expect(claim.reason.locator).toBe(claim.evidence[0]!.locator);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same bytes twice, also from a fact base loaded anew', async () => {
    const again = await loadFactBase();
    fc.assert(
      fc.property(anyText, (text) => {
        const once = JSON.stringify(checkArticle(articleFromText(text), real, { assumeTopic: true }));
        expect(JSON.stringify(checkArticle(articleFromText(text), again, { assumeTopic: true }))).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  it('claims are made of candidates', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = articleFromText(text);
        const spans = findCandidates(article, real, { assumeTopic: true }).candidates.map(
          (c) => c.proposition.draft.span,
        );
        for (const { start, end } of checkArticle(article, real, { assumeTopic: true }).claims) {
          // What a sentence says twice is one claim, and a candidate that may be two is parted: all within candidates.
          expect(spans.some((span) => span.start <= start && span.end > start)).toBe(true);
          expect(spans.some((span) => span.start < end && span.end >= end)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
