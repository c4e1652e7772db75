import { beforeAll, describe, expect, it } from 'vitest';
import { loadFactBase } from '../../src/facts/load.ts';
import { facts } from '../facts/files.ts';
import { judgeExamples, readFloors, type Shares, sharesOf, tightened } from './examples.ts';

const floors = readFloors();
let shares: Record<string, Shares>;
beforeAll(async () => {
  shares = sharesOf(judgeExamples(facts, await loadFactBase()));
});

it('every topic of the fact base has its bounds', () => {
  expect(Object.keys(floors).sort()).toEqual(Object.keys(shares).sort());
});

describe.each(Object.entries(floors))('examples of %s', (topic, floor) => {
  it.each(['entailed', 'contradicted', 'neither'] as const)('%s: as many hold as before', (kind) => {
    expect(shares[topic]![kind], 'npx tsx test/claims/report-examples.ts lists them').toBeGreaterThanOrEqual(
      floor[kind],
    );
  });

  it('no more than before go the wrong way', () => {
    expect(shares[topic]!.wrongWay).toBeLessThanOrEqual(floor.wrongWay);
  });
});

it('bounds follow what is measured, less a margin, and never get looser', () => {
  const measured = { entailed: 0.9, contradicted: 0.5, neither: 0.01, wrongWay: 0.02 };
  expect(tightened(undefined, measured)).toEqual({ entailed: 0.87, contradicted: 0.47, neither: 0, wrongWay: 0.05 });
  expect(tightened({ entailed: 0.95, contradicted: 0.1, neither: 0.5, wrongWay: 0.01 }, measured)).toEqual({
    entailed: 0.95,
    contradicted: 0.47,
    neither: 0.5,
    wrongWay: 0.01,
  });
});
