/** The language server protocol as its library speaks it, over the standard streams: the one file that knows the library. */
import { Console } from 'node:console';
import { type Connection, createConnection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeParams,
  Position,
  Range,
  ServerCapabilities,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver/node';
export {
  CodeActionKind,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
export type { TextDocument } from 'vscode-languageserver-textdocument';

/** Open texts by their address, kept as the client changes them; positions count UTF-16 units. */
export type Documents = TextDocuments<TextDocument>;

/**
 * A connection to the client on standard input and output. The process ends when the client asks for it (status 0 after
 * `shutdown`, else 1), when standard input closes and when the client's process is gone, which is looked for every 3 seconds.
 * From then on whatever writes to the console writes to standard error: standard output is the protocol's.
 */
export function connect(): { connection: Connection; documents: Documents } {
  globalThis.console = new Console(process.stderr, process.stderr);
  const connection = createConnection(process.stdin, process.stdout);
  return { connection, documents: new TextDocuments(TextDocument) };
}
