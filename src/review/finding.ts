/** What linters call a problem: a claim that somebody should look at, and what was found out about it. */
import type { ClaimRecord, ResultRecord, Span } from '../model.ts';

/** How bad a finding is; `off` is none at all. */
export const SEVERITIES = ['error', 'warning', 'note', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A point in a file, as the various formats count it; all are 1-based. */
export interface Point {
  line: number;
  /** In UTF-16 units. */
  column: number;
  /** In characters (code points). */
  character: number;
  /** In bytes of UTF-8. */
  byte: number;
}

/** Where a claim stands in the file as its author sees it. */
export interface ClaimPlace {
  start: Point;
  /** Behind the last character of the claim. */
  end: Point;
  /** The file's UTF-16 offsets; null where the file is no text (DOCX, PDF). */
  file: Span | null;
  /** What the file has at `file`, marks included; null with it. */
  written: string | null;
  /** The lines of the file (of the text, for DOCX and PDF) that hold the claim, whole, at most 2,000 characters. */
  lines: string;
  /** The text of the article before and behind the claim, at most 200 characters each, white space made one space. */
  before: string;
  after: string;
  /** In a DOCX file: the number of the paragraph and of the run in it, from 1; else null. */
  document: { paragraph: number; run: number } | null;
}

/** A comment in a file that says which findings not to report. */
export interface Directive {
  /** A comment of a DOCX file that is anchored to words is of kind `line`. */
  kind: 'line' | 'next-line' | 'disable' | 'enable' | 'file';
  /** Ids of facts; `unverified` stands for claims that no fact decides; empty for all. */
  facts: string[];
  reason: string | null;
  /** Of the comment itself. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /**
   * What it covers, in the offsets of `ClaimPlace.file` (of the claim itself where that is null). A claim is covered
   * when any part of it is.
   */
  covers: Span;
  /** Of `disable` alone: the facts that an `enable` takes out of it before `covers.end`, and where. */
  enabled: { fact: string; at: number }[];
  /** The last line that it covers, for `line` and `next-line`; for the others its own last line. */
  lastLine: number;
}

/** Why a finding does not count. */
export type Excuse =
  | { kind: 'suppressed'; reason: string | null; line: number }
  | { kind: 'baseline' }
  | { kind: 'quoted' };

/** A claim to look at. */
export interface Finding {
  claim: ClaimRecord;
  place: ClaimPlace;
  /** The fact that decides it: what linters call the rule; null where none does. */
  factId: string | null;
  severity: Exclude<Severity, 'off'>;
  /** Null where the finding counts for the exit status (as far as `failOn` goes). */
  excuse: Excuse | null;
  /** Stable for the same fact, meaning and surroundings, whatever the line; hexadecimal. Different within a file. */
  fingerprint: string;
}

/** Something to know about the checking itself: a stale suppression, a reason that is missing. */
export interface Notice {
  code:
    | 'suppression-without-reason'
    | 'suppression-unused'
    | 'suppression-unknown-fact'
    | 'suppression-malformed'
    | 'suppression-unclosed';
  severity: Exclude<Severity, 'off'>;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** What review made of the result record of one input. */
export interface Review {
  record: ResultRecord;
  /** False for an article out of a table, an archive or the network, whose id leads to no file; default true. */
  inFile?: boolean;
  findings: Finding[];
  notices: Notice[];
  /** Findings that are there and not reported: on lines that did not change, or left out by the settings. A baseline keeps them. */
  hidden?: Finding[];
}
