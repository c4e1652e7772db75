/** A client of the language server: starts the built program and speaks the protocol with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { PROGRAM, plainEnv } from '../cli/scscheck.ts';

export interface Published {
  uri: string;
  version?: number;
  diagnostics: Diagnostic[];
}

export interface Client {
  process: ChildProcess;
  connection: ProtocolConnection;
  result: InitializeResult;
  shown: string[];
  logged: string[];
  registered: string[];
  published: Published[];
  open(uri: string, languageId: string, text: string, version?: number): Promise<void>;
  change(uri: string, version: number, changes: { range?: Range; text: string }[]): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  watched(uri: string): Promise<void>;
  /** The diagnostics of the version, or of any where none is given, once the server has sent them. */
  diagnostics(uri: string, version?: number): Promise<Diagnostic[]>;
  /** The first published message that `accept` takes, come or to come; looks from `from` on. */
  until(accept: (published: Published) => boolean, from?: number): Promise<Published>;
  pull(uri: string): Promise<Diagnostic[]>;
  hover(uri: string, line: number, character: number): Promise<Hover | null>;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  shutdown(): Promise<void>;
  /** Ends the server as a client does, and gives its exit status. */
  end(): Promise<number | null>;
  /** The exit status, once the server has ended. */
  exited: Promise<number | null>;
}

/** What an editor of today can take. */
export const ABLE = {
  workspace: {
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, publishDiagnostics: {} },
} as const;

/** Starts a server; it is ended with the test. */
export function start(args = ['lsp', '--stdio']): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: plainEnv(), stdio: 'pipe' });
  onTestFinished(() => void child.kill());
  return child;
}

export async function connected(capabilities: object = ABLE, args?: string[]): Promise<Client> {
  const child = start(args);
  const exited = new Promise<number | null>((done) => child.on('close', done));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  onTestFinished(() => connection.dispose());
  const [published, shown, logged, registered]: [Published[], string[], string[], string[]] = [[], [], [], []];
  let heard = (): void => {};
  connection.onNotification(PublishDiagnosticsNotification.type, (one) => {
    published.push(one);
    heard();
  });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.listen();
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const until: Client['until'] = (accept, from = 0) =>
    new Promise((done) => {
      const look = (): void => {
        const found = published.slice(from).find(accept);
        if (found) done(found);
      };
      heard = look;
      look();
    });
  const textDocument = (uri: string) => ({ textDocument: { uri } });
  return {
    process: child,
    connection,
    result,
    shown,
    logged,
    registered,
    published,
    until,
    exited,
    open: (uri, languageId, text, version = 1) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: contentChanges as { text: string }[],
      }),
    save: (uri) => connection.sendNotification(DidSaveTextDocumentNotification.type, textDocument(uri)),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, textDocument(uri)),
    watched: (uri) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] }),
    diagnostics: async (uri, version) =>
      (await until((one) => one.uri === uri && (version === undefined || one.version === version))).diagnostics,
    async pull(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, textDocument(uri));
      return report.kind === 'full' ? report.items : [];
    },
    hover: (uri, line, character) =>
      connection.sendRequest(HoverRequest.type, { ...textDocument(uri), position: { line, character } }),
    async actions(uri, range, only) {
      const context = { diagnostics: [], ...(only ? { only } : {}) };
      const found = await connection.sendRequest(CodeActionRequest.type, { ...textDocument(uri), range, context });
      return (found ?? []) as CodeAction[];
    },
    shutdown: () => connection.sendRequest(ShutdownRequest.type),
    async end() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      return exited;
    },
  };
}

/** A range within lines, from 0. */
export const range = (line: number, character: number, endLine = line, endCharacter = character): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** The text of a range, as the protocol counts. */
export function textAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}
