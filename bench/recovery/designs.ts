/** The designs on which the statistics of a study must find what was put in, and nothing else. */
import type { Design } from './design.ts';
import { NO_SHIFTS } from './no-shifts.ts';
import { SHIFTS } from './shifts.ts';

export const DESIGNS: readonly Design[] = [...SHIFTS, ...NO_SHIFTS];

/** Labelled articles in each half of the design whose error rate changes. */
export const LABELLED = 400;
export const CHANGED_ERROR = DESIGNS.find(({ model }) => model.sensitivity)!;
