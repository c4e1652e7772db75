import { expect } from 'vitest';
import type { Article } from '../../src/model.ts';

/** Checks that blocks and runs are in order and apart, and that each run stands in the file just as in the text. */
export function expectMapped(article: Article): void {
  const { text, blocks, origin } = article;
  let end = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end === 0 ? 0 : end + 2);
    expect(block.end).toBeGreaterThan(block.start);
    end = block.end;
  }
  expect(end).toBe(text.length);
  let last = 0;
  for (const run of origin?.runs ?? []) {
    expect(run.text).toBeGreaterThanOrEqual(last);
    last = run.text + run.length;
    expect(origin!.fileText.slice(run.file, run.file + run.length)).toBe(text.slice(run.text, last));
  }
  expect(last).toBeLessThanOrEqual(text.length);
}
