/** Whether time grows with length, and no faster: texts of 1, 2, 5 and 10 MB of each hostile kind. */
import { engine } from './engine.ts';
import { atMost, type Figure } from './figure.ts';
import { HOSTILE } from './hostile.ts';
import { cpu, median, round } from './stats.ts';

const MEGABYTES = [1, 2, 5, 10];
/** Milliseconds: a run shorter than this is measured three times, since the collector may fall on any one. */
const LONG = 3000;
/** 1 would be exactly linear; the rest is the collector's share, which grows with the claims it has to keep. */
const LIMIT = 1.5;

/** A text that misses the limit by this factor is not measured at the sizes that follow: it might not end. */
const HOPELESS = 2;

/** Time per megabyte at the largest size over time per megabyte at the smallest, a figure a kind, as they come. */
export async function* linear(): AsyncGenerator<Figure> {
  const check = await engine();
  for (const [name, make] of Object.entries(HOSTILE)) {
    check(make(3e5)); // Not counted: compiles what this kind needs.
    const perMegabyte: number[] = [];
    for (const size of MEGABYTES) {
      const text = make(size * 1e6);
      perMegabyte.push(settled(() => check(text)) / size);
      if (perMegabyte.at(-1)! > HOPELESS * LIMIT * perMegabyte[0]!) break;
    }
    const largest = MEGABYTES[perMegabyte.length - 1];
    yield {
      name: `linear: ${name}, ms per MB at ${largest} MB / at 1 MB`,
      value: round(perMegabyte.at(-1)! / perMegabyte[0]!),
      target: atMost(LIMIT),
      detail: `${perMegabyte.map((ms, i) => `${MEGABYTES[i]} MB ${round(ms, 1)}`).join(', ')} ms of processor time per MB`,
    };
  }
}

function settled(run: () => unknown): number {
  const first = cpu(run);
  return first > LONG ? first : median([first, cpu(run), cpu(run)]);
}
