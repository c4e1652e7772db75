/**
 * Coded records by the million, as a finished run leaves them: `tsx bench/study-records.ts FOLDER [RECORDS [SEED]]`. The corpus
 * is drawn from a stated model: the frame `score` drops at the turn of 2019 and `fragmentation` grows by the year, in
 * forty outlets of ten countries; a tenth of the articles are copies.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PART_RECORDS } from '../src/batch/parts.ts';
import { placesOf } from '../src/batch/run-folder.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { loadFrames } from '../src/frames/load.ts';
import { VERSION } from '../src/version.ts';
import { pick, seeded } from './random.ts';
import { type Drawn, drawRecord, type RecordFact } from './study-record.ts';

/** Copies are of one of so many originals, the latest. */
const NEAR = 400;

export interface StudyCorpus {
  records: number;
  seed: number;
  facts: readonly RecordFact[];
  engine: { version: string; factBase: string; asOf: string };
  framesRules: string;
}

/** The records of a corpus, one a line; the same seed gives the same lines. */
export function* studyRecords({ records, seed, facts, engine }: StudyCorpus): Generator<string> {
  const random = seeded(seed);
  const recent: Drawn[] = [];
  let originals = 0;
  for (let number = 0; number < records; number++) {
    const original = recent.length > 0 && random() < 0.1 ? pick(random, recent) : null;
    const drawn = drawRecord(random, { number, facts, original });
    if (drawn.studied && original === null) recent[originals++ % NEAR] = drawn;
    yield JSON.stringify({ ...drawn.record, engine });
  }
}

/** Writes the corpus as the folder of a finished run, and says how many bytes of records there are. */
export function writeStudyRun(folder: string, corpus: StudyCorpus): number {
  const places = placesOf(folder);
  mkdirSync(places.results, { recursive: true });
  const manifest = {
    scscheck: 'run',
    inputs: ['generated'],
    options: { frames: corpus.framesRules },
    engine: corpus.engine,
  };
  writeFileSync(places.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  let [part, bytes] = [0, 0];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length === 0) return;
    part++;
    const file = openSync(join(places.results, `part-${String(part).padStart(6, '0')}.jsonl`), 'w');
    bytes += writeSync(file, lines.join(''));
    closeSync(file);
    lines = [];
  };
  for (const line of studyRecords(corpus)) {
    lines.push(`${line}\n`);
    if (lines.length === PART_RECORDS) flush();
  }
  flush();
  writeFileSync(places.journal, `${JSON.stringify({ kind: 'complete', records: corpus.records })}\n`);
  return bytes;
}

/** The corpus that is measured: with the facts of the bundled base. */
export async function studyCorpus(records: number, seed = 1): Promise<StudyCorpus> {
  const base = await loadFactBase();
  const facts = base.facts.map(({ id, statement, locators }) => ({ id, statement, locator: locators[0]! }));
  const engine = { version: VERSION, factBase: base.sha256, asOf: base.asOf };
  return { records, seed, facts, engine, framesRules: (await loadFrames()).sha256 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, records = '1000000', seed = '1'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('usage: study-records.ts FOLDER [RECORDS [SEED]]');
  const bytes = writeStudyRun(folder, await studyCorpus(Number(records), Number(seed)));
  console.log(`${records} records, ${Math.round(bytes / 1e6)} MB`);
}
