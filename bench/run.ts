/**
 * `npm run bench [-- GROUP…]`: measures, prints and records. Groups: start-up, off-topic, throughput, linear, facts, external, pages, warc, workers, durability, memory, linters, lsp, study;
 * default: all. Ratios are of things measured in the same run. Ends with status 1 when a target is missed.
 */
import { durability } from './durability.ts';
import { external } from './external.ts';
import { factCount } from './fact-count.ts';
import { type Figure, reached } from './figure.ts';
import { linear } from './linear.ts';
import { linters } from './linters.ts';
import { languageServer } from './lsp.ts';
import { memory } from './memory.ts';
import { pages } from './pages.ts';
import { offTopic, startUp } from './processes.ts';
import { machine, record } from './record.ts';
import { study } from './study.ts';
import { throughput } from './throughput.ts';
import { warc } from './warc.ts';
import { workers } from './workers.ts';

const GROUPS: Record<string, () => Figure[] | Promise<Figure[]> | AsyncGenerator<Figure>> = {
  'start-up': startUp,
  'off-topic': offTopic,
  throughput,
  linear,
  facts: factCount,
  external,
  pages,
  warc,
  workers,
  durability,
  memory,
  linters,
  lsp: languageServer,
  study,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`no such group: ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);
  process.exit(2);
}

console.log(machine());
let missed = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(GROUPS)) {
  const figures: Figure[] = [];
  console.log(`\n${name}`);
  for await (const figure of await GROUPS[name]!()) {
    figures.push(figure);
    const { target, value, detail } = figure;
    const bound = target ? `  (${target.must} ${target.bound}${reached(figure) ? '' : ', MISSED'})` : '';
    console.log(`  ${figure.name}: ${value}${bound}\n    ${detail}`);
    if (!reached(figure)) missed++;
  }
  record(name, figures);
}
process.exit(missed > 0 ? 1 : 0);
