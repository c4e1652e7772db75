/** A part of the methods. */
import type { ReferenceId } from './references.ts';

export interface MethodPart {
  title: string;
  /** None where the method was not used. */
  sentences: string[];
  references: ReferenceId[];
}

/** Numbers of the stages before the report, which a test holds against those stages. */
export const STAGES = {
  /** Runs of so many words, of texts with so many, as far as so many. */
  words: 5,
  fewestWords: 40,
  mostWords: 4000,
  bins: 128,
  copyOverlap: 0.7,
  /** Of texts that are compared here. */
  bands: 32,
  rows: 4,
  furthest: 0.5,
  /** Of articles of a run. */
  runBands: 16,
  runRows: 8,
  runOriginals: 20_000,
  sureDate: 0.85,
} as const;

/** A part whose method was not used. */
export const none = (title: string): MethodPart => ({ title, sentences: [], references: [] });
