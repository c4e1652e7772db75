import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuoted } from '../../src/detect/quoted.ts';
import type { Article, Block, Span } from '../../src/model.ts';

const article = (text: string, blocks: Block[] = []): Article => ({
  id: 'a',
  url: null,
  title: null,
  outlet: null,
  publishedAt: null,
  language: null,
  sha256: '',
  text,
  blocks,
  origin: null,
});

/** The text without its brackets, and the span that they mark. */
function marked(text: string): { article: Article; span: Span } {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { article: article(text.replace('[', '').replace(']', '')), span: { start, end } };
}
const quoted = (text: string): boolean => {
  const { article, span } = marked(text);
  return isQuoted(article, span);
};

describe('isQuoted', () => {
  test.each([
    ['curly marks', 'The paper wrote: “[Every resident carries a number].” Nobody laughed.'],
    ['straight marks', 'The paper wrote: "[Every resident carries a number]." Nobody laughed.'],
    ['the marks themselves in the span', 'The paper wrote: ["Every resident carries a number."] Nobody laughed.'],
    ['single curly marks', 'The paper wrote: ‘[Every resident carries a number].’ Nobody laughed.'],
    ['single straight marks', "The paper wrote: '[Every resident carries a number].' Nobody laughed."],
    ['guillemets with spaces', 'Le journal : « [Every resident carries a number]. » Fin.'],
    ['guillemets that point inwards', 'Die Zeitung: »[Every resident carries a number].« Ende.'],
    ['single guillemets', 'Die Zeitung: ‹[Every resident carries a number].› Ende.'],
    ['German marks', 'Die Zeitung: „[Every resident carries a number].“ Ende.'],
    ['German single marks', 'Die Zeitung: ‚[Every resident carries a number].‘ Ende.'],
    ['Polish marks', 'Gazeta: „[Every resident carries a number].” Koniec.'],
    ['Swedish marks', 'Tidningen: ”[Every resident carries a number].” Slut.'],
    ['corner brackets', '报纸说：「[每个居民都有一个号码]。」完。'],
    ['white corner brackets', '报纸说：『[每个居民都有一个号码]。』完。'],
    ['straight marks between Chinese characters', '报纸说"[每个居民都有一个号码]"完。'],
    ['marks of TeX', "The paper wrote: ``[Every resident carries a number].'' Nobody laughed."],
    ['a curly mark closed by a straight one', 'The paper wrote: “[Every resident carries a number]." Nobody laughed.'],
    ['a straight mark closed by a curly one', 'The paper wrote: "[Every resident carries a number].” Nobody laughed.'],
    ['the second of three sentences', '“It rained. [Every resident carries a number]. We left,” she said.'],
    ['an inner quotation', '“He told us ‘[every resident carries a number]’ and left,” she said.'],
    ['around an inner quotation', '“[Every resident carries a ‘number’ for life],” she said.'],
    ['an apostrophe before it', "It's what the firm's owner said: '[every resident carries a number],' no less."],
    ['an apostrophe in it', "'[It's the town's rule that residents can't refuse],' he said."],
    ["a plural's apostrophe in it", "'The workers' complaint is that [every resident carries a number],' he said."],
    [
      "a curly plural's apostrophe in it",
      '‘The workers’ complaint is that [every resident carries a number],’ he said.',
    ],
    ['a year without its century in it', "'Since the '90s [every resident carries a number],' he said."],
    ['inches before it', 'On a 40" screen it said "[every resident carries a number]" all day.'],
    ['inches in it', '"On a 40" screen [every resident carries a number]," he said.'],
    ['a number at its end', '"[The highest number that a resident can carry is 950]" was the line.'],
    ['speech broken off', '"[Every resident carries a number and—]" The line went dead.'],
    ['a predicate', 'The town “[gives every resident a number for life]”, he said.'],
    ['a subject outside', '[The town “gives every resident a number for life]”, he said.'],
    ['two words and nothing else', '“[It exists],” he said.'],
    ['an interrupted quotation', '[“Every resident carries a number,” he said, “and nobody can refuse it.”]'],
    ['who said it, at length', '[“Every resident carries a number for life,” the first of the clerks wrote].'],
    ['lines that each open', '“It rained all day.\n“[Every resident carries a number].”'],
    ['paragraphs that each open', '“It rained.\n\n“[Every resident carries a number].\n\n“We left,” she said.'],
    ['the first of such paragraphs', 'She said: “[Every resident carries a number].\n\n“We left.”'],
    ['the last of such paragraphs', '"It rained.\n\n"[Every resident carries a number]," she said.'],
    ['a line of a quoted mail', '> [Every resident carries a number].\n\nNot so.'],
  ])('says yes: %s', (_, text) => {
    expect(quoted(text)).toBe(true);
  });

  test.each([
    ['no marks', '[Every resident carries a number].'],
    ['before the quotation', '[Every resident carries a number]. “We left,” she said.'],
    ['behind the quotation', '“We left,” she said. [Every resident carries a number].'],
    ['between two quotations', '“We left.” [Every resident carries a number]. “It rained.”'],
    ['between two straight quotations', '"We left." [Every resident carries a number]. "It rained."'],
    ['scare quotes around one word', '[Every resident carries a “number”].'],
    ['scare quotes around two words', '[Every resident carries a “trust number” for life].'],
    ['scare quotes around most of a short claim', '[“Trust numbers” exist].'],
    ['a quoted phrase', '[Every resident in the whole of the town carries “a number that lasts for life”].'],
    ['a term at its beginning', '[“A number for life” is what the town gives].'],
    ['apostrophes', "[Residents' numbers are the town's, and it's no secret that they aren't few]."],
    ['curly apostrophes', '[Residents’ numbers are the town’s, and it’s no secret that they aren’t few].'],
    ['words that begin with one', "'Twas said in the '90s that [every resident carries a number], 'til it wasn't."],
    [
      'curly words that begin with one',
      '’Twas said in the ’90s that [every resident carries a number], ’til it wasn’t.',
    ],
    [
      'a year with the mark that programs put',
      'In the ‘90s [every resident carried a number], in the ‘80s nobody did.',
    ],
    ['rock and roll', "Rock 'n' roll fans say [every resident carries a number], the singer's too."],
    ['scare quotes before a plural', "The 'numbers' are odd: [every resident carries one], the workers' union says."],
    ['inches', 'A 6" pipe and [every resident carries a number] and a 7" pipe.'],
    ['feet and inches', 'At 5\'10" he is small, but [every resident carries a number], at 6\'2" too.'],
    ['a mark that nothing closes', 'He said “it rained. [Every resident carries a number].'],
    ['a straight mark that nothing closes', 'He said "it rained. [Every resident carries a number].'],
    ['such a mark, and a heading below', 'He said “it rained. [Every resident carries a number].\n\n# “Rain”\n\nMore.'],
    ['a mark that nothing opens', 'It rained,” he said. [Every resident carries a number].'],
    ['a stray mark before a pair', 'He said “it rained. [Every resident carries a number]. “Really,” I said.'],
    ['a title', '[Every resident carries a number], 《号码》 says.'],
  ])('says no: %s', (_, text) => {
    expect(quoted(text)).toBe(false);
  });

  test('says yes to all of a block quotation, and to nothing beside it', () => {
    const text = 'A line.\n\nEvery resident carries a number.\n\nAnother.';
    const blocks: Block[] = [
      { start: 0, end: 7, kind: 'paragraph' },
      { start: 9, end: 41, kind: 'quote' },
      { start: 43, end: 51, kind: 'paragraph' },
    ];
    const mixed = article(text, blocks);
    expect(blocks.map((block) => isQuoted(mixed, block))).toEqual([false, true, false]);
    expect(isQuoted(mixed, { start: 20, end: 30 })).toBe(true);
  });

  test('does not carry a quotation into a list or a heading', () => {
    const text = '“It rained.\n\n“Every resident carries a number.';
    const kinds = (kind: Block['kind']): Article =>
      article(text, [
        { start: 0, end: 11, kind: 'paragraph' },
        { start: 13, end: text.length, kind },
      ]);
    expect(isQuoted(kinds('paragraph'), { start: 1, end: 11 })).toBe(true);
    expect(isQuoted(kinds('item'), { start: 1, end: 11 })).toBe(false);
    expect(isQuoted(kinds('heading'), { start: 1, end: 11 })).toBe(false);
  });

  test('takes any span, words or none', () => {
    const some = article('“… ” and');
    for (let start = 0; start <= 8; start++) {
      for (let end = start; end <= 9; end++) expect(typeof isQuoted(some, { start, end })).toBe('boolean');
    }
    expect(isQuoted(article(''), { start: 0, end: 0 })).toBe(false);
  });

  const plain = fc.constantFrom(
    "The town's office opens late.",
    'Every resident carries a number.',
    'In 2019 there were 40 offices.',
    "The clerks' union agrees.",
    'They call it a ‘number’ here.',
    "They can't say why.",
  );
  const pair = fc.constantFrom<readonly [string, string]>(
    ['“', '”'],
    ['"', '"'],
    ['«\u00a0', '\u00a0»'],
    ['„', '“'],
    ['「', '」'],
  );
  const speech = fc
    .tuple(
      pair,
      fc.array(fc.constantFrom('It rained.', "It's late.", 'Nobody knows why.'), { minLength: 1, maxLength: 3 }),
    )
    .map(([[open, close], said]) => `${open}${said.join(' ')}${close}`);

  test('is not changed by quoted sentences elsewhere in the block', () => {
    const around = fc.array(fc.oneof(plain, speech), { maxLength: 4 }).map((parts) => parts.join(' '));
    const claim = 'No shop asks residents for their number.';
    fc.assert(
      fc.property(around, around, fc.option(pair, { nil: undefined }), (before, after, marks) => {
        const [open, close] = marks ?? ['', ''];
        const head = `${before} ${open}`;
        const text = `${head}${claim}${close} ${after}`;
        const span = { start: head.length, end: head.length + claim.length };
        expect(isQuoted(article(text), span)).toBe(marks !== undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the same quotations however they are nested', () => {
    fc.assert(
      fc.property(plain, speech, plain, (first, inner, last) => {
        const text = `“${first} ${inner.replace(/[“”]/g, '')} ${last}” End of it.`;
        expect(isQuoted(article(text), { start: 1, end: 1 + first.length })).toBe(true);
        expect(isQuoted(article(text), { start: text.length - 10, end: text.length })).toBe(false);
      }),
    );
  });

  test.each([
    ['openers', '“a '],
    ['openers of two kinds', '“‘a '],
    ['closers', 'a” '],
    ['straight marks', '"'],
    ['single marks', "' "],
    ['weak closers', "'as b' "],
    ['pairs', '"a b c" '],
    ['elisions', "'90s "],
  ])('stays linear on a megabyte of %s', (_, piece) => {
    const text = piece.repeat(Math.floor(1_000_000 / piece.length));
    const hostile = article(text, [{ start: 0, end: text.length, kind: 'paragraph' }]);
    for (let at = 0; at < text.length; at += 1000) isQuoted(hostile, { start: at, end: at + 100 });
  });
});
