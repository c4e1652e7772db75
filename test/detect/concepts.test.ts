import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concept, compileConcepts } from '../../src/detect/concepts.ts';
import { findConcepts } from '../../src/detect/find-concepts.ts';
import { BREAK, type Token, tokenize } from '../../src/detect/tokens.ts';
import { FactBaseError } from '../../src/errors.ts';
import { concept, found } from './small.ts';

const one = (text: string, ...phrases: string[]): string[] =>
  found(text, [concept('x', phrases)]).map((hit) => hit.slice(2));

describe('a phrase', () => {
  it.each([
    ['a word in any inflection', 'They scored people.', ['score'], ['[scored]']],
    ['an irregular one', 'It was kept.', ['keep'], ['[kept]']],
    ['whatever its case', 'NO SCORES', ['score'], ['[SCORES]']],
    ['a form alone', 'They score the scored scores.', ['=scores'], ['[scores]']],
    ['words side by side', 'credit of social social credit', ['social credit'], ['[social credit]']],
    ['across a hyphen', 'the social-credit system', ['social credit'], ['[social-credit]']],
    ['across a quotation mark', 'the social “credit” system', ['social credit'], ['[social “credit]']],
    ['not across a comma', 'social, credit', ['social credit'], []],
    ['not across a bracket', 'social (credit)', ['social credit'], []],
    ['alternatives', 'black list and red list', ['(black|red) list'], ['[black list]', '[red list]']],
    ['alternatives of several words', 'no fly list', ['(no fly|red) list'], ['[no fly list]']],
    [
      'an optional word, there or not',
      'credit score, credit file score',
      ['credit file? score'],
      ['[credit score]', '[credit file score]'],
    ],
    ['an optional group', 'it is a very big list', ['a (very big)? list'], ['[a very big list]']],
    ['a number in digits', 'over 1,400 firms and forty firms', ['NUM firm'], ['[1,400 firms]']],
    ['any one word', 'the red list, the list', ['the _ list'], ['[the red list]']],
    ['a whole phrase that is optional but for one word', 'list', ['red? list'], ['[list]']],
  ])('%s', (_, text, phrases, expected) => {
    expect(one(text, ...phrases)).toEqual(expected);
  });
});

describe('a gap', () => {
  it.each([
    ['may be empty', 'lose points', 'lose ... point', ['[lose points]']],
    ['is at most three words', 'lose one two three points', 'lose ... point', ['[lose one two three points]']],
    ['and no more', 'lose one two three four points', 'lose ... point', []],
    ['or as many as it says', 'lose one two points', 'lose ...1 point', []],
    ['may hold a comma', 'lose, they say, points', 'lose ... point', ['[lose, they say, points]']],
    ['or a bracket', 'lose (they say) points', 'lose ... point', ['[lose (they say) points]']],
    ['but no colon', 'lose: the points', 'lose ... point', []],
    ['no semicolon', 'lose; points', 'lose ... point', []],
    ['no dash', 'lose — the points', 'lose ... point', []],
  ])('%s', (_, text, phrase, expected) => {
    expect(one(text, phrase)).toEqual(expected);
  });

  it('gives the words it passed over, and none when it passed over none', () => {
    const index = compileConcepts([concept('x', ['lose ... point'])]);
    expect(findConcepts(tokenize('they lose no good points'), index)).toEqual([
      { concept: 'x', start: 1, end: 5, gaps: [2, 4] },
    ]);
    expect(findConcepts(tokenize('lose points'), index)).toEqual([{ concept: 'x', start: 0, end: 2, gaps: [] }]);
  });

  it('of a concept within a concept is passed over in the outer one too', () => {
    const index = compileConcepts([concept('inner', ['lose ... point']), concept('outer', ['they ... <inner>'])]);
    const outer = findConcepts(tokenize('they never lose no points'), index).find((hit) => hit.concept === 'outer')!;
    expect(outer).toMatchObject({ start: 0, end: 5, gaps: [1, 2, 3, 4] });
  });
});

describe('which hits are given', () => {
  it('the longest of a concept from each word', () => {
    expect(one('the credit score board', 'credit', 'credit score', 'credit score board')).toEqual([
      '[credit score board]',
    ]);
  });

  it('one from each word it can begin with', () => {
    expect(one('no no score', '(no)? score', 'no no score')).toEqual(['[no no score]', '[no score]', '[score]']);
  });

  it('of every concept, sorted by start, then end, then name', () => {
    const lexicon = [
      concept('z', ['red']),
      concept('b', ['red list']),
      concept('a', ['red list']),
      concept('c', ['list']),
    ];
    expect(found('a red list', lexicon)).toEqual(['z [red]', 'a [red list]', 'b [red list]', 'c [list]']);
  });

  it('the same whatever the order of the lexicon', () => {
    const lexicon = [
      concept('z', ['<a> list']),
      concept('a', ['red']),
      concept('b', ['<z> is'], { not: ['<z> is not'] }),
    ];
    const text = 'a red list is a red list is not';
    expect(found(text, [...lexicon].reverse())).toEqual(found(text, lexicon));
    expect(found(text, lexicon)).toContain('b [red list is]');
  });
});

