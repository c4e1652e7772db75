/** What the client can do, and what the server offers it. Pure. */
import type { EditSupport } from './actions.ts';
import {
  type ClientCapabilities,
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from './protocol.ts';

export interface Client {
  /** Asks for diagnostics itself, and is sent none. */
  pulls: boolean;
  /** Can be told to ask for them again. */
  refreshes: boolean;
  /** Shows Markdown over a word. */
  markdown: boolean;
  edits: EditSupport;
  /** Watches files when it is told which. */
  watches: boolean;
}

export function clientOf({ textDocument, workspace }: ClientCapabilities): Client {
  const edits = workspace?.workspaceEdit;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    edits: { versioned: edits?.documentChanges === true, snippets: edits?.snippetEditSupport === true },
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  };
}

/** Positions count UTF-16 units, which every client can: there is no need to ask for another count. */
export function capabilitiesFor({ pulls }: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    ...(pulls
      ? { diagnosticProvider: { identifier: 'scscheck', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

/** Configurations, wherever they lie, and what is likely to be a baseline. */
export const WATCHED = ['**/scscheck.config.{json,yaml,yml}', '**/package.json', '**/*baseline*.json'].map(
  (globPattern) => ({
    globPattern,
  }),
);
