/** What the server asks of the checker: the findings of an open text. */
import type { KnownError } from '../errors.ts';
import type { DirectiveFormat } from '../review/directive-syntax.ts';
import type { Finding, Notice } from '../review/finding.ts';

/** A text as the editor has it, saved or not. */
export interface OpenText {
  uri: string;
  /** What the editor takes it for: `markdown`, `plaintext` … */
  languageId: string;
  text: string;
}

/** What was found in a version of a text. */
export interface Checked {
  /** How comments are written in it. */
  format: DirectiveFormat;
  findings: Finding[];
  /** On suppressions and the like. */
  notices: Notice[];
  /** Why it could not be checked, in words; null where it was, or is not for checking. */
  hindrance: string | null;
  /** What is wrong with the configuration; it was then checked as if there were none. */
  problem: KnownError | null;
  /** ISO date on which a fact describes its subject. */
  asOf(factId: string | null): string;
  /** Where a fact may be read about; null where nowhere. */
  href(factId: string): string | null;
  /** What to write in place of a claim; null where there is nothing. Worked out when it is asked for. */
  suggestion(finding: Finding): string | null;
}

export interface Engine {
  /** What is found in a text; null where it is of no kind that is checked here. Calls on one text must not overlap. */
  check(text: OpenText): Promise<Checked | null>;
  /** Lets go of what is remembered of a text. */
  forget(uri: string): void;
  /** Configurations have changed: they are read again at the next check. */
  reload(): void;
}
