/** The scores below which a change may not fall, and how they are raised. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Headline } from '../../src/eval/headlines.ts';
import { runEval } from '../../src/eval/run.ts';

export const FLOORS_FILE = 'fixtures/eval/floors.json';

/** Lowest score, 0 to 1, by set and figure. */
export type Floors = Record<string, Partial<Record<Headline, number>>>;

/** One claim of the smallest set moves its figures by up to 0.01: a floor leaves room for that much. */
const MARGIN = 0.01;

export const readFloors = (): Floors => JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Floors;

/** The floor a figure deserves: never lower than it was, else what was measured less the margin, in thousandths. */
export function raised(floor: number, measured: number): number {
  return Math.max(floor, Math.floor((measured - MARGIN) * 1000) / 1000);
}

/** Floors raised to what was measured. A figure without a floor does not get one. */
export function raiseAll(floors: Floors, measured: Record<string, Record<Headline, number>>): Floors {
  const sets = Object.entries(floors).map(([set, figures]) => [
    set,
    Object.fromEntries(
      Object.entries(figures).map(([name, floor]) => [name, raised(floor, measured[set]![name as Headline])]),
    ),
  ]);
  return Object.fromEntries(sets) as Floors;
}

/** The figures of the sets that have floors, by the sources as they stand. */
export async function measureSets(floors: Floors): Promise<Record<string, Record<Headline, number>>> {
  const folder = 'fixtures/eval';
  const isOf = (file: string, set: string) => file.replace(/(?:-\d+)?\.jsonl$/, '') === set;
  const files = readdirSync(folder).sort();
  const wanted = Object.keys(floors).flatMap((set) => files.filter((file) => isOf(file, set)));
  const { report } = await runEval(wanted.map((file) => `${folder}/${file}`));
  return Object.fromEntries(report.map((set) => [set.name, set.headlines]));
}
