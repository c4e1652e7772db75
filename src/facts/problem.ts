/** What is wrong with a fact base, as data: where, what, and what to do about it. */
export interface Problem {
  file: string;
  /** 1-based; 1 when the fault belongs to the file as a whole. */
  line: number;
  message: string;
  hint: string | null;
}

/** Sorts problems by file and line, in place of the order in which the checks ran; equal places keep theirs. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** A problem as one line: `file:line: message (hint)`. */
export function problemLine({ file, line, message, hint }: Problem): string {
  return `${file}:${line}: ${message}${hint ? ` (${hint})` : ''}`;
}
