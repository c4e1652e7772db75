/** How the claims of one file are judged as findings; comes from the configuration and the command line. */
import type { Label } from '../model.ts';
import type { Severity } from './finding.ts';

export interface Settings {
  failOn: Label | 'never';
  /** Claims below it are left out, 0 to 1. */
  minConfidence: number;
  severity: Record<Label, Severity>;
  /** What a claim inside quoted speech does: not reported, reported as a note that does not count, or as any other. */
  quoted: 'ignore' | 'note' | 'fail';
  /** Ids of facts whose findings are not reported. */
  factsOff: readonly string[];
  suppressions: {
    /** A suppression without a reason is itself reported, and does not work. */
    requireReason: boolean;
    /** Report suppressions that nothing needed. */
    reportUnused: boolean;
  };
}

/** What holds where nothing else is said. */
export const DEFAULT_SETTINGS: Settings = {
  failOn: 'contradicted',
  minConfidence: 0,
  severity: { contradicted: 'error', unverified: 'off', supported: 'off' },
  quoted: 'fail',
  factsOff: [],
  suppressions: { requireReason: true, reportUnused: true },
};
