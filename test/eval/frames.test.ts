/** Scores of frame codes: by hand, and against what stands in the coded sets. */
import { describe, expect, it } from 'vitest';
import { parseCoded } from '../../src/eval/coded.ts';
import { binaryAlpha, scoreFrames } from '../../src/eval/frames.ts';
import type { FRAMES, Stance } from '../../src/model.ts';

const set = (lines: [id: string, ...codes: string[]][]) =>
  lines.map(([id, ...codes]) => ({
    id,
    date: null,
    text: id,
    frames: codes.map((code) => ({
      frame: code.replace('-', '') as (typeof FRAMES)[number],
      stance: (code.endsWith('-') ? 'rejected' : 'advanced') as Stance,
    })),
  }));

describe('scores', () => {
  const gold = set([['a', 'score'], ['b', 'score-'], ['c', 'score', 'trust'], ['d', 'score'], ['e', 'score'], ['f']]);
  const said = new Map(
    set([['a', 'score'], ['b', 'score'], ['c', 'score', 'trust-'], ['d', 'score'], ['e'], ['f', 'score']]).map((p) => [
      p.id,
      p.frames,
    ]),
  );
  const scores = scoreFrames(gold, ({ id }) => said.get(id)!);
  const score = scores.frames.find(({ frame }) => frame === 'score')!;

  it('count what both found, and with which stance', () => {
    expect(score).toMatchObject({ gold: 5, said: 5, both: 4, neither: 0, sameStance: 3, stance: 0.75 });
    expect(score.f1).toBeCloseTo(0.8, 12);
    // Twelve values, ten of them ones; two of six pairs differ: 1 - (2 / 6) / (2 * 10 * 2 / (12 * 11)).
    expect(score.alpha).toBeCloseTo(1 - 2 / 6 / (40 / 132), 12);
    expect(score.stances.rejected).toEqual({ advanced: 1, rejected: 0 });
  });

  it('are means over frames of five passages and more', () => {
    expect(scores.macroF1).toBeCloseTo(0.8, 12);
    expect(scores.stance).toBeCloseTo(3 / 5, 12);
  });

  it('are null where there is nothing to score', () => {
    const none = scoreFrames(set([['a']]), () => []);
    expect(none).toMatchObject({ passages: 1, macroF1: null, meanAlpha: null, stance: null });
    expect(none.frames[0]).toMatchObject({ f1: null, alpha: null, stance: null });
    expect(binaryAlpha(3, 0, 3)).toBeNull();
  });
});

describe('a coded set', () => {
  const line = '{"id": "a", "text": "t", "frames": [{"frame": "score", "stance": "advanced"}]}';

  it('is read with its texts', () => {
    expect(parseCoded(`${line}\n\n`, 'x.jsonl')).toHaveLength(1);
    expect(parseCoded('{"id": "a", "frames": []}', 'x.jsonl', new Map([['a', 'words']]))[0]!.text).toBe('words');
  });

  it.each([
    ['{', 'not JSON'],
    ['{"id": "a", "frames": []}', 'no text for passage "a"'],
    [`${line}\n${line}`, 'stands twice'],
    [line.replace('score', 'scores'), 'not a coded passage: frames.0.frame'],
    [line.replace(']', ', {"frame": "score", "stance": "rejected"}]'), 'has a frame twice'],
  ])('is refused: %s', (content, message) => {
    expect(() => parseCoded(content, 'x.jsonl')).toThrow(message);
  });
});
