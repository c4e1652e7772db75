/** The baseline: findings that were there before and are let be, as a file that people read and review. Pure. */
import { tokenize } from '../detect/tokens.ts';
import type { Label } from '../model.ts';
import type { Finding } from './finding.ts';
import { EMPTY } from './meaning-words.ts';

/** One finding that is let be. What it says and where it stands is kept; its line is not, as lines change. */
export interface BaselineEntry {
  /** Path of the file, as the caller names files: relative, with `/`. */
  file: string;
  /** The fact that decides the claim; null where none does. */
  fact: string | null;
  label: Label;
  /** The claim, white space made one space, at most 1,000 characters. */
  claim: string;
  /** Whether the text asserts the opposite of the claim's words. */
  rejected: boolean;
  /** Words before and behind the claim, lower case, with "…" in its place; may be empty on either side. */
  around: string;
}

export const BASELINE_VERSION = 1;
/** Longest claim kept, in characters. */
const LONGEST = 1000;
/** Words kept of either side: a sentence or so. */
const AROUND = 10;

/** A finding as an entry. */
export function entryOf(
  file: string,
  { claim, factId, place }: Pick<Finding, 'claim' | 'factId' | 'place'>,
): BaselineEntry {
  const before = plainWords(place.before).slice(-AROUND);
  const after = plainWords(place.after).slice(0, AROUND);
  return {
    file,
    fact: factId,
    label: claim.label,
    claim: claim.quote.replace(/\s+/g, ' ').trim().slice(0, LONGEST),
    rejected: claim.rejected,
    around: [...before, '…', ...after].join(' '),
  };
}

function plainWords(text: string): string[] {
  return tokenize(text).flatMap(({ norm }) => (EMPTY.has(norm) ? [] : [norm.slice(0, 40)]));
}

/** The text of a baseline file: an entry a line, sorted, so that a change shows as the lines it changes. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(compareEntries).map(({ file, fact, label, claim, rejected, around }) => {
    const { stringify } = JSON;
    return `    ${stringify({ file, fact, label, claim, ...(rejected ? { rejected } : {}), around })}`;
  });
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "scscheck": "baseline",\n  "version": ${BASELINE_VERSION},\n  "findings": ${findings}\n}\n`;
}

/** The order of entries: by file, fact, claim and surroundings, whatever the language of the machine. */
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compare(a.file, b.file) ||
    compare(a.fact ?? '', b.fact ?? '') ||
    compare(a.claim, b.claim) ||
    compare(a.around, b.around) ||
    compare(a.label, b.label) ||
    Number(a.rejected) - Number(b.rejected)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
