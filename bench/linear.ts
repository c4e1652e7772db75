/** Whether time grows with length, and no faster: texts of 1, 2, 5 and 10 MB of each hostile kind. */
import { engine } from './engine.ts';
import { atMost, type Figure } from './figure.ts';
import { HOSTILE } from './hostile.ts';
import { cpu, median, round } from './stats.ts';

const MEGABYTES = [1, 2, 5, 10];
/** Small texts are measured more often: they are over sooner and vary more. */
const REPEATS = [3, 3, 1, 1];
/** 1 would be exactly linear; the rest is the collector's share, which grows with the claims it has to keep. */
const LIMIT = 1.5;

/** Time per megabyte at 10 MB over time per megabyte at 1 MB, a figure a kind. */
export async function linear(): Promise<Figure[]> {
  const check = await engine();
  return Object.entries(HOSTILE).map(([name, make]) => {
    check(make(3e5)); // Not counted: compiles what this kind needs.
    const perMegabyte = MEGABYTES.map((size, i) => {
      const text = make(size * 1e6);
      return median(Array.from({ length: REPEATS[i]! }, () => cpu(() => check(text)))) / size;
    });
    return {
      name: `linear: ${name}, ms per MB at 10 MB / at 1 MB`,
      value: round(perMegabyte.at(-1)! / perMegabyte[0]!),
      target: atMost(LIMIT),
      detail: `${perMegabyte.map((ms, i) => `${MEGABYTES[i]} MB ${round(ms, 1)}`).join(', ')} ms of processor time per MB`,
    };
  });
}
