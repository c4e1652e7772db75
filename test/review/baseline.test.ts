import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, errorLine } from '../../src/errors.ts';
import { LABELS } from '../../src/model.ts';
import { type BaselineEntry, compareEntries, writeBaseline } from '../../src/review/baseline.ts';
import { baselineLine, matchBaseline } from '../../src/review/baseline-match.ts';
import { parseBaseline } from '../../src/review/baseline-parse.ts';
import type { Review } from '../../src/review/finding.ts';
import { reviewOf } from './drafts.ts';
import { finding, reviewOfLines, reviewWith } from './findings.ts';

/** The baseline of files as they are. */
const baselineOf = (files: Record<string, Review>): BaselineEntry[] =>
  matchBaseline([], inputsOf(files), { grow: true }).entries;
const inputsOf = (files: Record<string, Review>) => Object.entries(files).map(([file, review]) => ({ file, review }));
/** Known, moved, fixed and new, after `was` became `is`. */
function change(was: Record<string, Review>, is: Record<string, Review>, isGone?: (file: string) => boolean): number[] {
  const { matched, moved, fixed, added } = matchBaseline(baselineOf(was), inputsOf(is), { isGone });
  return [matched, moved, fixed.length, added.length];
}

const DRAFT = [
  'The hall was full that evening.',
  '! Every citizen has a social credit score.',
  'A man from the chamber of commerce took the floor.',
  '! 30 cities have a pilot scheme.',
  'Nobody asked how he knew.',
  '! People with low scores cannot buy train tickets.',
  'Outside it had begun to rain.',
];
const at = (index: number, text: string): string[] => DRAFT.map((line, i) => (i === index ? text : line));

describe('what the baseline knows', () => {
  it('is excused, and nothing else is', () => {
    const review = reviewOfLines([...DRAFT, '! Every company has a score.']);
    const outcome = matchBaseline(baselineOf({ 'a.md': reviewOfLines(DRAFT) }), [{ file: 'a.md', review }]);
    expect(outcome.reviews[0]!.findings.map(({ excuse }) => excuse)).toEqual([
      { kind: 'baseline' },
      { kind: 'baseline' },
      { kind: 'baseline' },
      null,
    ]);
    expect(outcome.added.map((one) => [one.file, one.finding.claim.quote])).toEqual([
      ['a.md', 'Every company has a score.'],
    ]);
    expect(review.findings[0]!.excuse).toBeNull();
    expect(baselineLine(outcome)).toBe('baseline: 3 known, 0 fixed, 1 new');
  });

  it.each([
    ['the same', DRAFT, [3, 0, 0, 0]],
    ['turned round', [...DRAFT].reverse(), [3, 0, 0, 0]],
    ['a claim reworded lightly', at(1, '! Every Chinese citizen has got a “social credit” score.'), [3, 1, 0, 0]],
    ['a claim gone', at(1, 'Nothing is known of scores.'), [2, 0, 1, 0]],
    ['another number', at(3, '! 40 cities have a pilot scheme.'), [2, 0, 1, 1]],
    ['a denial', at(5, '! People with low scores can buy train tickets.'), [2, 0, 1, 1]],
    ['another quantifier', at(1, '! Some citizens have a social credit score.'), [2, 0, 1, 1]],
    ['another noun', at(5, '! People with low scores cannot buy plane tickets.'), [2, 0, 1, 1]],
    ['said twice', [...DRAFT, DRAFT[1]!], [3, 0, 0, 1]],
  ])('%s', (_what, lines, expected) => {
    expect(change({ 'a.md': reviewOfLines(DRAFT) }, { 'a.md': reviewOfLines(lines) })).toEqual(expected);
  });

  it('a rewording elsewhere is another finding', () => {
    const far = [
      'We begin anew, with another reporter, at sea.',
      '! Every Chinese citizen has a social credit score.',
      'Fishermen mend nets.',
    ];
    expect(change({ 'a.md': reviewOfLines(DRAFT.slice(0, 3)) }, { 'a.md': reviewOfLines(far) })).toEqual([0, 0, 1, 1]);
  });

  it('the fact and the label must agree', () => {
    const was = { 'a.md': reviewWith([finding({ quote: 'All have a score' })]) };
    for (const other of [
      { factId: 'no-rank' },
      { factId: null },
      { label: 'unverified' as const },
      { rejected: true },
    ]) {
      const is = { 'a.md': reviewWith([finding({ quote: 'All have a score', ...other })]) };
      expect(change(was, is)).toEqual([0, 0, 1, 1]);
    }
  });

  it('goes with text to another file, and with a file that is renamed', () => {
    const [was, is] = [{ 'a.md': reviewOfLines(DRAFT) }, { 'b.md': reviewOfLines(DRAFT) }];
    expect(change(was, { 'a.md': reviewOfLines([]), ...is })).toEqual([3, 3, 0, 0]);
    expect(change(was, is, (file) => file === 'a.md')).toEqual([3, 3, 0, 0]);
    // As long as the other file may be as it was, the text is a copy.
    expect(change(was, is)).toEqual([0, 0, 0, 3]);
    expect(change(was, { ...was, ...is })).toEqual([3, 0, 0, 3]);
    const elsewhere = {
      'b.md': reviewOfLines(['At sea fishermen mend nets.', DRAFT[1]!, 'Gulls circle above the pier.']),
    };
    expect(change(was, elsewhere, () => true)).toEqual([0, 0, 3, 1]);
  });

  it('suppressed and quoted findings take no part', () => {
    const review = reviewOfLines(DRAFT);
    review.findings[0]!.excuse = { kind: 'suppressed', reason: 'x', line: 1 };
    review.findings[1]!.excuse = { kind: 'quoted' };
    expect(baselineOf({ 'a.md': review })).toHaveLength(1);
    expect(change({ 'a.md': reviewOfLines(DRAFT) }, { 'a.md': review })).toEqual([1, 0, 2, 0]);
  });

  it('what stands on unchanged lines is neither fixed nor new', () => {
    const { findings, ...rest } = reviewOfLines([...DRAFT, '! Every company has a score.']);
    const review = { ...rest, findings: findings.slice(1, 2), hidden: [findings[0]!, ...findings.slice(2)] };
    const outcome = matchBaseline(baselineOf({ 'a.md': reviewOfLines(DRAFT) }), [{ file: 'a.md', review }], {
      grow: true,
    });
    expect([outcome.matched, outcome.fixed, outcome.added]).toEqual([3, [], []]);
    expect(outcome.entries).toHaveLength(3);
  });
});

