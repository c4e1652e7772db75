import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COPY_OVERLAP } from '../../../src/batch/copies.ts';
import { distinct, shinglesOf, sketchOfRuns } from '../../../src/batch/sketch.ts';
import { bandIndex } from '../../../src/study/stories/bands.ts';
import { group } from '../../../src/study/stories/group.ts';
import { linkedStories } from '../../../src/study/stories/links.ts';
import { jaccard } from '../../../src/study/stories/overlap.ts';
import { type StoryArticle, storyFinder } from '../../../src/study/stories/stories.ts';
import { folder } from '../../cli/scscheck.ts';
import { desk } from './texts.ts';

const article = (id: string, words: readonly string[], publishedAt: string | null = null): StoryArticle => ({
  id,
  publishedAt,
  shingles: shinglesOf(words.join(' ')),
});

function storiesOf(articles: readonly StoryArticle[], options: Parameters<typeof storyFinder>[0] = {}): string[] {
  const finder = storyFinder(options);
  try {
    for (const one of articles) finder.add(one);
    return [...finder.stories()].map(({ id, story }, i) => {
      expect(id).toBe(articles[i]!.id);
      return story;
    });
  } finally {
    finder.close();
  }
}

describe('copies', () => {
  const { words, copy } = desk(1);
  const wire = words(400);

  test('with edits, cuts and tops are one story, named after the earliest', () => {
    const articles = [
      article('cut', copy(wire, { cut: 0.2 }), '2019-05-03'),
      article('other', words(400), '2019-05-01'),
      article('edited', copy(wire, { edits: 0.02 }), '2019-05-04T08:00:00Z'),
      article('wire', wire, '2019-05-02'),
      article('topped', copy(wire, { top: 0.15 }), null),
    ];
    expect(storiesOf(articles)).toEqual(['wire', 'other', 'wire', 'wire', 'wire']);
  });

  test('without dates are named after the first shown; a day goes before what has no date', () => {
    expect(storiesOf([article('a', wire), article('b', wire)])).toEqual(['a', 'a']);
    expect(storiesOf([article('a', wire), article('b', wire, 'soon'), article('c', wire, '2031-01-01')])).toEqual([
      'c',
      'c',
      'c',
    ]);
  });

  test('of one day are told apart by the hour in its zone; a year or month alone comes behind its days', () => {
    const named = (dates: string[]): string | undefined => storiesOf(dates.map((date) => article(date, wire, date)))[0];
    expect(named(['2019-05-02T09:00:00Z', '2019-05-02T10:00:00+03:00', '2019-05-02'])).toBe(
      '2019-05-02T10:00:00+03:00',
    );
    expect(named(['2019', '2019-05', '2019-05-31'])).toBe('2019-05-31');
    expect(named(['2019', '2020-01-01'])).toBe('2019');
    expect(named(['2019', '2019-05'])).toBe('2019-05');
  });

  test('that are too short are stories of their own', () => {
    const short = wire.slice(0, 39);
    expect(storiesOf([article('a', short), article('b', short), article('c', wire), article('d', wire)])).toEqual([
      'a',
      'b',
      'c',
      'c',
    ]);
    expect(storiesOf([])).toEqual([]);
    expect(storiesOf([{ id: 'x', publishedAt: null, shingles: new Uint32Array(0) }])).toEqual(['x']);
  });

  test('may have the same id', () => {
    expect(storiesOf([article('a', wire), article('a', words(400)), article('b', wire)])).toEqual(['a', 'a', 'a']);
  });
});

describe('what is no copy', () => {
  test('two reports on one event share names and what was said, and are two stories', () => {
    const { words, copy } = desk(2);
    const said = words(60);
    const names = words(12);
    const report = (): string[] => [
      ...words(90),
      ...said.slice(0, 30),
      ...names,
      ...words(160),
      ...said.slice(30),
      ...words(80),
    ];
    const [one, two, three] = [report(), report(), report()];
    expect(
      storiesOf([article('1', one), article('2', two), article('3', three), article('4', copy(two, { cut: 0.1 }))]),
    ).toEqual(['1', '2', '3', '2']);
  });

  test('a chain of rewritings ends where it has left the first text', () => {
    const { words } = desk(3);
    const all = words(1500);
    // Each text has four fifths of the one before it.
    const chain = Array.from({ length: 10 }, (_, i) => article(`${i}`, all.slice(i * 50, i * 50 + 500)));
    const overlap = (a: number, b: number): number => jaccard(chain[a]!.shingles!, chain[b]!.shingles!);
    expect(overlap(0, 1)).toBeGreaterThan(COPY_OVERLAP);
    expect(overlap(0, 9)).toBeLessThan(0.1);
    const found = storiesOf(chain);
    expect(new Set(found).size).toBeGreaterThan(2);
    for (const [i, story] of found.entries()) expect(overlap(i, Number(story))).toBeGreaterThanOrEqual(0.5);
    // A copy of a copy counts as one, though it is a little too far from the first.
    expect(overlap(0, 2)).toBeLessThan(COPY_OVERLAP);
    expect(found.slice(0, 3)).toEqual(['0', '0', '0']);
  });
});

