import { describe, expect, it } from 'vitest';
import { namedConcepts, parsePhrase, type Step } from '../../src/detect/phrase.ts';
import { FactBaseError } from '../../src/errors.ts';

/** A phrase's steps written out again, alternatives in braces, so that a test reads like the phrase. */
function shown(steps: Step[]): string {
  return steps
    .map(({ options, optional }) => {
      const mark = optional ? '?' : '';
      if (Array.isArray(options)) return `{${options.map(shown).join(' | ')}}${mark}`;
      if (options.kind === 'gap') return `gap ${options.max}`;
      if (options.kind === 'number' || options.kind === 'any') return options.kind + mark;
      return `${options.kind} ${options.value}${mark}`;
    })
    .join(', ');
}

describe('what a phrase means', () => {
  it.each([
    ['score', 'stem score'],
    ['Scores', 'stem score'],
    ['=scores', 'exact scores'],
    ['=No-Fly', 'exact no, exact fly'],
    ['social credit', 'stem social, stem credit'],
    ['  social   credit ', 'stem social, stem credit'],
    ['no-fly', 'stem no, stem fly'],
    ["don't", 'stem do, stem not'],
    ['went', 'stem go'],
    ['(a|b c|d)', '{stem a | stem b, stem c | stem d}'],
    ['(a|b)?', '{stem a | stem b}?'],
    ['big? score', '{stem big}?, stem score'],
    ['no-fly? list', '{stem no, stem fly}?, stem list'],
    ['a ... b', 'stem a, gap 3, stem b'],
    ['a ...12 b', 'stem a, gap 12, stem b'],
    ['<score> of NUM', 'concept score, stem of, number'],
    ['a _ b', 'stem a, any, stem b'],
    ['NUM', 'number'],
    ['((a|b) c|d)', '{{stem a | stem b}, stem c | stem d}'],
    ['(a (b)? c|d)', '{stem a, {stem b}?, stem c | stem d}'],
    ['28', 'stem 28'],
  ])('%s', (phrase, expected) => {
    expect(shown(parsePhrase(phrase))).toBe(expected);
  });

  it('names its concepts, those within alternatives too', () => {
    expect(namedConcepts(parsePhrase('<a> (x|<b> (y|<c>)) <a>?'))).toEqual(['a', 'b', 'c', 'a']);
    expect(namedConcepts(parsePhrase('no concept here'))).toEqual([]);
  });
});

describe('what is no phrase', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['... score', 'begins or ends with a gap'],
    ['score ...', 'begins or ends with a gap'],
    ['score ...4', 'begins or ends with a gap'],
    ['a ...0 b', '"...0": a gap is ... or ...1 to ...12'],
    ['a ...13 b', '"...13": a gap is ... or ...1 to ...12'],
    ['a ...x b', '"...x": a gap is'],
    ['a ...1.5 b', '"...1.5": a gap is'],
    ['(a|b', 'unbalanced parentheses'],
    ['<score', '"<score" is no concept'],
    ['<>', '"<>" is no concept'],
    ['a , b', '"," holds no word'],
    ['= b', '"=" holds no word'],
    ['(a|... b)', 'begins or ends with a gap'],
  ])('%j', (phrase, message) => {
    expect(() => parsePhrase(phrase)).toThrow(FactBaseError);
    expect(() => parsePhrase(phrase)).toThrow(message);
  });
});