describe('what is written', () => {
  const was = baselineOf({ 'a.md': reviewOfLines(DRAFT), 'b.md': reviewOfLines(DRAFT) });

  it('loses what is fixed, follows what moved, and grows when told to', () => {
    const inputs = inputsOf({ 'a.md': reviewOfLines(['Begin.', ...at(1, '! Every firm has a score.').slice(1)]) });
    const kept = matchBaseline(was, inputs);
    expect(kept.entries.map(({ file, claim }) => `${file} ${claim}`)).toEqual([
      'a.md 30 cities have a pilot scheme.',
      'a.md People with low scores cannot buy train tickets.',
      'b.md 30 cities have a pilot scheme.',
      'b.md Every citizen has a social credit score.',
      'b.md People with low scores cannot buy train tickets.',
    ]);
    const grown = matchBaseline(was, inputs, { grow: true });
    expect(grown.entries.map(({ claim }) => claim)).toContain('Every firm has a score.');
    expect(grown.reviews[0]!.findings.every(({ excuse }) => excuse?.kind === 'baseline')).toBe(true);
    expect(baselineLine(kept)).toBe('baseline: 2 known, 1 fixed, 1 new (--update-baseline takes out what is fixed)');
    expect(baselineLine(kept, 'base.json')).toBe('baseline: 2 known, 1 fixed, 1 new; base.json written');
  });

  it('stays as it is where little changed nearby', () => {
    const near = at(0, 'The hall was full that night.');
    const { entries } = matchBaseline(was, inputsOf({ 'a.md': reviewOfLines(near), 'b.md': reviewOfLines(DRAFT) }));
    expect(writeBaseline(entries)).toBe(writeBaseline(was));
  });

  it('files that could not be read keep their entries', () => {
    const error = { code: 'malformed', message: 'broken' };
    for (const record of [{ error }, { skipped: 'language' as const }]) {
      const outcome = matchBaseline(was, inputsOf({ 'a.md': reviewWith([], record) }));
      expect([outcome.fixed, outcome.entries.length]).toEqual([[], 6]);
    }
    expect(matchBaseline(was, inputsOf({ 'a.md': reviewWith([], { skipped: 'off-topic' }) })).fixed).toHaveLength(3);
  });

  it('is an entry a line, sorted', () => {
    expect(writeBaseline(baselineOf({ 'a.md': reviewOfLines(DRAFT.slice(0, 3)) }))).toBe(
      [
        '{',
        '  "scscheck": "baseline",',
        '  "version": 1,',
        '  "findings": [',
        '    {"file":"a.md","fact":"no-score","label":"contradicted","claim":"Every citizen has a social credit score.",' +
          '"around":"hall full evening … man chamber commerce took floor"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    expect(parseBaseline(writeBaseline([]), 'x')).toEqual([]);
  });
});

describe('a file that is broken', () => {
  const whole = writeBaseline(baselineOf({ 'a.md': reviewOfLines(DRAFT) }));
  const lineOf = (text: string): string => {
    try {
      parseBaseline(text, 'base.json');
    } catch (error) {
      if (error instanceof ConfigError) return errorLine(error);
      throw error;
    }
    return 'no error';
  };

  it.each([
    ['cut short', whole.slice(0, -30), /^base\.json:7: the baseline is no JSON \(mend it, or delete it/],
    ['empty', '', /^base\.json:1: the baseline is no JSON/],
    ['a comma too many', whole.replace('"},', '"},,'), /^base\.json:5: the baseline is no JSON/],
    ['other JSON', '[]', /^base\.json: the baseline is none/],
    ['null', 'null', /^base\.json: the baseline is none/],
    ['no version', '{"scscheck":"baseline"}', /^base\.json: the baseline has no version that is known/],
    [
      'a later version',
      whole.replace('"version": 1', '"version": 2'),
      /^base\.json: the baseline is of a later version of scscheck \(update scscheck\)$/,
    ],
    [
      'no list',
      '{"scscheck":"baseline","version":1,"findings":{}}',
      /^base\.json: the baseline has no list "findings"/,
    ],
    [
      'a number for text',
      whole.replace(/"claim":"30[^"]*"/, '"claim":30'),
      /^base\.json:5: the baseline has an entry that is none: "claim" must be text/,
    ],
    [
      'a label of its own',
      whole.replace(/contradicted(?=","claim":"People)/, 'wrong'),
      /^base\.json:7: .*"label" must be one of supported/,
    ],
    ['a key of its own', whole.replace('{"file"', '{"line":3,"file"'), /^base\.json:5: .*"line" is not known/],
    [
      'entries that are none',
      '{"scscheck":"baseline","version":1,"findings":[\n\n  null]}',
      /^base\.json:3: .*it is no object/,
    ],
    [
      'marks of a merge',
      whole.replace('    {', '<<<<<<< ours\n    {'),
      /^base\.json:5: the baseline has marks of a merge \(keep the lines of both sides/,
    ],
    ['nested out of all measure', '['.repeat(1_000_000), /^base\.json:1: the baseline is no JSON/],
    [
      'nested in an entry',
      `{"scscheck":"baseline","version":1,"findings":[${'['.repeat(5000)}${']'.repeat(5000)}]}`,
      /it is no object/,
    ],
    ['a giant text', whole.replace('hall', 'x'.repeat(30_000)), /"around" is too long/],
    ['a giant', ' '.repeat(50_000_001), /longer than 50,000,000 characters/],
    [
      'a prototype',
      '{"scscheck":"baseline","version":1,"findings":[{"__proto__":{"file":"a"}}]}',
      /"file" must be text/,
    ],
  ])('by %s gives one line', (_what, text, line) => {
    expect(lineOf(text)).toMatch(line);
    expect(lineOf(text)).not.toMatch(/[\r\n]/);
  });

  it('any damage gives one line or none', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), fc.nat(3), (start, put, cut) => {
        expect(lineOf(whole.slice(0, start) + put + whole.slice(start + cut))).toMatch(
          /^(?:base\.json(?::\d+)?: the baseline .*|no error)$/,
        );
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(lineOf(json)).toMatch(/^base\.json: the baseline is none/);
      }),
    );
  });
});

