import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol/node';
import { ABLE, type Client, connected, range } from './client.ts';

const SCORE = 'Every Chinese citizen has a social credit score';
/** Takes edits with versions, without a part to be written over. */
const VERSIONED = { ...ABLE, workspace: { workspaceEdit: { documentChanges: true } } };

const editOf = ({ edit }: CodeAction): TextEdit => (edit!.documentChanges![0] as TextDocumentEdit).edits[0] as TextEdit;

function applied(text: string, action: CodeAction): string {
  const { range: at, newText } = editOf(action);
  const lines = text.split('\n');
  const offset = (line: number, character: number): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return (
    text.slice(0, offset(at.start.line, at.start.character)) +
    newText +
    text.slice(offset(at.end.line, at.end.character))
  );
}

let opened = 0;
async function open(client: Client, text: string, language = 'markdown'): Promise<string> {
  const uri = `untitled:${++opened}`;
  await client.open(uri, language, text);
  return uri;
}

/** The first finding's actions whose titles hold `words`. */
async function actionsFor(client: Client, uri: string, words: string): Promise<CodeAction[]> {
  const [first] = await client.diagnostics(uri, 1);
  const actions = await client.actions(uri, first!.range);
  return actions.filter(({ title }) => title.includes(words));
}

describe('suppressions', () => {
  const PARAGRAPH = 'in this paragraph';
  const LINE = 'on this line';
  const FILE = 'in this file';

  it.each([
    ['markdown', PARAGRAPH, `${SCORE}.\n`, /^<!-- scscheck-disable-next-line no-national-score: say why -->\nEvery/],
    ['markdown', PARAGRAPH, `# Scores\n\nThey say this:\n${SCORE}.\n`, /^# Scores\n\n<!-- .+ -->\nThey/],
    [
      'markdown',
      LINE,
      `- Rain.\n- ${SCORE}.  \n- Sun.\n`,
      /^- Rain\.\n- Every.+score\. <!-- scscheck-disable-line .+ --> {2}\n- Sun/,
    ],
    ['markdown', LINE, `| a |\n| --- |\n| ${SCORE}. |\n`, /score\. <!-- scscheck-disable-line .+ --> \|\n$/],
    [
      'markdown',
      FILE,
      `---\ntitle: Scores\n---\n${SCORE}.\n`,
      /^---\ntitle: Scores\n---\n<!-- scscheck-disable-file .+ -->\n\nEvery/,
    ],
    ['html', PARAGRAPH, `<body>\n  <p>\n    ${SCORE}.\n  </p>\n</body>\n`, /<p>\n {4}<!-- .+ -->\n {4}Every/],
    ['html', LINE, `<body><p>${SCORE}.</p></body>\n`, /<\/body> <!-- scscheck-disable-line .+ -->\n$/],
    [
      'html',
      FILE,
      `<!doctype html>\n<body><p>${SCORE}.</p></body>\n`,
      /^<!doctype html>\n<!-- scscheck-disable-file .+ -->\n<body>/,
    ],
    ['plaintext', PARAGRAPH, `${SCORE}.\n`, /^\[scscheck-disable-next-line no-national-score: say why\]\nEvery/],
    ['plaintext', LINE, `${SCORE}.\n`, /score\. \[scscheck-disable-line no-national-score: say why\]\n$/],
    ['plaintext', FILE, `${SCORE}.\n`, /^\[scscheck-disable-file no-national-score: say why\]\nEvery/],
    ['asciidoc', PARAGRAPH, `${SCORE}.\n`, /^\/\/ scscheck-disable-next-line no-national-score: say why\nEvery/],
    ['asciidoc', FILE, `${SCORE}.\n`, /^\/\/ scscheck-disable-file no-national-score: say why\nEvery/],
  ])('%s, %s: %j', async (language, words, text, expected) => {
    const client = await connected(VERSIONED);
    const uri = await open(client, text, language);
    const [action] = await actionsFor(client, uri, words);
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: false, diagnostics: [{ source: 'scscheck' }] });
    const suppressed = applied(text, action!);
    expect(suppressed).toMatch(expected);
    // The program reads the comment as it is meant.
    expect(await client.diagnostics(await open(client, suppressed, language), 1)).toEqual([]);
  });

  it.each([
    ['a list cannot be parted', 'markdown', PARAGRAPH, `- Rain.\n- ${SCORE}.\n`],
    ['a quotation cannot be parted', 'markdown', PARAGRAPH, `> ${SCORE}.\n`],
    ['AsciiDoc has no comments within a line', 'asciidoc', LINE, `${SCORE}.\n`],
  ])('%s', async (_, language, words, text) => {
    const client = await connected(VERSIONED);
    expect(await actionsFor(client, await open(client, text, language), words)).toEqual([]);
  });

  it('ends lines as the text does', async () => {
    const client = await connected(VERSIONED);
    const [action] = await actionsFor(client, await open(client, `Rain.\r\n\r\n${SCORE}.\r\n`), PARAGRAPH);
    expect(editOf(action!).newText).toMatch(/-->\r\n$/);
  });

  it('leave the reason to be typed in place, where the editor can do that', async () => {
    const client = await connected();
    const uri = await open(client, `${SCORE}.\n`);
    const [action] = await actionsFor(client, uri, PARAGRAPH);
    const [change] = action!.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 1 });
    expect(change!.edits).toEqual([
      {
        range: range(0, 0),
        snippet: {
          kind: 'snippet',
          value: `<!-- scscheck-disable-next-line no-national-score: \${1:say why} -->\n`,
        },
      },
    ]);
  });

  it('are plain changes for an editor that knows no versions', async () => {
    const client = await connected({});
    const uri = await open(client, `${SCORE}.\n`);
    const [action] = await actionsFor(client, uri, LINE);
    expect(action!.edit).toEqual({
      changes: {
        [uri]: [{ range: range(0, 48), newText: ' <!-- scscheck-disable-line no-national-score: say why -->' }],
      },
    });
  });
});