describe('a phrase that only looks like the concept', () => {
  const number = concept('number', ['a? number'], { not: ['a number of', 'rank and number', 'number <crunch>'] });
  const lexicon = [number, concept('crunch', ['crunch'])];
  it.each([
    ['each has a number', ['number [a number]', 'number [number]']],
    ['a number of towns', []],
    ['rank and number', []],
    ['a number crunching firm', ['crunch [crunching]']],
    ['a number of people have a number', ['number [a number]', 'number [number]']],
  ])('%s', (text, expected) => {
    expect(found(text, lexicon)).toEqual(expected);
  });

  it('drops no hit that goes on past it', () => {
    const lexicon = [concept('x', ['big list of names'], { not: ['big list'] })];
    expect(found('a big list of names', lexicon)).toEqual(['x [big list of names]']);
  });

  it('drops nothing of another concept', () => {
    expect(found('a number of', [...lexicon, concept('other', ['number'])])).toEqual(['other [number]']);
  });
});

describe('layers', () => {
  it('a concept may name others, and those others again, in any order', () => {
    const lexicon = [
      concept('top', ['<mid> now']),
      concept('mid', ['<low> list', 'roll']),
      concept('low', ['(red|black)']),
    ];
    expect(found('a red list now', lexicon)).toEqual(['low [red]', 'mid [red list]', 'top [red list now]']);
    expect(found('roll now', lexicon)).toEqual(['mid [roll]', 'top [roll now]']);
  });

  it('a dropped hit feeds no other concept', () => {
    const lexicon = [concept('low', ['red'], { not: ['red tape'] }), concept('top', ['the <low>'])];
    expect(found('the red tape', lexicon)).toEqual([]);
    expect(found('the red list', lexicon)).toEqual(['top [the red]', 'low [red]']);
  });

  it.each([
    [[concept('a', ['<b>'])], 'no concept "b"'],
    [[concept('a', ['x'], { not: ['<b>'] })], 'no concept "b"'],
    [[concept('a', ['<a>'])], 'concept "a" names itself in a circle'],
    [[concept('a', ['<b>']), concept('b', ['<c>']), concept('c', ['<a>'])], 'in a circle'],
    [[concept('a', ['x']), concept('b', ['(y'])], 'unbalanced parentheses'],
  ] as [Concept[], string][])('%#: a lexicon that cannot be read', (lexicon, message) => {
    expect(() => compileConcepts(lexicon)).toThrow(FactBaseError);
    expect(() => compileConcepts(lexicon)).toThrow(message);
  });
});

describe('cost', () => {
  const LEXICON = [
    concept('score', ['(a|the)? (social credit|citizen)? (score|rating)', '(rate|rank) ...4 (citizen|people)']),
    concept('lose', ['lose ...4 <score>', '(lose|dock) ... point'], { not: ['lose a bet'] }),
    concept('neg', ['(not|no|never)', 'no longer']),
  ];

  /** How often the walk looks at the words of a text. */
  function looks(text: string, lexicon = LEXICON): number {
    let count = 0;
    const handler: ProxyHandler<Token> = {
      get(target, key) {
        count++;
        return target[key as keyof Token];
      },
    };
    findConcepts(
      tokenize(text).map((token) => new Proxy(token, handler)),
      compileConcepts(lexicon),
    );
    return count;
  }

  it.each([
    'social credit ',
    'rate rate people ',
    'lose a social credit score, ',
    'lose, lose, lose a bet, ',
    'no longer not ',
    'a the a the citizen ',
    '1,400 ',
  ])('twice as much of %j is looked at twice as often', (fragment) => {
    const [once, twice] = [looks(fragment.repeat(200)), looks(fragment.repeat(400))];
    expect(once).toBeGreaterThan(0);
    expect(twice).toBeLessThanOrEqual(2.05 * once);
  });

  it('ten times the concepts the text does not hold are not looked at more often', () => {
    const others = Array.from({ length: 300 }, (_, i) =>
      concept(`other-${i}`, [`word${i} ... score`, `(thing${i}|matter${i})`]),
    );
    const text = 'they lose a social credit score '.repeat(50);
    expect(looks(text, [...LEXICON, ...others])).toBe(looks(text));
  });
});

describe('any words', () => {
  const WORDS = ['red', 'list', 'a', 'not', 'score', ',', ';', '(', '28', 'lose', 'points', '—', '“'];
  const LEXICON = [
    concept('low', ['(red|a) list', 'lose ... point'], { not: ['not a list'] }),
    concept('high', ['<low> ...2 score', 'NUM _', '<low>?  not']),
  ];
  const index = compileConcepts(LEXICON);
  const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((parts) => parts.join(' '));

  it('give hits in order, within the words, no gap across a strong break, none twice', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tokens = tokenize(text);
        const hits = findConcepts(tokens, index);
        const keys = hits.map((h) => [h.start, h.end, h.concept] as const);
        expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
        expect(new Set(keys.map((key) => key.join())).size).toBe(hits.length);
        for (const { start, end, gaps } of hits) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(tokens.length);
          for (let i = start + 1; i < end; i++) expect(tokens[i]!.before).toBeLessThan(BREAK.strong);
          for (let i = 0; i < gaps.length; i += 2) {
            expect(gaps[i]!).toBeGreaterThan(start);
            expect(gaps[i + 1]!).toBeGreaterThan(gaps[i]!);
            expect(gaps[i + 1]!).toBeLessThan(end);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('after a strong break are read as if they stood alone', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const count = tokenize(left).length;
        const whole = findConcepts(tokenize(`${left} ; ${right}`), index);
        const alone = findConcepts(tokenize(right), index).map(({ concept, start, end }) => [
          concept,
          start + count,
          end + count,
        ]);
        expect(whole.filter((h) => h.start >= count).map(({ concept, start, end }) => [concept, start, end])).toEqual(
          alone,
        );
      }),
    );
  });
});