describe('a generated corpus', () => {
  const { words, copy, next } = desk(4);
  const originals = Array.from({ length: 400 }, () => words(45 + Math.floor(next() * 600)));
  const template = words(120);
  for (const one of originals.slice(0, 60)) one.splice(0, Math.min(120, Math.floor(one.length / 2)), ...template);
  const planted = originals.flatMap((original, of) =>
    Array.from({ length: Math.floor(next() * 4) }, () => ({
      of,
      words: copy(original, { edits: next() * 0.025, cut: next() * 0.12, top: next() * 0.05 }),
    })),
  );
  const articles = [
    ...originals.map((one, i) => article(`${i}`, one, '2020-01-01')),
    ...planted.map((one, i) => article(`copy ${i}`, one.words, '2020-01-02')),
  ];

  test('gives back what was planted: of copies by their real overlap at least 99 in 100, and nothing else', () => {
    const found = storiesOf(articles);
    let [copies, hits] = [0, 0];
    for (const [i, { of }] of planted.entries()) {
      const real = jaccard(articles[400 + i]!.shingles!, articles[of]!.shingles!);
      const story = found[400 + i]!;
      if (real >= COPY_OVERLAP) {
        copies++;
        if (story === `${of}`) hits++;
      }
      // It may be a copy of another copy; never of another original.
      const head = articles.findIndex(({ id }) => id === story);
      expect(head < 400 ? head : planted[head - 400]!.of).toBe(of);
    }
    expect(copies).toBeGreaterThan(400);
    expect(hits / copies).toBeGreaterThanOrEqual(0.99);
    expect(found.slice(0, 400)).toEqual(originals.map((_, i) => `${i}`));
  });

  test('gives the same wherever its shingles lie, and leaves no file', () => {
    const path = folder();
    const finder = storyFinder({ folder: path, memory: 100_000 });
    for (const one of articles) finder.add(one);
    const found = [...finder.stories()].map(({ story }) => story);
    expect(readdirSync(path)).toEqual([]);
    finder.close();
    expect(found).toEqual(storiesOf(articles));
  });
});

describe('by property', () => {
  const piece = fc.tuple(fc.nat(5), fc.nat(8), fc.nat(12));

  test('the first of a story is of it, is its earliest, and no member is far from it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.nat(3)), { maxLength: 40 }), (list) => {
        const articles = list.map(([[seed, from, length], day], i) =>
          article(
            `${i}`,
            desk(seed)
              .words(400)
              .slice(from * 20, from * 20 + 30 + length * 20),
            `2020-01-0${day + 1}`,
          ),
        );
        const found = storiesOf(articles).map(Number);
        for (const [i, story] of found.entries()) {
          expect(found[story]).toBe(story);
          if (story === i) continue;
          const [own, first] = [articles[i]!, articles[story]!];
          expect(jaccard(own.shingles!, first.shingles!)).toBeGreaterThanOrEqual(0.5);
          expect(first.publishedAt! < own.publishedAt! || (first.publishedAt === own.publishedAt && story < i)).toBe(
            true,
          );
        }
        // Identical texts are always together.
        const seen = new Map<string, number>();
        for (const [i, { shingles }] of articles.entries()) {
          if (shingles === null) continue;
          const key = shingles.join();
          expect(found[i]).toBe(seen.get(key) ?? found[i]);
          seen.set(key, found[i]!);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('overlap is that of sets', () => {
    const set = fc.array(fc.nat(40)).map((values) => distinct(Uint32Array.from(values)));
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [one, two] = [new Set(a), new Set(b)];
        const shared = [...one].filter((value) => two.has(value)).length;
        const overlap = one.size + two.size === 0 ? 0 : shared / (one.size + two.size - shared);
        expect(jaccard(a, b)).toBe(overlap);
        for (const least of [0.1, 0.5, 0.7, overlap]) expect(jaccard(a, b, least)).toBe(overlap >= least ? overlap : 0);
        expect([...a]).toEqual([...one].sort((x, y) => x - y));
      }),
    );
  });
});

describe('hostile corpora', () => {
  /** Sets read and representatives compared, for the articles of these sets. */
  function comparisons(sets: Uint32Array[]): number {
    const index = bandIndex();
    for (const set of sets) index.add(sketchOfRuns(set));
    let reads = 0;
    const counting = {
      size: (i: number) => sets[i]!.length,
      get: (i: number) => {
        reads++;
        return sets[i]!;
      },
    };
    const numbers = [...sets.keys()];
    group(numbers, index.buckets(), counting, Int32Array.from(numbers));
    return reads;
  }
  const { words, next } = desk(5);
  const text = shinglesOf(words(60).join(' '))!;
  const changed = (share: number): Uint32Array =>
    distinct(text.map((hash) => (next() < share ? Math.floor(next() * 2 ** 32) : hash)));

  test.each([
    ['identical', 0],
    ['near-identical', 0.05],
    ['on the border', 0.2],
    ['just too far from each other', 0.3],
  ])('of many %s articles each is compared with few', (_, share) => {
    const many = 5000;
    // Four reads a comparison at most, and 16 comparisons.
    expect(comparisons(Array.from({ length: many }, () => changed(share)))).toBeLessThanOrEqual(64 * many);
  });

  test('identical ones by the thousand are one story', () => {
    expect(
      new Set(storiesOf(Array.from({ length: 20_000 }, (_, i) => ({ id: `${i}`, publishedAt: null, shingles: text }))))
        .size,
    ).toBe(1);
  });
});

describe('stories of finished runs', () => {
  test('are named after the earliest, by the links to originals', () => {
    const of = (id: string, publishedAt: string | null, copyOf: string | null = null) => ({ id, publishedAt, copyOf });
    const run = [
      of('a', '2019-05-03'),
      of('b', '2019-05-02', 'a'),
      of('c', null),
      of('d', null, 'gone'),
      of('e', null, 'a'),
    ];
    expect([...linkedStories(run)].map(({ story }) => story)).toEqual(['b', 'b', 'c', 'd', 'b']);
  });
});
