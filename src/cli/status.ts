import type { Label } from '../model.ts';

/** Exit statuses of every command. */
export const STATUS = {
  /** Everything was checked, nothing at or above `--fail-on`. */
  ok: 0,
  /** Everything was checked, something was at or above `--fail-on`. */
  found: 1,
  /** Wrong usage or configuration, or nothing at all could be checked. */
  usage: 2,
  /** Some inputs could not be read; the others were checked and reported. */
  partly: 3,
  /** A fault of the program; its stack is on standard error. */
  fault: 70,
  /** Interrupted; what was done is kept. */
  interrupted: 130,
  /** The reader of the output went away, as when piped into `head`. */
  closedPipe: 141,
} as const;

export const SEVERITY = ['supported', 'unverified', 'contradicted'] as const;

/** The worse of two labels: contradicted, then unverified, then supported. */
export function worse(a: Label | null, b: Label): Label {
  return a !== null && SEVERITY.indexOf(a) >= SEVERITY.indexOf(b) ? a : b;
}
