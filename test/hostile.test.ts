/** Text nobody writes: every stage must come through it, in order and within the text. A hang fails by time-out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkArticle, findCandidates } from '../src/check.ts';
import type { FactBase } from '../src/facts/compile.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { articleFromText } from '../src/library.ts';

let base: FactBase;
beforeAll(async () => {
  base = await loadFactBase();
});

/** Makes the gate let the rest through, and gives every stage something to find. */
const HEAD = 'Under social credit, every citizen in China has a score. ';
/** How much of a filler stands before a claim or within one; the whole stands after one. */
const LESS = 10_000;
const words = (n: number): string => Array.from({ length: n }, (_, i) => `word${i % 97}`).join(' ');

const TEXTS: Record<string, string> = {
  'Mr. Mr. Mr.': 'Mr. '.repeat(10_000),
  dots: '.'.repeat(50_000),
  'dots and spaces': '. '.repeat(25_000),
  dashes: '-'.repeat(50_000),
  'long dashes': ' — '.repeat(20_000),
  digits: '1234567890'.repeat(5_000),
  numbers: '1,400 '.repeat(10_000),
  years: 'in 2020 '.repeat(10_000),
  commas: ', '.repeat(25_000),
  apostrophes: "'".repeat(50_000),
  'quotation marks': '“"” '.repeat(10_000),
  brackets: '(['.repeat(20_000),
  'question marks': 'Is it so? '.repeat(5_000),
  'dotted capitals': 'U.S.'.repeat(10_000),
  'one word of a letter': 'a'.repeat(100_000),
  'one word of capitals and dots': 'A.'.repeat(30_000),
  'white space': ' '.repeat(50_000),
  'line ends': '\r\n'.repeat(20_000),
  'no full stop': words(10_000),
  'no full stop, on topic': 'social credit '.repeat(10_000),
  'the topic in one word': 'socialcredit'.repeat(5_000),
  'nested rejection': 'it is a myth that '.repeat(5_000),
  'nested frames': 'critics say that '.repeat(5_000),
  'nested denial': 'nobody denies that China denies that '.repeat(2_500),
  negations: 'not no never nobody '.repeat(4_000),
  replies: 'No. Yes. Not so. '.repeat(4_000),
  labels: 'MYTH: FACT: Q: A: '.repeat(4_000),
  'claims and replies': 'Everyone has a score. Not so. '.repeat(2_000),
  coordination: 'and it has a score '.repeat(4_000),
  emoji: '😀👩‍👩‍👧🇨🇳 '.repeat(4_000),
  'lone surrogates': '\ud83d \ude00 '.repeat(8_000),
  Chinese: '中国的社会信用体系没有全国统一的评分。'.repeat(2_000),
  'right to left': 'النظام '.repeat(8_000),
  'combining marks': 'e\u0301\u0300'.repeat(10_000),
  'zero bytes': '\0'.repeat(20_000),
  'list items': '- a score\n'.repeat(5_000),
  headings: '# A score for all\n\n'.repeat(3_000),
};

describe.each(Object.entries(TEXTS))('%s', (_, filler) => {
  it.each([
    ['after a claim', HEAD + filler],
    ['before one', `${filler.slice(0, LESS)} ${HEAD}`],
    ['within one sentence', `Under social credit ${filler.slice(0, LESS)} every citizen in China has a score`],
  ])('%s', (__, text) => {
    const { claims, sentences } = checkArticle(articleFromText(text), base);
    let at = 0;
    for (const { start, end } of sentences) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBeLessThanOrEqual(text.length);
    for (const claim of claims) {
      const sentence = sentences[claim.sentence]!;
      const sound =
        claim.start >= sentence.start &&
        claim.end <= sentence.end &&
        claim.end > claim.start &&
        claim.text === text.slice(claim.start, claim.end);
      expect(sound, `${claim.start}–${claim.end}`).toBe(true);
    }
  });
});

it('a claim before and after a great deal of filler is still found', () => {
  for (const filler of ['Mr. '.repeat(10_000), '. '.repeat(20_000), '- '.repeat(20_000)]) {
    const { claims } = checkArticle(articleFromText(`${HEAD}\n\n${filler}\n\n${HEAD}`), base);
    const found = claims.filter((c) => c.label === 'contradicted').map((c) => c.sentence);
    expect(found.length).toBeGreaterThanOrEqual(2);
  }
});

it('twice the text gives twice the candidates', () => {
  const count = (n: number) => findCandidates(articleFromText(HEAD.repeat(n)), base).candidates.length;
  expect(count(400)).toBe(2 * count(200));
});
