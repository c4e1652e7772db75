import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, tokenize } from '../../src/detect/tokens.ts';

const norms = (text: string): string[] => tokenize(text).map((t) => t.norm);
const slices = (text: string): string[] => tokenize(text).map((t) => text.slice(t.start, t.end));
/** Each word with the name of the break before it, where there is one. */
const breaks = (text: string): string[] =>
  tokenize(text).map((t) => {
    const name = Object.entries(BREAK).find(([, strength]) => strength === t.before)![0];
    return name === 'none' ? t.norm : `${name} ${t.norm}`;
  });

describe('words', () => {
  it('are cut with exact spans, in lower case and stemmed', () => {
    const text = '  Beijing rated its Citizens.';
    expect(tokenize(text).map(({ start, end, norm, stem }) => [start, end, norm, stem])).toEqual([
      [2, 9, 'beijing', 'beij'],
      [10, 15, 'rated', 'rate'],
      [16, 19, 'its', 'its'],
      [20, 28, 'citizens', 'citizen'],
    ]);
  });

  it('know whether they begin with a capital', () => {
    expect(tokenize('China SAYS it. 28 iPhones').map((t) => t.capital)).toEqual([true, true, false, false, false]);
  });

  it('stay within the stretch asked for, and keep offsets into the whole text', () => {
    const text = 'One two. Three four five.';
    expect(tokenize(text, 9, 19).map((t) => text.slice(t.start, t.end))).toEqual(['Three', 'four']);
  });

  it.each([
    ['', []],
    ['…', []],
    ['— - -- ?!', []],
    ['\r\n\t ', []],
  ])('there are none in %j', (text, expected) => {
    expect(norms(text)).toEqual(expected);
  });
});

describe('contractions', () => {
  it.each([
    ["isn't", ['is', 'not']],
    ["can't", ['can', 'not']],
    ['cannot', ['can', 'not']],
    ["won't", ['will', 'not']],
    ["shan't", ['shall', 'not']],
    ["ain't", ['is', 'not']],
    ['dont', ['do', 'not']],
    ["they're", ['they', 'are']],
    ["it'll", ['it', 'will']],
    ["we've", ['we', 'have']],
    ["I'm", ['i', 'am']],
    ["they'd", ['they', 'would']],
    ["China's", ['china', "'s"]],
    ["O'Brien", ["o'brien"]],
  ])('%s', (text, expected) => {
    expect(norms(text)).toEqual(expected);
    expect(norms(text.replace("'", '’'))).toEqual(expected);
    expect(norms(text.toUpperCase())).toEqual(expected);
  });

  it.each(["isn't", 'isn’t', "can't", 'cannot', 'won’t', 'China’s'])(
    'the two words of %s share its letters between them',
    (text) => {
      const [first, second] = tokenize(text);
      expect([first!.start, first!.end, second!.end]).toEqual([0, second!.start, text.length]);
      expect(second!.end).toBeGreaterThan(second!.start);
    },
  );

  it('a plural possessive is a plain word', () => {
    expect(norms("the citizens' scores")).toEqual(['the', 'citizens', 'scores']);
  });
});

describe('numbers, hyphens and abbreviations', () => {
  it.each([
    ['1.4 billion', ['1.4', 'billion']],
    ['1,400 firms.', ['1,400', 'firms']],
    ['1.4bn', ['1.4bn']],
    ['the 2010s', ['the', '2010s']],
    ['3rd', ['3rd']],
    ['2018-2019', ['2018', '2019']],
    ['28, 44', ['28', '44']],
    ['no-fly list', ['no', 'fly', 'list']],
    ['and/or', ['and', 'or']],
    ['the U.S. senate', ['the', 'us', 'senate']],
    ['at 9 a.m. sharp', ['at', '9', 'am', 'sharp']],
    ['the P.R.C.', ['the', 'prc']],
    ['Mr. Li', ['mr', 'li']],
    ['covid19', ['covid19']],
  ])('%s', (text, expected) => {
    expect(norms(text)).toEqual(expected);
  });

  it('dotted capitals keep their dots in the span', () => {
    expect(slices('the U.S. senate')).toEqual(['the', 'U.S.', 'senate']);
  });
});

describe('other scripts', () => {
  it('Chinese runs are words, parted by Chinese commas and full stops', () => {
    expect(slices('社会信用、体系。China 说')).toEqual(['社会信用', '体系', 'China', '说']);
    expect(breaks('社会、信用。体系')).toEqual(['strong 社会', 'comma 信用', 'strong 体系']);
  });

  it('accented letters stay within their word', () => {
    expect(norms('Café Zürich naïve Čapek')).toEqual(['café', 'zürich', 'naïve', 'čapek']);
  });

  it('an emoji that stands alone is cut whole', () => {
    expect(slices('a 😀 b 👩‍👩‍👧 c').filter((w) => /[a-c]/.test(w))).toEqual(['a', 'b', 'c']);
    for (const word of slices('a 😀 b 🇨🇳 c')) expect(word).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});

describe('breaks', () => {
  it('the first word stands after a strong one', () => {
    expect(breaks('well now')).toEqual(['strong well', 'now']);
  });

  it.each([
    ['a, b', 'comma b'],
    ['a (b', 'bracket b'],
    ['a] b', 'bracket b'],
    ['a “b', 'quote b'],
    ["a 'b", 'quote b'],
    ['a: b', 'strong b'],
    ['a; b', 'strong b'],
    ['a. b', 'strong b'],
    ['a — b', 'strong b'],
    ['a—b', 'strong b'],
    ['a – b', 'strong b'],
    ['a - b', 'strong b'],
    ['a–b', 'b'],
    ['a-b', 'b'],
    ['a / b', 'strong b'],
    ['a/b', 'b'],
    ['a… b', 'strong b'],
    ['a? b', 'strong b'],
    ['a," b', 'comma b'],
    ['a), b', 'bracket b'],
  ])('%s', (text, expected) => {
    expect(breaks(text)[1]).toBe(expected);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "can't",
      'cannot',
      'U.S.',
      'a.m.',
      '1,400.5',
      '2018–2019',
      'no-fly',
      '“',
      '”',
      "'",
      '’',
      '"',
      '…',
      '--',
      '\r\n',
      '。',
      '，',
      '信用',
      '😀',
      '👩‍👩‍👧',
      '\u00a0',
      "China's",
      'Mr.',
      '999999999999',
    ),
    fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

  it('gives spans in order, none empty, none overlapping, every one within the stretch', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(200), (text, a, b) => {
        const start = Math.min(a, text.length);
        const end = Math.max(start, Math.min(b, text.length));
        let at = start;
        for (const token of tokenize(text, start, end)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBeLessThanOrEqual(end);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no ASCII letter or digit out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Set(
          tokenize(text).flatMap((t) => Array.from({ length: t.end - t.start }, (_, i) => t.start + i)),
        );
        for (let i = 0; i < text.length; i++) {
          if (/[a-z0-9]/i.test(text[i]!)) expect(covered.has(i), `${i} of ${JSON.stringify(text)}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives a word the same form wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('score', "isn't", 'U.S.', '1,400', 'no-fly', 'Ürümqi'), { maxLength: 12 }),
        (words) => {
          expect(norms(words.join(' '))).toEqual(words.flatMap(norms));
        },
      ),
    );
  });
});
