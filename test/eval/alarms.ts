/**
 * Which readings decide rightly and wrongly on a labelled set, without showing its text:
 *   npx tsx test/eval/alarms.ts FILE.jsonl…
 */
import { readFileSync } from 'node:fs';
import { checkArticle } from '../../src/check.ts';
import { align } from '../../src/eval/align.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { passageArticle } from '../../src/eval/sets.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import type { CheckedClaim } from '../../src/model.ts';

const base = await loadFactBase();
const rows = new Map<string, { right: number; wrong: string[] }>();
for (const file of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  for (const passage of parseGold(readFileSync(file, 'utf8'), file)) {
    const { claims } = checkArticle(passageArticle(passage), base, { assumeTopic: process.argv.includes('--topic') });
    const scored = align(passage, claims);
    const note = (claim: CheckedClaim, gold: string): void => {
      if (claim.label === 'unverified') return;
      const relation = claim.label === 'supported' ? 'entails' : 'contradicts';
      // Where no reading says so, the scorer does, on the grounds of a nominated fact.
      const match = claim.matches.find((m) => m.relation === relation);
      const by = match ? `${match.factId}/${match.reading}` : `${claim.evidence[0]!.factId} (scorer)`;
      const key = `${by} ${claim.label}${claim.rejected ? ' (rejected)' : ''}`;
      const row = rows.get(key) ?? { right: 0, wrong: [] };
      if (gold === claim.label) row.right++;
      else row.wrong.push(gold);
      rows.set(key, row);
    };
    for (const { gold, predicted } of scored.rows) if (predicted) note(predicted as CheckedClaim, gold.label);
    for (const claim of scored.spurious) note(claim as CheckedClaim, 'none');
  }
}
for (const [key, { right, wrong }] of [...rows].sort((a, b) => b[1].wrong.length - a[1].wrong.length)) {
  if (wrong.length > 0) console.log(`${key.padEnd(64)} right ${right} wrong ${wrong.join(' ')}`);
}
