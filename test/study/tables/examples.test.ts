/** Examples: which are shown, and in which words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../../src/study/tables/read-counts.ts';
import { claim, frame, record, scratch, type TestRecord, tablesOf } from './corpus.ts';

async function shown(records: TestRecord[], measure: string, contexts: object[] = []) {
  const path = join(scratch(), 'contexts.jsonl');
  writeFileSync(path, contexts.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const tables = await tablesOf(records, contexts.length > 0 ? { contexts: [path] } : {});
  return (await examplesOf(tables)).filter((one) => one.measure === measure);
}

describe('claims', () => {
  const said = (id: string, outlet: string, confidence: number, quote = id) =>
    record(
      id,
      { outlet },
      { claims: [claim('contradicted', ['a-fact'], { quote, confidence, end: 10 + quote.length })] },
    );

  it('are the surest, of each outlet one before another of the same', async () => {
    const records = [
      said('a1', 'A', 0.7),
      said('a2', 'A', 0.9),
      said('b1', 'B', 0.6),
      said('a3', 'A', 0.8),
      said('c1', 'C', 0.9),
    ];
    for (const measure of ['label:contradicted', 'article:contradicted', 'misreport:a-fact'])
      expect((await shown(records, measure)).map(({ articleId }) => articleId)).toEqual(['a2', 'c1', 'b1']);
    const two = [said('a1', 'A', 0.7), said('a2', 'A', 0.9), said('b1', 'B', 0.6), said('a3', 'A', 0.8)];
    expect((await shown(two, 'label:contradicted')).map(({ articleId }) => articleId)).toEqual(['a2', 'b1', 'a3']);
  });

  it('of equal confidence are the earliest of the inputs, and copies are not shown', async () => {
    const records = [
      said('first', 'A', 0.7),
      said('second', 'B', 0.7),
      record(
        'copy',
        { outlet: 'C', copyOf: 'first', publishedAt: '2019-06-01' },
        { claims: [claim('contradicted', [], { confidence: 0.99 })] },
      ),
    ];
    expect((await shown(records, 'label:contradicted')).map(({ articleId }) => articleId)).toEqual(['first', 'second']);
  });

  it('say where they come from, and what stands around them where that is known', async () => {
    const [one] = await shown(
      [
        record(
          'a',
          { url: 'https://a.example/', publishedAt: '2019-05-14T10:00:00Z' },
          { claims: [claim('unverified')] },
        ),
      ],
      'label:unverified',
    );
    expect(one).toEqual({
      measure: 'label:unverified',
      period: '2019',
      articleId: 'a',
      outlet: 'The Courier',
      publishedAt: '2019-05-14T10:00:00Z',
      url: 'https://a.example/',
      before: '',
      quote: 'every city keeps a list',
      after: '',
    });
    const context = {
      articleId: 'a',
      start: 10,
      end: 33,
      before: 'They say ',
      quote: 'every city keeps a list',
      after: '.',
    };
    const other = { ...context, start: 11, before: 'not this' };
    const [told] = await shown([record('a', {}, { claims: [claim('unverified')] })], 'label:unverified', [
      other,
      context,
    ]);
    expect(told).toMatchObject({ before: 'They say ', after: '.' });
  });

  it('are cut where they are long, between characters', async () => {
    const quote = `${'x'.repeat(399)}🦆 and more`;
    const [one] = await shown([said('a', 'A', 0.5, quote)], 'label:contradicted');
    expect(one!.quote).toBe(`${'x'.repeat(399)}…`);
  });
});

describe('frames', () => {
  const held = record(
    'held',
    { outlet: 'A' },
    { claims: [claim('unverified')], frames: [frame('score', 'advanced', 16)] },
  );
  const bare = record('bare', { outlet: 'B' }, { frames: [frame('score', 'rejected', 100)] });

  it('are shown in the words of a claim that holds them, or of a context', async () => {
    const words = { before: 'every ', quote: 'city', after: ' keeps a list' };
    for (const measure of ['frame:score', 'frame:score:advanced', 'stance:score'])
      expect(await shown([held, bare], measure)).toMatchObject([{ articleId: 'held', ...words }]);
    expect(await shown([held, bare], 'frame:score:rejected')).toEqual([]);
    const context = { articleId: 'bare', start: 100, end: 104, before: 'no ', quote: 'rank', after: ' at all' };
    expect(await shown([held, bare], 'frame:score:rejected', [context])).toMatchObject([
      { articleId: 'bare', quote: 'rank' },
    ]);
    expect(await shown([held, bare], 'frame:score', [context])).toMatchObject([
      { articleId: 'held' },
      { articleId: 'bare' },
    ]);
  });

  it('of the earliest articles come first', async () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => ({ ...held, article: { ...held.article, id, outlet: id } }));
    expect((await shown(many, 'frame:score')).map(({ articleId }) => articleId)).toEqual(['a', 'b', 'c']);
  });
});
