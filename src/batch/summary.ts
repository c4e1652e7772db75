/** What came of a run, in one file. */
import { createHash } from 'node:crypto';
import type { ResultRecord } from '../model.ts';
import type { RunTally } from './journal.ts';
import { recordLines, writeWholeFile } from './parts.ts';
import type { Manifest, RunPlaces } from './run-folder.ts';

/**
 * Writes `summary.json`: counts by label of claims from `minConfidence` on, with copies and without, failures by their code, the hash of all records.
 * Reads the results once. The same results give the same bytes.
 */
export async function writeSummary(
  places: RunPlaces,
  manifest: Manifest,
  tally: RunTally,
  minConfidence: number,
): Promise<void> {
  const hash = createHash('sha256');
  const failures: Record<string, number> = {};
  const onceALabel = { supported: 0, contradicted: 0, unverified: 0 };
  let records = 0;
  for await (const line of recordLines(places.results)) {
    hash.update(line).update('\n');
    records++;
    // Most records hold neither a claim nor an error, and parsing them all would take longer than the rest.
    if (line.includes('"claims":[]') && line.includes('"error":null')) continue;
    const { error, claims, article } = JSON.parse(line) as ResultRecord;
    if (error) failures[error.code] = (failures[error.code] ?? 0) + 1;
    if (article.copyOf !== null) continue;
    for (const { label, confidence } of claims) if (confidence >= minConfidence) onceALabel[label]++;
  }
  const summary = {
    records,
    articles: tally.articles,
    withoutClaims: tally.withoutClaims,
    copies: tally.copies,
    claims: tally.labels,
    claimsWithoutCopies: onceALabel,
    failed: tally.failed,
    failures: Object.fromEntries(Object.entries(failures).sort(([a], [b]) => (a < b ? -1 : 1))),
    sha256: hash.digest('hex'),
    engine: manifest.engine,
  };
  writeWholeFile(places.summary, `${JSON.stringify(summary, null, 2)}\n`);
}
