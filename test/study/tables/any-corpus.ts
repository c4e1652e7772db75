/** Arbitrary corpora, small enough to be counted by hand. */
import fc from 'fast-check';
import { FRAMES, LABELS, STANCES } from '../../../src/model.ts';
import { claim, frame, record, type TestRecord } from './corpus.ts';

const FACTS = ['no-national-score', 'lists-of-debtors', 'it\'s = "odd"'];

const anyClaim = fc
  .record({
    label: fc.constantFrom(...LABELS),
    facts: fc.uniqueArray(fc.constantFrom(...FACTS), { maxLength: 2 }),
    confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    quoted: fc.boolean(),
    attributed: fc.boolean(),
    quote: fc.constantFrom('a list', 'a score', 'a patchwork'),
  })
  .map(({ label, facts, confidence, quoted, attributed, quote }) =>
    claim(label, label === 'unverified' ? [] : facts, {
      ...{ confidence, quoted, quote },
      attribution: attributed ? { source: 'critics', cue: 'say' } : null,
    }),
  );

const anyFrames = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...FRAMES.slice(0, 4)), stance: fc.constantFrom(...STANCES) }),
  { maxLength: 3, selector: ({ name }) => name },
);

/** A date as a source states it, most of them in some months around the turn of a year. */
const anyDate = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 100 }).map((days) => day(days)) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 100 }).map((days) => `${day(days)}T22:15:00+02:00`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      null,
      '2019-02',
      '2018',
      'Mar 2019',
      '2019-00-00',
      '3 February 2019',
      '2031-01-01',
      'soon',
    ),
  },
);
const day = (days: number): string => new Date(Date.UTC(2018, 11, 20) + days * 86_400_000).toISOString().slice(0, 10);

const anyArticle = fc.record({
  publishedAt: anyDate,
  dateConfidence: fc.constantFrom(0.95, 0.85, 0.84, null),
  outlet: fc.constantFrom('A', 'B', 'C\'s = "x"', '', null),
  country: fc.constantFrom('GB', 'US', null),
  language: fc.constantFrom('en', 'en', null),
});

/** Records with ids `r0`, `r1`…; copies link to any earlier record, to a later one, to themselves or to none that is there. */
export const anyCorpus: fc.Arbitrary<TestRecord[]> = fc
  .array(
    fc.record({
      article: anyArticle,
      claims: fc.array(anyClaim, { maxLength: 3 }),
      frames: fc.option(anyFrames, { freq: 6 }),
      copy: fc.option(fc.integer({ min: -1, max: 25 }), { freq: 2 }),
      fate: fc.constantFrom('fine', 'fine', 'fine', 'fine', 'fine', 'off-topic', 'language', 'failed'),
    }),
    { maxLength: 24 },
  )
  .map((drawn) =>
    drawn.map(({ article, claims, frames, copy, fate }, i) => {
      const { frames: _, ...rest } = record(`r${i}`, { ...article, copyOf: copy === null ? null : `r${copy}` });
      return {
        ...rest,
        claims: fate === 'fine' ? claims : [],
        ...(frames === null ? {} : { frames: frames.map(({ name, stance }) => frame(name, stance)) }),
        skipped: fate === 'off-topic' || fate === 'language' ? fate : null,
        error: fate === 'failed' ? { code: 'unreachable', message: 'no answer' } : null,
      };
    }),
  );
