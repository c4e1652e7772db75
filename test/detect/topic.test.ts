import { describe, expect, it } from 'vitest';
import { compileConcepts } from '../../src/detect/concepts.ts';
import { PASSAGE_BYTES } from '../../src/detect/gate-terms.ts';
import { namedIn, onTopic } from '../../src/detect/topic.ts';
import { viewSentences } from '../../src/detect/view.ts';
import { loadFactBase } from '../../src/facts/load.ts';
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

describe('a short passage that names nothing', async () => {
  const { concepts } = await loadFactBase();
  const heard = (text: string) => {
    const article = claimArticle(text);
    const views = viewSentences(article, concepts);
    return { named: namedIn(views, article).includes(true), on: onTopic(views, article) };
  };
  const DEBTORS =
    'Who can settle a court judgment and refuses goes on the blacklist, and once there may not fly. The joint punishment is shared by many agencies.';

  it('is about the system where enough of what it is made of is heard', () => {
    expect(heard(DEBTORS)).toEqual({ named: false, on: [true, true] });
  });

  it('is not where what is heard belongs to other things', () => {
    for (const text of [
      'The bank turned me down because my FICO score had dropped by forty points.',
      'My loyalty card gives me points, and points make prizes.',
      'The nightclub keeps a blacklist of rowdy guests.',
      'The committee will meet again on Friday.',
    ])
      expect(heard(text), text).toEqual({ named: false, on: [false] });
  });

  it('is not when it is longer than a passage', () => {
    const long = `${DEBTORS} ${PLAIN.repeat(Math.ceil(PASSAGE_BYTES / PLAIN.length))}`;
    expect(heard(long).on).not.toContain(true);
  });
});
