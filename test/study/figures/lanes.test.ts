import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes, type Labelled } from '../../../src/study/figures/lanes.ts';

const WIDTH = 600;
const labels = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: WIDTH }), width: fc.integer({ min: 5, max: 240 }) }), {
    maxLength: 30,
  })
  .map((list) => list.sort((a, b) => a.x - b.x));

/** Boxes of the labels that have a place. */
function boxes(list: Labelled[], lanes: number) {
  return inLanes(list, WIDTH, lanes).flatMap((placed, index) => {
    if (!placed) return [];
    const { width, x } = list[index]!;
    const left = placed.before ? placed.x - width : placed.x;
    return [{ lane: placed.lane, left, right: left + width, at: x }];
  });
}

describe('labels in lanes', () => {
  it('never touch each other or the line of another, and stay within', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 8 }), (list, lanes) => {
        const placed = boxes(list, lanes);
        for (const [index, one] of placed.entries()) {
          expect(one.lane).toBeLessThan(lanes);
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(WIDTH);
          for (const [other, two] of placed.entries()) {
            if (index === other) continue;
            if (one.lane === two.lane) expect(one.right <= two.left || two.right <= one.left).toBe(true);
            if (two.lane > one.lane) expect(two.at <= one.left || two.at >= one.right).toBe(true);
          }
        }
      }),
    );
  });

  it('find a place for all where there are lanes enough and points apart', () => {
    const list = [50, 110, 200, 290, 420, 580].map((x) => ({ x, width: 150 }));
    expect(inLanes(list, WIDTH, 6).filter((placed) => placed === null)).toHaveLength(0);
  });

  it('have none where there is no room', () => {
    expect(inLanes([{ x: 300, width: 700 }], WIDTH, 3)).toEqual([null]);
    expect(inLanes([], WIDTH, 3)).toEqual([]);
  });
});
