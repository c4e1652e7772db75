/** Codes of one coder, human or program. */
import type { Frame, Stance } from '../../model.ts';

/** What the program is called as a coder. */
export const PROGRAM = 'scscheck';

/** `absent`: the coder looked, and the frame is not there. */
export type Code = Stance | 'absent';

export interface Coding {
  coder: string;
  /** The frames that were coded: those the sheet has a column for. */
  frames: readonly Frame[];
  /** By id of the article; each has a code for each of `frames`. */
  units: ReadonlyMap<string, Readonly<Partial<Record<Frame, Code>>>>;
  /** How many articles of the corpus one stands for, by id; of a sheet without that column, none. */
  weights: ReadonlyMap<string, number>;
}
