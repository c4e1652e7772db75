/** Small corpora of result records, and tables made of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ClaimRecord, FrameCode, ResultRecord } from '../../../src/model.ts';
import { closeTables, makeTables, type StudyTables, type TableInputs } from '../../../src/study/tables/tables.ts';

export type TestRecord = ResultRecord;

export const ENGINE = { version: '0.1.0', factBase: 'base', asOf: '2022-05-08' };

/** A record of an article on the topic, with a whole date of its source. */
export function record(
  id: string,
  article: Partial<ResultRecord['article']> = {},
  rest: Partial<TestRecord> = {},
): TestRecord {
  return {
    article: {
      id,
      url: null,
      title: `On ${id}`,
      byline: null,
      outlet: 'The Courier',
      country: 'GB',
      publishedAt: '2019-05-14',
      dateSource: 'given',
      dateConfidence: 0.95,
      language: 'en',
      copyOf: null,
      sha256: null,
      ...article,
    },
    claims: [],
    frames: [],
    skipped: null,
    error: null,
    engine: ENGINE,
    ...rest,
  };
}

/** A claim with this label; a fact decides it unless it is unverified. */
export function claim(
  label: ClaimRecord['label'],
  facts: readonly string[] = [],
  rest: Partial<ClaimRecord> = {},
): ClaimRecord {
  const relation = label === 'supported' ? 'entails' : 'contradicts';
  return {
    id: 'claim',
    quote: 'every city keeps a list',
    start: 10,
    end: 33,
    line: 1,
    column: 11,
    endLine: 1,
    endColumn: 34,
    label,
    confidence: 0.8,
    attribution: null,
    rejected: false,
    quoted: false,
    evidence: facts.map((factId) => ({ factId, locator: `${factId}.1`, relation, statement: 'a statement' })),
    reason: 'a reason',
    suggestion: null,
    ...rest,
  };
}

export function frame(name: FrameCode['frame'], stance: FrameCode['stance'] = 'advanced', start = 12): FrameCode {
  return { frame: name, stance, spans: [{ start, end: start + 4 }] };
}

/** A folder that is gone when the test ends. */
export function scratch(): string {
  const path = mkdtempSync(join(tmpdir(), 'scscheck-tables-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The lines as a file, in a folder that is gone when the test ends. */
export function recordFile(lines: readonly (TestRecord | string)[], name = 'records.jsonl'): string {
  const path = join(scratch(), name);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
}

/** Tables of the records, closed when the test ends. */
export async function tablesOf(
  lines: readonly (TestRecord | string)[] | { files: string[] },
  options: Partial<TableInputs> = {},
): Promise<StudyTables> {
  const files = 'files' in lines ? lines.files : [recordFile(lines)];
  const tables = await makeTables({ files, scratch: scratch(), today: '2026-06-30', unit: 'year', ...options });
  onTestFinished(() => closeTables(tables));
  return tables;
}