const SENTENCES = [
  'It rained.',
  'Nobody asked.',
  'The hall was full.',
  'A clerk typed.',
  'Buses ran late.',
  'The market closed early.',
];
const CLAIMS = [
  '! Every citizen has a score.',
  '! 30 cities have a pilot scheme.',
  '! The score is public.',
  '! It has a score.',
];
const draft = fc.array(fc.constantFrom(...SENTENCES, ...CLAIMS), { minLength: 1, maxLength: 15 });
const text = fc.string({ unit: 'binary', maxLength: 30 });

describe('whatever the drafts', () => {
  it('moving paragraphs makes nothing new', () => {
    const moved = draft.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(moved, ([was, is]) => {
        const count = was.filter((line) => line.startsWith('!')).length;
        expect(change({ 'a.md': reviewOfLines(was) }, { 'a.md': reviewOfLines(is) })).toEqual([count, 0, 0, 0]);
      }),
    );
  });

  it('another number is new, and the old one fixed', () => {
    fc.assert(
      fc.property(
        draft,
        draft,
        fc.integer({ min: 2, max: 99_999 }),
        fc.integer({ min: 2, max: 99_999 }),
        (before, after, a, b) => {
          fc.pre(a !== b && a !== 30 && b !== 30);
          const of = (n: number): Review => reviewOfLines([...before, `! ${n} cities have a pilot scheme.`, ...after]);
          const [matched, , fixed, added] = change({ 'a.md': of(a) }, { 'a.md': of(b) });
          expect([matched, fixed, added]).toEqual([of(a).findings.length - 1, 1, 1]);
        },
      ),
    );
  });

  it('the order of files changes nothing', () => {
    const files = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'), draft, { minKeys: 1 });
    fc.assert(
      fc.property(files, files, fc.boolean(), (was, is, grow) => {
        const reviews = (lines: Record<string, string[]>) =>
          Object.fromEntries(Object.entries(lines).map(([file, list]) => [file, reviewOfLines(list)]));
        const baseline = baselineOf(reviews(was));
        const inputs = inputsOf(reviews(is));
        const options = { grow, isGone: (file: string) => file === 'd.md' };
        const forth = matchBaseline(baseline, inputs, options);
        const back = matchBaseline([...baseline].reverse(), [...inputs].reverse(), options);
        expect(back.entries).toEqual(forth.entries);
        expect(back.fixed).toEqual(forth.fixed);
        expect([...back.reviews].reverse()).toEqual(forth.reviews);
        // Nothing is lost, and nothing counted twice.
        const findings = forth.reviews.reduce((sum, { findings: all }) => sum + all.length, 0);
        expect(forth.matched + forth.added.length).toBe(findings);
        expect(matchBaseline(forth.entries, inputs, options).fixed).toEqual([]);
        if (grow) expect(matchBaseline(forth.entries, inputs, options).added).toEqual([]);
      }),
    );
  });

  it('what is written is read back', () => {
    const entry = fc.record({
      file: text,
      fact: fc.option(text),
      label: fc.constantFrom(...LABELS),
      claim: text,
      rejected: fc.boolean(),
      around: text,
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(parseBaseline(writeBaseline(entries), 'x')).toEqual([...entries].sort(compareEntries));
      }),
    );
  });

  it('thousands that say the same are matched all the same', () => {
    const many = (line: string, count: number): Review =>
      reviewWith(
        Array.from({ length: count }, (_, i) => finding({ quote: line, line: i + 1, before: `Item ${i % 50}.` })),
      );
    expect(change({ 'a.md': many('All have a score', 5000) }, { 'a.md': many('All have a score', 5001) })).toEqual([
      5000, 0, 0, 1,
    ]);
  });
});

describe('with real drafts', () => {
  const TITLE = '# On the bus\n\nOur correspondent spent four weeks on the road.\n\n';
  const SCORE = 'Every citizen in China has a social credit score.';
  const CITIES = 'In China, 30 cities took part in the social credit pilots.';

  it('it lets the old ones be and sees a new one', async () => {
    const baseline = baselineOf({ 'a.md': await reviewOf('markdown', `${TITLE}${SCORE}\n\n${CITIES}`) });
    const against = async (text: string): Promise<string[]> => {
      const { added } = matchBaseline(baseline, [{ file: 'a.md', review: await reviewOf('markdown', text) }]);
      return added.map(({ finding: one }) => one.claim.quote);
    };
    expect(baseline.map(({ fact }) => fact)).toEqual(['model-cities', 'no-national-score']);
    expect(
      await against(`${CITIES}\n\nMore on this later.\n\n${TITLE}*Every* citizen in China\nhas a social credit score.`),
    ).toEqual([]);
    expect(await against(`${TITLE}${SCORE}\n\n${CITIES.replace('30', '40')}`)).toEqual([
      CITIES.replace('30', '40').slice(0, -1),
    ]);
  });
});
