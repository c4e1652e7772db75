/** Samples coded by hand, beside what the program says of the same articles. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../../errors.ts';
import { FRAMES, type Frame, type Stance } from '../../model.ts';
import type { CodedTwice } from '../analysis/corrections.ts';
import { codesOf, type ProgramCoded } from '../tables/codes-of.ts';
import type { StudyTables } from '../tables/tables.ts';
import { type Code, type Coding, PROGRAM } from './coding.ts';
import { readCodes } from './read-codes.ts';

/** Reads filled sheets, in their order. Throws UsageError `not-found` and ConfigError `sheet`. */
export async function readCodings(files: readonly string[]): Promise<Coding[]> {
  const codings: Coding[] = [];
  for (const file of files) codings.push(await readCodes(file, bytesOf(file)));
  return codings;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError('not-found', 'cannot be read', { file }, 'name a file that is there', { cause });
  }
}

/**
 * The articles of the first coding that the study counts, with the codes by hand and those of the program; and the program as
 * one more coder of all that was coded. The first coding is taken for the truth; the others say how far that can be trusted.
 */
export async function twiceCoded(
  codings: readonly Coding[],
  tables: StudyTables,
): Promise<{ sample: CodedTwice[]; program: Coding }> {
  const found = await codesOf(
    tables,
    codings.flatMap(({ units }) => [...units.keys()]),
  );
  const [first] = codings;
  const sample = [...(first?.units ?? [])].flatMap(([id, codes]): CodedTwice[] => {
    const coded = found.get(id);
    if (!coded?.studied) return [];
    return [{ truth: stancesOf(codes), predicted: coded.codes, weight: first!.weights.get(id) ?? 1 }];
  });
  return { sample, program: programCoding(found) };
}

function stancesOf(codes: Readonly<Partial<Record<Frame, Code>>>): Map<Frame, Stance> {
  const stances = new Map<Frame, Stance>();
  for (const frame of FRAMES) {
    const code = codes[frame];
    if (code === 'advanced' || code === 'rejected') stances.set(frame, code);
  }
  return stances;
}

function programCoding(found: ReadonlyMap<string, ProgramCoded>): Coding {
  const units = new Map<string, Partial<Record<Frame, Code>>>();
  for (const [id, { codes }] of found)
    units.set(id, Object.fromEntries(FRAMES.map((frame) => [frame, codes.get(frame) ?? 'absent'])));
  return { coder: PROGRAM, frames: FRAMES, units, weights: new Map() };
}
