import { describe, expect, it } from 'vitest';
import { compileConcepts } from '../../src/detect/concepts.ts';
import { onTopic } from '../../src/detect/topic.ts';
import { viewSentences } from '../../src/detect/view.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { concept } from './small.ts';

const index = compileConcepts([
  concept('social-credit', ['social credit']),
  concept('china-named', ['(china|chinese)']),
  concept('citizens', ['(everyone|people)']),
  concept('score', ['score']),
  concept('blacklist', ['blacklist']),
  concept('off-topic', ['social credit party']),
]);
/** One mark a sentence: `x` where the text is taken to be about the system. */
function topical(text: string, title: string | null = null): string {
  const article = { ...claimArticle(text), title };
  return onTopic(viewSentences(article, index), article)
    .map((on) => (on ? 'x' : '.'))
    .join('');
}
const PLAIN = 'The town is old. ';

describe('a mention', () => {
  it('reaches five sentences before and after', () => {
    expect(topical(`${PLAIN.repeat(7)}Social credit is new. ${PLAIN.repeat(7)}`)).toBe(`..${'x'.repeat(11)}..`);
  });

  it('stays within the text', () => {
    expect(topical('Social credit is new. It is old.')).toBe('xx');
    expect(topical('')).toBe('');
  });

  it('of a score counts only beside people and China', () => {
    expect(topical('Everyone has a score.')).toBe('.');
    expect(topical('In China everyone has a score.')).toBe('x');
    expect(topical('China is large. Everyone has a score. It is old.')).toBe('xxx');
    expect(topical('In China a score was made.')).toBe('.');
    expect(topical(`China is large. ${PLAIN}Everyone has a score.`)).toBe('...');
  });

  it('of a blacklist counts where China is spoken of anywhere, the title included', () => {
    expect(topical('There is a blacklist.')).toBe('.');
    expect(topical(`There is a blacklist. ${PLAIN.repeat(8)}China is large.`)).toBe(`xxxxxx....`);
    expect(topical('There is a blacklist.', 'What China does')).toBe('x');
    expect(topical('There is a blacklist.', 'What the town does')).toBe('.');
  });

  it('of China alone does not count', () => {
    expect(topical('China is large. It is old.')).toBe('..');
  });

  it('of the party of that name is none, unless China is in the sentence', () => {
    expect(topical('The Social Credit Party won.')).toBe('.');
    expect(topical('The Social Credit Party is no model for China.')).toBe('x');
  });

  it('of the party does not undo one nearby', () => {
    expect(topical('The Social Credit Party won. Social credit is new.')).toBe('xx');
  });
});
