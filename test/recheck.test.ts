import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { offTopicSentence, onTopicSentence } from '../bench/prose.ts';
import { seeded } from '../bench/random.ts';
import { checkArticle } from '../src/check.ts';
import { findDates } from '../src/detect/dates.ts';
import { findQuantities } from '../src/detect/quantities.ts';
import { type FactBase, loadFactBase } from '../src/facts/load.ts';
import { articleFromText } from '../src/library.ts';
import type { Article, CheckResult } from '../src/model.ts';
import { createRecheck } from '../src/recheck.ts';

/** Drafts made up, with some ten versions each. */
const RUNS = Number(process.env.RECHECK_RUNS ?? 80);

let base: FactBase;
beforeAll(async () => {
  base = await loadFactBase();
});

/** Sentences that depend on those around them: answers, labels, speakers, lists of wrongs, what points back. */
const HANGING = [
  'Not so.',
  'False.',
  'They do not.',
  'No, there is none.',
  'Does every citizen have a social credit score?',
  'Members asked whether the social credit system ranks everyone.',
  'MYTH: Everyone in China is ranked.',
  'FACT: there is no national score.',
  'GUEST: It gives everyone a score.',
  'Three things they get wrong about social credit.',
  'First, everyone has a score.',
  'Second, it is run by one agency.',
  'It is a myth that it ranks people, that it is one database, and that it covers everyone.',
  'Likewise, the system scores everyone.',
  'In Rongcheng, residents gain points.',
  'It also ranks them.',
  'He went on: two in five towns have no score.',
  'Some 47 of them, or more.',
  'than 2020.',
  'Firms there lose points.',
  'In 2014 the plan was published.',
  'Sources said “the score is national”, she added.',
  'Football fans in China gave credit to the social side of the team.',
];

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const sentence: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: seeds.map((seed) => onTopicSentence(seeded(seed))) },
  { weight: 2, arbitrary: seeds.map((seed) => offTopicSentence(seeded(seed))) },
  { weight: 4, arbitrary: fc.constantFrom(...HANGING) },
);
const GAPS = [' ', ' ', ' ', '\n', '\n\n', '\n\n\n\n', '  ', '\n- ', '\n\n> ', '\n\n## '];
/** Of sentences about something else in the midst of the topic, so that many clauses have no match near them. */
const sparse: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: seeds.map((seed) => offTopicSentence(seeded(seed))) },
  { weight: 2, arbitrary: fc.constantFrom('The social credit system came up once more.', 'China was in the news.') },
  { weight: 1, arbitrary: seeds.map((seed) => onTopicSentence(seeded(seed))) },
);
const draft = fc
  .constantFrom(sentence, sentence, sparse)
  .chain((kind) => fc.array(fc.tuple(kind, fc.constantFrom(...GAPS)), { minLength: 3, maxLength: 15 }))
  .map((parts) => parts.flat().join(''));

/** A change as an editor makes it: some of the text gives way to something else, at a share of its length. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 10, max: 200 })),
  inserted: fc.oneof(
    fc.constantFrom(
      '',
      'x',
      's',
      ' ',
      '.',
      ',',
      '?',
      ':',
      '\n',
      '\n\n',
      '“',
      '😀',
      'not ',
      'no ',
      '47 ',
      ' than',
      'China ',
    ),
    sentence.map((text) => ` ${text} `),
    sentence.map((text) => `\n\n${text}\n\n`),
  ),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 20 });

function edited(text: string, { at, deleted, inserted }: { at: number; deleted: number; inserted: string }): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + inserted + text.slice(from + deleted);
}

/** A result in full, what is worked out on demand included; as text, as thousands are compared. */
function whole({ sentences, claims }: CheckResult): string {
  const all = claims.map((claim) => ({ ...claim, facets: claim.facets, matches: claim.matches }));
  return JSON.stringify({ sentences, claims: all }, null, 1);
}

/** Expects that a check of the text's next version finds what one of a new text does. */
function expectSame(recheck: ReturnType<typeof createRecheck>, article: Article): void {
  expect(whole(recheck(article))).toBe(whole(checkArticle(article, base)));
}

describe('a text that changes', () => {
  it('is found to say what it would be found to say if it were new', () => {
    fc.assert(
      fc.property(draft, edits, (text, changes) => {
        const recheck = createRecheck(base);
        let now = text;
        for (const change of [null, ...changes]) {
          now = change === null ? now : edited(now, change);
          const article = articleFromText(now);
          expectSame(recheck, article);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('and so when it is blocks of some kind', () => {
    const kinds = fc.constantFrom('heading', 'paragraph', 'item', 'quote', 'cell');
    fc.assert(
      fc.property(draft, edits, fc.array(kinds, { minLength: 1, maxLength: 8 }), (text, changes, blockKinds) => {
        const recheck = createRecheck(base);
        let now = text;
        for (const [turn, change] of changes.entries()) {
          now = edited(now, change);
          const blocks = [...now.matchAll(/[^\n]*\S[^\n]*/g)].map(([line], i) => {
            const start = now.indexOf(line);
            return { start, end: start + line.length, kind: blockKinds[(i + (turn >> 2)) % blockKinds.length]! };
          });
          const distinct = blocks.filter(({ start }, i) => i === 0 || start >= blocks[i - 1]!.end);
          const article = { ...articleFromText(now), blocks: distinct };
          expectSame(recheck, article);
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('is checked again where it stands when it comes back', () => {
    const recheck = createRecheck(base);
    const text = 'Every Chinese citizen has a social credit score. That is not so.';
    for (const version of [text, '', 'Rain.', text, `${text} ${text}`, ` ${text}`, text]) {
      expectSame(recheck, articleFromText(version));
    }
  });

  it('is turned by what stands far before it', () => {
    const recheck = createRecheck(base);
    const items = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(
      (nth) => `${nth}, every citizen in China has a social credit score.`,
    );
    const texts = ['wrong', 'right', 'wrong'].map(
      (how) => `Five things they get ${how} about social credit. ${items.join(' ')}`,
    );
    const rejected = texts.map((text) => checkArticle(articleFromText(text), base).claims.at(-1)!.rejected);
    expect(rejected).toEqual([true, false, true]);
    for (const text of texts) expectSame(recheck, articleFromText(text));
  });
});

describe('what a clause is read with', () => {
  // `recheck.ts` remembers a clause under 48 characters before its sentence and 64 behind.
  it('is no more than a few characters around it', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, fc.constantFrom(...GAPS), (before, text, behind, gap) => {
        const far = (more: string): string =>
          `${more}${before.slice(-48).padStart(48)}${gap}${text}${gap}${behind.slice(0, 64).padEnd(64)}${more}`;
        const read = (more: string): unknown => {
          const whole = far(more);
          const start = more.length + 48 + gap.length;
          const [dates, quantities] = [
            findDates(whole, start, start + text.length),
            findQuantities(whole, start, start + text.length),
          ];
          return [...dates, ...quantities].map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
        };
        expect(read('than 47 firms ')).toEqual(read(''));
      }),
    );
  });
});