describe('a suggestion', () => {
  const text = 'In China, every citizen has a social credit score.\n';

  it('is offered where there is one, agrees with the fact, and is never preferred', async () => {
    const client = await connected(VERSIONED);
    const uri = await open(client, text);
    const [action] = await actionsFor(client, uri, 'Replace with “');
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: false });
    const mended = applied(text, action!);
    expect(mended).not.toBe(text);
    expect(await client.diagnostics(await open(client, mended), 1)).toEqual([]);
    const hover = await client.hover(uri, 0, 20);
    expect((hover!.contents as { value: string }).value).toContain('Suggested: “');
  });

  it('is none where marks within the claim would be lost', async () => {
    const client = await connected(VERSIONED);
    const uri = await open(client, text.replace('every citizen', '**every** citizen'));
    expect(await actionsFor(client, uri, 'Suppress')).not.toEqual([]);
    expect(await actionsFor(client, uri, 'Replace')).toEqual([]);
  });
});

describe('what is offered', () => {
  it('is for findings in the range alone, and for those who ask for quick fixes', async () => {
    const client = await connected();
    const uri = await open(client, `${SCORE}.\n\nRain fell.\n`);
    expect(await client.actions(uri, range(2, 0, 2, 4))).toEqual([]);
    expect(await client.actions(uri, range(0, 5), ['refactor'])).toEqual([]);
    expect(await client.actions(uri, range(0, 5), ['quickfix'])).not.toEqual([]);
    expect(await client.actions('untitled:unknown', range(0, 5))).toEqual([]);
  });

  it('is nothing for what is suppressed', async () => {
    const client = await connected();
    const uri = await open(client, `<!-- scscheck-disable-next-line no-national-score: satire -->\n${SCORE}.\n`);
    expect(await client.diagnostics(uri, 1)).toEqual([]);
    expect(await client.actions(uri, range(1, 5))).toEqual([]);
    expect(await client.hover(uri, 1, 5)).toBeNull();
  });

  it('suppressions that are stale or lack a reason are reported', async () => {
    const client = await connected();
    const uri = await open(
      client,
      `<!-- scscheck-disable-file no-national-score -->\n\nThe social credit system has rain.\n`,
    );
    const codes = (await client.diagnostics(uri, 1)).map(({ code, severity }) => `${code} ${severity}`);
    expect(codes).toContain('suppression-without-reason 2');
  });
});
