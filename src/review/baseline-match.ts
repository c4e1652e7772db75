/** Holds the findings of a run against the baseline. Pure. */
import { type BaselineEntry, compareEntries, entryOf } from './baseline.ts';
import { pairsOf, type Sketched, sketched, stillFits } from './baseline-fit.ts';
import type { Finding, Review } from './finding.ts';

/** What was checked in this run. */
export interface BaselineInput {
  /** Named as in the baseline. */
  file: string;
  review: Review;
}

export interface MatchOptions {
  /** Add what is new: it counts as known from now on; default false. */
  grow?: boolean | undefined;
  /** Whether a file of the baseline that was not checked is there no more; default: no. Its findings are fixed, or moved elsewhere. */
  isGone?: ((file: string) => boolean) | undefined;
}

export interface BaselineOutcome {
  /** The reviews in the order given; what the baseline knows is excused. */
  reviews: Review[];
  /** How many findings it knows, and how many of these were reworded or are in another file now. */
  matched: number;
  moved: number;
  /** Entries of checked files that no finding fits any more, sorted. */
  fixed: BaselineEntry[];
  /** What it does not know, in the order of the reviews. */
  added: { file: string; finding: Finding }[];
  /** What to write: without the fixed, the moved as they are now; with what is new, where it may grow. */
  entries: BaselineEntry[];
}

interface Current extends Sketched {
  finding: Finding;
  input: number;
  /** Whether it is reported; what stands on unchanged lines is not. */
  shown: boolean;
}

/**
 * Matches findings and entries one to one, the surest first: the same claim in the same file, wherever in it; a light
 * rewording in the same place of the file; the same claim with the same surroundings in another file. The fact, the
 * label, numbers, denials, quantifiers and modal verbs must agree in any case. Suppressed and quoted findings take no
 * part. Entries of files that were neither checked nor are gone stay. The order of inputs changes nothing but that of
 * what is returned. Near linear: of more than 300 claims alike in one bucket, surroundings are not all compared.
 */
export function matchBaseline(
  baseline: readonly BaselineEntry[],
  inputs: readonly BaselineInput[],
  { grow = false, isGone = () => false }: MatchOptions = {},
): BaselineOutcome {
  const checked = new Set(inputs.filter(({ review }) => wasChecked(review)).map(({ file }) => file));
  const inRun = (file: string): boolean => checked.has(file) || isGone(file);
  const kept = baseline.filter(({ file }) => !inRun(file));
  const old = baseline
    .filter(({ file }) => inRun(file))
    .sort(compareEntries)
    .map(sketched);
  const now = inputs.flatMap(currentOf).sort((a, b) => compareEntries(a.entry, b.entry));
  const pairs = pairsOf(old, now);
  const matches = new Map([...pairs].map(([was, is]) => [is, was]));
  const added = now.filter((one) => !matches.has(one) && one.shown);
  const known = new Set([...matches.keys(), ...(grow ? added : [])].map(({ finding }) => finding));
  const refreshed = [...matches].map(([is, was]) => (stillFits(was, is) ? was.entry : is.entry));
  const fresh = grow ? added.map(({ entry }) => entry) : [];
  return {
    reviews: inputs.map(({ review }) => ({ ...review, findings: review.findings.map((one) => excused(one, known)) })),
    matched: pairs.size,
    moved: [...matches].filter(([is, was]) => is.entry.file !== was.entry.file || is.meaning.key !== was.meaning.key)
      .length,
    fixed: old.filter((one) => !pairs.has(one)).map(({ entry }) => entry),
    added: added
      .sort((a, b) => a.input - b.input || a.finding.claim.start - b.finding.claim.start)
      .map(({ entry, finding }) => ({ file: entry.file, finding })),
    entries: [...kept, ...refreshed, ...fresh].sort(compareEntries),
  };
}

/** What is said of the baseline at the end of a run. `written` names the file where it was written. */
export function baselineLine({ matched, fixed, added }: BaselineOutcome, written: string | null = null): string {
  const counts = `baseline: ${matched} known, ${fixed.length} fixed, ${added.length} new`;
  if (written !== null) return `${counts}; ${written} written`;
  return fixed.length > 0 ? `${counts} (--update-baseline takes out what is fixed)` : counts;
}

/** Files that could not be read, or whose language was not, are as good as not there. */
const wasChecked = ({ record }: Review): boolean => record.error === null && record.skipped !== 'language';

function currentOf({ file, review }: BaselineInput, input: number): Current[] {
  const all = [...review.findings.map((finding) => ({ finding, shown: true }))];
  all.push(...(review.hidden ?? []).map((finding) => ({ finding, shown: false })));
  return all
    .filter(({ finding }) => finding.excuse === null)
    .map(({ finding, shown }) => ({ ...sketched(entryOf(file, finding)), finding, input, shown }));
}

const excused = (finding: Finding, known: ReadonlySet<Finding>): Finding =>
  known.has(finding) ? { ...finding, excuse: { kind: 'baseline' } } : finding;
