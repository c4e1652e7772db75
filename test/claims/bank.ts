/** The example bank, `claims/bank/`: many differently worded claims for each fact, in the form of its examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { FactSource } from '../../src/facts/schema.ts';

type Examples = FactSource['examples'];

/** The facts with the claims of the bank for examples; facts of which the bank has none are left out. */
export function bankFacts(facts: readonly FactSource[], folder = 'claims/bank'): FactSource[] {
  const bank = new Map<string, Examples>();
  for (const file of readdirSync(folder).sort()) {
    const entries = parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, Examples>;
    for (const [id, examples] of Object.entries(entries)) bank.set(id, examples);
  }
  return facts.flatMap((fact) => {
    const examples = bank.get(fact.id);
    return examples ? [{ ...fact, examples }] : [];
  });
}
