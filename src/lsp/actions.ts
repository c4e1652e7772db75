/** What an editor offers to do about findings. Pure. */

import { shortened } from '../reporters/finding-sentences.ts';
import { isExcused } from '../reporters/finding-shown.ts';
import type { Finding } from '../review/finding.ts';
import { findingDiagnostic, rangeOf } from './diagnostics.ts';
import type { Checked } from './engine.ts';
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextDocument,
  type TextDocumentEdit,
  type TextEdit,
} from './protocol.ts';
import { type Insertion, type Reach, suppressions } from './suppress-edit.ts';

/** Most findings for which actions are offered at once: a menu is no list of everything. */
const MOST = 10;
/** Most characters of a suggestion in a title. */
const TITLE = 60;

/** What edits an editor can take. */
export interface EditSupport {
  /** Edits that name the version they are for. */
  versioned: boolean;
  /** Insertions with a part to be written over; they are versioned too. */
  snippets: boolean;
}

const REACH_WORDS: Record<Reach, string> = {
  'next-line': 'in this paragraph',
  line: 'on this line',
  file: 'in this file',
};

/** The findings that a range touches, those that are not shown left out. */
export function findingsAt(checked: Checked, document: TextDocument, range: Range): Finding[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return checked.findings.filter((finding) => {
    const { start, end } = finding.place.file ?? finding.claim;
    return !isExcused(finding) && start <= to && from <= end;
  });
}

/** The suggestion where there is one, and suppressions with a reason, for each finding that the range touches. */
export function actionsAt(checked: Checked, document: TextDocument, range: Range, support: EditSupport): CodeAction[] {
  return findingsAt(checked, document, range)
    .slice(0, MOST)
    .flatMap((finding) => [
      ...suggested(finding, checked, document, support),
      ...suppressed(finding, checked, document, support),
    ]);
}

function suggested(finding: Finding, checked: Checked, document: TextDocument, support: EditSupport): CodeAction[] {
  // Marks and references within the claim would be lost.
  if (finding.place.file === null || finding.place.written !== finding.claim.quote) return [];
  const newText = checked.suggestion(finding);
  if (newText === null) return [];
  const title = `Replace with “${shortened(newText, TITLE)}”`;
  const edit = { range: rangeOf(finding, document), newText };
  return [action(title, findingDiagnostic(finding, checked, document), edit, document, support)];
}

function suppressed(finding: Finding, checked: Checked, document: TextDocument, support: EditSupport): CodeAction[] {
  const { place, factId } = finding;
  if (place.file === null) return [];
  return suppressions(document.getText(), place.file, factId, checked.format).map(({ reach, insertion }) => {
    const title = `Suppress ${factId ?? 'unverified claims'} ${REACH_WORDS[reach]}, with a reason`;
    const edit = insertionEdit(insertion, document, support);
    return action(title, findingDiagnostic(finding, checked, document), edit, document, support);
  });
}

type Edit = TextDocumentEdit['edits'][number];

/** The reason is selected, to be written over, where the editor can do that. */
function insertionEdit({ at, before, reason, after }: Insertion, document: TextDocument, support: EditSupport): Edit {
  const start = document.positionAt(at);
  const range = { start, end: start };
  if (!(support.snippets && support.versioned)) return { range, newText: before + reason + after };
  const value = `${literal(before)}\${1:${literal(reason)}}${literal(after)}`;
  return { range, snippet: { kind: 'snippet', value } };
}

const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function action(
  title: string,
  diagnostic: Diagnostic,
  edit: Edit,
  { uri, version }: TextDocument,
  { versioned }: EditSupport,
): CodeAction {
  const workspaceEdit = versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] }
    : { changes: { [uri]: [edit as TextEdit] } };
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: false, edit: workspaceEdit };
}
