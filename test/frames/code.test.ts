/** The codes of whole texts: frames, stances and the words that show them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAMES } from '../../src/model.ts';
import { codesOf, shown } from './base.ts';

/** Rules of the codebook, with the codes they ask for; other codes may stand beside them. */
const RULES: [rule: string, text: string, has: string[], hasNot: string[]][] = [
  [
    'a bare word in passing is none',
    'The minister was asked about the controversial social credit system of China and the price of rice.',
    [],
    ['dystopia', 'score', 'surveillance', 'repression'],
  ],
  [
    'a penalty tied to a score is both',
    "In China a social credit score under 400 means that you can't board a train.",
    ['score', 'punishment'],
    [],
  ],
  [
    "a debtors' blacklist with its penalties",
    'Under social credit, Chinese courts put debtors who will not pay on a blacklist and keep them off flights.',
    ['punishment', 'finance'],
    [],
  ],
  [
    'facial recognition that watches',
    "China's social credit watches every citizen with cameras and facial recognition.",
    ['surveillance', 'technology'],
    [],
  ],
  [
    'a myth with the frame rejected',
    'It is a myth that China gives every citizen a social credit score.',
    ['score-', 'mythbusting'],
    [],
  ],
  [
    'a plain denial',
    'The spokesman said that there is no social credit score for citizens in China.',
    ['score-'],
    ['mythbusting'],
  ],
  [
    'power over people',
    'The Communist Party uses social credit to silence dissidents and keep the Chinese obedient.',
    ['repression'],
    [],
  ],
  [
    'the government regulates firms',
    'Chinese regulators use social credit to check food safety and the licences of companies.',
    ['regulation'],
    ['repression'],
  ],
  ['the stated purpose', 'The aim of social credit in China is to build trust and fight fraud.', ['trust'], []],
  ['a framing epithet', "China's Orwellian social credit system has a new logo.", ['dystopia'], []],
  [
    'cities differ',
    'Social credit in China is a patchwork of local pilots, and rules differ from city to city.',
    ['fragmentation'],
    [],
  ],
  [
    'that picture denied',
    'There is nothing piecemeal about social credit in China; it is one unified system.',
    ['fragmentation-'],
    [],
  ],
  ['asked and answered', 'Does social credit give every Chinese citizen a score? It does not.', ['score-'], []],
  [
    'refusing a loan',
    'In China a low social credit score means that you are refused a loan.',
    ['punishment', 'score'],
    ['finance'],
  ],
  [
    'like lists elsewhere',
    "China's social credit blacklists are much like our own credit bureaus and no-fly lists.",
    ['comparison'],
    [],
  ],
  ['a threat elsewhere', "China's social credit system is coming to Europe.", ['spread'], []],
  ['welcomed', 'In a survey four in five Chinese residents approve of social credit.', ['support'], []],
];

describe('the rules of the codebook', () => {
  it.each(RULES)('%s', (_, text, has, hasNot) => {
    const codes = shown(text);
    expect(codes).toEqual(expect.arrayContaining(has));
    for (const frame of hasNot) expect(codes.map((code) => code.replace('-', ''))).not.toContain(frame);
  });
});

describe('an article', () => {
  it('that is not about the system has none', () => {
    expect(shown('An Orwellian algorithm scores borrowers in Ohio and bars them from flights.')).toEqual([]);
    expect(shown('')).toEqual([]);
  });

  it('ends on the stance of the last passage that has the frame', () => {
    const claim =
      'Under social credit every Chinese citizen has a score, and the score decides who may travel in China.';
    const denial = 'No citizen of China has a social credit score, and nobody in China is ranked by a number.';
    const filler = 'The social credit paper was published in Beijing on a Tuesday, in twenty-three sections. '.repeat(
      6,
    );
    const codes = (text: string) => shown(text).filter((code) => code.startsWith('score'));
    expect(codes(`${claim}\n\n${filler}\n\n${denial}`)).toEqual(['score-']);
    expect(codes(`${denial}\n\n${filler}\n\n${claim}`)).toEqual(['score']);
  });

  it('is shown by exact words', () => {
    const text = "😀 据说 — China's “social credit” is an Orwellian nightmare, and it ranks all citizens.";
    const words = codesOf(text).flatMap(({ frame, spans }) =>
      spans.map(({ start, end }) => [frame, text.slice(start, end)] as const),
    );
    expect(words).toContainEqual(['dystopia', 'Orwellian']);
    expect(words.some(([frame, quote]) => frame === 'score' && quote.includes('ranks all citizens'))).toBe(true);
  });
});

const sentence = fc.constantFrom(
  'China gives every citizen a social credit score.',
  'Social credit is an Orwellian nightmare.',
  'It is a myth.',
  'Nobody in China is banned from trains by social credit.',
  'Is social credit a patchwork of pilots?',
  'No. 23 of the paper is about lunch.',
  '社会信用体系 🙂 “score”.',
  'MYTH: everyone is watched. FACT: they are not.',
);

describe('any text', () => {
  it('has each frame once, in order, with spans that are sorted, exact and not within each other', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, fc.constant('\n\n'), fc.string()), { maxLength: 24 }), (parts) => {
        const text = parts.join(' ');
        const codes = codesOf(text);
        expect(codes.map(({ frame }) => FRAMES.indexOf(frame))).toEqual(
          [...new Set(codes.map(({ frame }) => FRAMES.indexOf(frame)))].sort((a, b) => a - b),
        );
        for (const { spans } of codes) {
          expect(spans.length).toBeGreaterThan(0);
          spans.forEach(({ start, end }, i) => {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            if (i > 0) expect(end).toBeGreaterThan(spans[i - 1]!.end);
          });
        }
        expect(codesOf(text)).toEqual(codes);
      }),
      { numRuns: 60 },
    );
  });
});
