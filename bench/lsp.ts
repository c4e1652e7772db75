/** Benchmark of the language server: from a keystroke in a long draft to its diagnostics, with a real client. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { atMost, type Figure } from './figure.ts';
import { onTopicArticle, onTopicSentence } from './prose.ts';
import { seeded } from './random.ts';
import { round } from './stats.ts';

const WORDS = 5000;
const KEYS = 150;

/** Every sentence of it is about the subject. */
function dense(): string {
  const random = seeded(3);
  let text = '';
  while (text.split(' ').length < WORDS)
    text += `${Array.from({ length: 4 }, () => onTopicSentence(random)).join(' ')}\n\n`;
  return text;
}

/** Milliseconds from each change to the diagnostics of its version, as one types in lines all over the draft. */
async function typing(text: string, languageId: string): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const waiting = new Map<number, () => void>();
  client.onNotification(PublishDiagnosticsNotification.type, ({ version }) => waiting.get(version ?? -1)?.());
  client.listen();
  await client.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  await client.sendNotification(InitializedNotification.type, {});
  const told = (version: number): Promise<void> => new Promise((resolve) => waiting.set(version, resolve));
  const uri = 'untitled:draft';
  const opened = told(1);
  await client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId, version: 1, text },
  });
  await opened;
  const lines = text.split('\n').flatMap((line, number) => (line.length >= 80 ? [number] : []));
  const random = seeded(5);
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const line = lines[Math.floor(random() * lines.length)]!;
    const at = { line, character: 20 + (key % 30) };
    const done = told(key + 2);
    const started = performance.now();
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: key + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: 'abc de '[key % 7]! }],
    });
    await done;
    times.push(performance.now() - started);
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  await client.sendRequest(ShutdownRequest.type);
  await client.sendNotification(ExitNotification.type);
  await closed;
  client.dispose();
  return times;
}

/** The slowest of the keys, with how the others do. */
export async function* languageServer(): AsyncGenerator<Figure> {
  const drafts = [
    ['a feature in Markdown', 'markdown', onTopicArticle(seeded(1), WORDS)],
    ['Markdown, every sentence on the topic', 'markdown', dense()],
    ['plain text, every sentence on the topic', 'plaintext', dense()],
  ] as const;
  for (const [name, language, text] of drafts) {
    const times = (await typing(text, language)).sort((a, b) => a - b);
    const at = (share: number): number => round(times[Math.min(times.length - 1, Math.floor(share * times.length))]!);
    yield {
      name: `keystroke to diagnostics, ${name}: slowest of ${KEYS}, ms`,
      value: at(1),
      target: atMost(100),
      detail: `${text.split(/\s+/).length} words; first to last sorted: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`,
    };
  }
}
