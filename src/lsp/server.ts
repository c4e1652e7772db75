/** The language server: the client's requests and notifications, each to what answers it. */
import { VERSION } from '../version.ts';
import { actionsAt, findingsAt } from './actions.ts';
import { type Client, capabilitiesFor, clientOf, WATCHED } from './client.ts';
import { createDesk } from './desk.ts';
import { diagnosticsOf, rangeOf } from './diagnostics.ts';
import type { Engine } from './engine.ts';
import { hoverText } from './hover.ts';
import { createProblems } from './problems.ts';
import { CodeActionKind, connect, DidChangeWatchedFilesNotification } from './protocol.ts';

/** Serves a client on standard input and output; the process ends with the connection (see `connect`). */
export function serve(engine: Engine): Promise<never> {
  const { connection, documents } = connect();
  let client: Client = clientOf({});
  const problems = createProblems(connection);
  const failed = (error: unknown): void => connection.console.error(trace(error));
  const desk = createDesk(
    documents,
    engine,
    (document, { version, checked }) => {
      const diagnostics = checked ? diagnosticsOf(checked, document) : [];
      if (checked) problems.seen(document.uri, checked.problem);
      connection.sendDiagnostics({ uri: document.uri, version, diagnostics }).catch(failed);
    },
    failed,
  );
  const recheckAll = (): void => {
    engine.reload();
    desk.invalidate();
    if (!client.pulls) for (const uri of documents.keys()) desk.changed(uri);
    else if (client.refreshes) connection.languages.diagnostics.refresh();
  };

  connection.onInitialize(({ capabilities }) => {
    client = clientOf(capabilities);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'scscheck', version: VERSION } };
  });
  connection.onInitialized(() => {
    if (!client.watches) return;
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED }).catch(failed);
  });
  connection.onDidChangeWatchedFiles(recheckAll);
  connection.onDidChangeConfiguration(() => {});

  documents.onDidChangeContent(({ document }) => {
    if (!client.pulls) desk.changed(document.uri);
  });
  documents.onDidSave(() => {
    // Who cannot watch files may have saved a configuration.
    if (!client.watches) recheckAll();
  });
  documents.onDidClose(({ document: { uri } }) => {
    desk.closed(uri);
    problems.closed(uri);
    if (!client.pulls) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(failed);
  });

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
    const found = await desk.now(uri);
    const document = documents.get(uri);
    if (!found?.checked || !document) return { kind: 'full', items: [] };
    problems.seen(uri, found.checked.problem);
    return { kind: 'full', items: diagnosticsOf(found.checked, document) };
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const found = await desk.now(uri);
    const document = documents.get(uri);
    if (!found?.checked || !document) return null;
    const [finding] = findingsAt(found.checked, document, { start: position, end: position });
    if (!finding) return null;
    const value = hoverText(finding, found.checked, client.markdown);
    return { contents: { kind: client.markdown ? 'markdown' : 'plaintext', value }, range: rangeOf(finding, document) };
  });
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
    const found = await desk.now(uri);
    const document = documents.get(uri);
    const wanted = only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
    return wanted && found?.checked && document ? actionsAt(found.checked, document, range, client.edits) : [];
  });

  documents.listen(connection);
  connection.listen();
  return new Promise(() => {});
}

const trace = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
