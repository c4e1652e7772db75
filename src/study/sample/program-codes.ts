/** The program as one more coder of a sample. Pure. */
import { FRAMES, type FrameCode, type ResultRecord } from '../../model.ts';
import { type Code, type Coding, PROGRAM } from './coding.ts';

/** A record as it is needed here. */
export type CodedRecord = Pick<ResultRecord, 'skipped' | 'error'> & {
  article: Pick<ResultRecord['article'], 'id'>;
  frames?: readonly Pick<FrameCode, 'frame' | 'stance'>[] | undefined;
};

/**
 * The program's codes of the articles in `wanted`, as the result records have them; of each id the first record counts.
 * An article off the topic has no frame. Records without codes (not read, not in English, coded without frames) are left
 * out.
 */
export function programCodes(records: Iterable<CodedRecord>, wanted: ReadonlySet<string>, coder = PROGRAM): Coding {
  const units = new Map<string, Partial<Record<(typeof FRAMES)[number], Code>>>();
  for (const { article, frames, skipped, error } of records) {
    const id = article.id.trim();
    if (!wanted.has(id) || units.has(id) || error !== null || skipped === 'language') continue;
    if (frames === undefined && skipped === null) continue;
    const codes: Partial<Record<(typeof FRAMES)[number], Code>> = {};
    for (const frame of FRAMES) codes[frame] = frames?.find((one) => one.frame === frame)?.stance ?? 'absent';
    units.set(id, codes);
  }
  return { coder, frames: FRAMES, units, weights: new Map() };
}
