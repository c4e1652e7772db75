import { expect } from 'vitest';
import type { Article } from '../../src/model.ts';

/**
 * Checks that blocks and runs are in order and apart, and that each run stands in the file just as in the text, unless it
 * says that other characters do.
 */
export function expectMapped(article: Article): void {
  expect(faults(article)).toEqual([]);
}

/** The first faults, in words; not asserted one by one, as a page may have a million runs. */
function faults({ text, blocks, origin }: Article): string[] {
  const found: string[] = [];
  let end = -2;
  for (const block of blocks) {
    if (block.start !== end + 2 || block.end <= block.start) found.push(`block ${JSON.stringify(block)} after ${end}`);
    end = block.end;
  }
  if (Math.max(end, 0) !== text.length) found.push(`blocks end at ${end} of ${text.length}`);
  let last = 0;
  for (const run of origin?.runs ?? []) {
    const isOrdered = run.text >= last && run.length > 0;
    last = run.text + run.length;
    const isOther = run.fileLength !== undefined && run.file + run.fileLength <= origin!.fileText.length;
    const isSame = isOther || origin!.fileText.slice(run.file, run.file + run.length) === text.slice(run.text, last);
    if (!isOrdered || !isSame || last > text.length) found.push(`run ${JSON.stringify(run)}`);
  }
  return found.slice(0, 3);
}
