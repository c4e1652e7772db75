/**
 * `npx tsx bench/recovery.ts [DRAWS]`: whether the statistics of a study find what was put into simulated corpora, and
 * nothing else; prints and records. 200 draws of each design, seeded, unless told otherwise. Ends with status 1 when a
 * target is missed.
 */
import { type Figure, reached } from './figure.ts';
import { markdown, record } from './record.ts';
import { recovery } from './recovery/figures.ts';

const draws = Number(process.argv[2] ?? 200);
if (!(Number.isInteger(draws) && draws > 0)) {
  console.error(`no number of draws: ${process.argv[2]}`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const figure of recovery(draws)) {
  figures.push(figure);
  console.error(`${figure.name}: ${figure.value}${reached(figure) ? '' : ' MISSED'}`);
}
console.log(markdown(figures));
record('recovery', figures);
process.exit(figures.every(reached) ? 0 : 1);
