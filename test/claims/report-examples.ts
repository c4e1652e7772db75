/**
 * Lists the examples of the fact base that do not hold, those that go the wrong way first:
 *   npx tsx test/claims/report-examples.ts [TOPIC|FACT…] [--wrong-way] [--bank] [--write]
 * --wrong-way lists those alone; --bank judges the claims of `claims/bank` in their place; --write records the shares, less a margin, in test/claims/example-floors.json
 * (they only get tighter).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadFactBase } from '../../src/facts/load.ts';
import { facts } from '../facts/files.ts';
import { bankFacts } from './bank.ts';
import { FLOORS_FILE, judgeExamples, readFloors, sharesOf, tightened } from './examples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'wrong-way': { type: 'boolean' }, bank: { type: 'boolean' }, write: { type: 'boolean' } },
});
const judged = judgeExamples(values.bank ? bankFacts(facts) : facts, await loadFactBase());
const wanted = judged.filter(
  ({ fact }) => positionals.length === 0 || positionals.some((p) => p === fact.topic || p === fact.id),
);
const failing = wanted
  .filter((j) => !j.holds && (j.wrongWay || !values['wrong-way']))
  .sort((a, b) => Number(b.wrongWay) - Number(a.wrongWay));
for (const { fact, kind, text, label, by, wrongWay } of failing) {
  console.log(
    `${wrongWay ? 'WRONG WAY ' : ''}${fact.topic}/${fact.id} ${kind}: “${text}” is ${label}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`,
  );
}
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
console.log(`\n${'topic'.padEnd(14)} entailed contradicted neither  wrong way`);
const shares = sharesOf(judged);
for (const [topic, { entailed, contradicted, neither, wrongWay }] of Object.entries(shares)) {
  console.log(
    `${topic.padEnd(14)} ${percent(entailed)}   ${percent(contradicted)}     ${percent(neither)}   ${percent(wrongWay)}`,
  );
}
if (values.write && !values.bank) {
  const old = existsSync(FLOORS_FILE) ? readFloors() : {};
  const floors = Object.fromEntries(Object.entries(shares).map(([topic, s]) => [topic, tightened(old[topic], s)]));
  writeFileSync(FLOORS_FILE, `${JSON.stringify(floors, null, 2)}\n`);
  console.log(`\nwritten: ${FLOORS_FILE}`);
}
