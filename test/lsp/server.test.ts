import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from '../cli/scscheck.ts';
import { ABLE, connected, range, textAt, uriOf } from './client.ts';

const SCORE = 'Every Chinese citizen has a social credit score';
const DRAFT = 'untitled:draft';

describe('diagnostics', () => {
  it('come as a text is opened, with place, severity, fact, reason and date', async () => {
    const client = await connected();
    const text = `# On scores 😀\n\n信用 😀 ${SCORE}. Nothing else is said.\n`;
    await client.open(DRAFT, 'markdown', text);
    const [one, ...others] = await client.diagnostics(DRAFT, 1);
    expect(others).toEqual([]);
    expect(textAt(text, one!.range)).toBe(SCORE);
    expect(one!.range.start).toEqual({ line: 2, character: 6 });
    expect(one).toMatchObject({
      severity: 1,
      source: 'scscheck',
      code: 'no-national-score',
      message: expect.stringMatching(/^Says “.+”; the source says otherwise: .+ As of 8 May 2022\.$/),
      data: { fact: 'no-national-score', fingerprint: expect.stringMatching(/^[0-9a-f]+$/) },
    });
    expect(one).not.toHaveProperty('relatedInformation');
    expect(await client.end()).toBe(0);
  });

  it('name who is said to say it', async () => {
    const client = await connected();
    await client.open(DRAFT, 'markdown', `Critics say that ${SCORE.toLowerCase()}.\n`);
    expect((await client.diagnostics(DRAFT))[0]!.message).toContain('Attributed to Critics (“say”). As of');
  });

  it('follow what is typed, and go with the text', async () => {
    const client = await connected();
    await client.open(DRAFT, 'markdown', `${SCORE}.\n`);
    expect(await client.diagnostics(DRAFT, 1)).toHaveLength(1);
    await client.change(DRAFT, 2, [{ range: range(0, 0), text: 'It is a myth that ' }]);
    expect(await client.diagnostics(DRAFT, 2)).toEqual([]);
    await client.change(DRAFT, 3, [
      { range: range(0, 0, 0, 18), text: '' },
      { range: range(0, 0), text: 'A line above.\n\n' },
    ]);
    expect((await client.diagnostics(DRAFT, 3))[0]!.range.start).toEqual({ line: 2, character: 0 });
    const before = client.published.length;
    await client.close(DRAFT);
    expect((await client.until(({ uri }) => uri === DRAFT, before)).diagnostics).toEqual([]);
  });

  it('are those of the newest version when many changes come at once', async () => {
    const client = await connected();
    await client.open(DRAFT, 'plaintext', '');
    await client.diagnostics(DRAFT, 1);
    const text = `${SCORE}. `.repeat(5);
    for (const [i, letter] of [...text].entries())
      await client.change(DRAFT, i + 2, [{ range: range(0, i), text: letter }]);
    expect(await client.diagnostics(DRAFT, text.length + 1)).toHaveLength(5);
    expect(client.published.length).toBeLessThan(text.length);
  });

  it('are asked for by those who can, and not sent to them', async () => {
    const client = await connected({ ...ABLE, textDocument: { ...ABLE.textDocument, diagnostic: {} } });
    expect(client.result.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: false });
    await client.open(DRAFT, 'markdown', `${SCORE}.\n`);
    expect(await client.pull(DRAFT)).toHaveLength(1);
    await client.change(DRAFT, 2, [{ text: 'Nothing.' }]);
    expect(await client.pull(DRAFT)).toEqual([]);
    expect(client.published).toEqual([]);
    expect(await client.pull('untitled:unknown')).toEqual([]);
  });
});

describe('texts', () => {
  it.each([
    ['untitled:1', 'plaintext'],
    ['untitled:2', 'html'],
    ['untitled:3', 'asciidoc'],
    ['file:///nowhere/draft.md', 'anything'],
    ['file:///nowhere/a%20draft.txt', ''],
    ['file:///nowhere/draft%.md', 'markdown'],
  ])('%s as %s are checked', async (uri, language) => {
    const client = await connected();
    await client.open(uri, language, language === 'html' ? `<body><p>${SCORE}.</p></body>` : `${SCORE}.`);
    expect(await client.diagnostics(uri, 1)).toHaveLength(1);
  });

  it.each([
    ['untitled:1', 'typescript'],
    ['file:///nowhere/draft.json', 'json'],
    ['file:///nowhere/list.csv', 'plaintext'],
  ])('%s as %s are not', async (uri, language) => {
    const client = await connected();
    await client.open(uri, language, `${SCORE}.`);
    expect(await client.diagnostics(uri, 1)).toEqual([]);
  });

  it('in another language are not', async () => {
    const client = await connected();
    const text =
      'Das Sozialkreditsystem in China ist kein einheitliches System, und es gibt keine Punktzahl für alle Bürger. '.repeat(
        4,
      );
    await client.open(DRAFT, 'markdown', `${text}\n\nsocial credit system`);
    expect(await client.diagnostics(DRAFT, 1)).toEqual([]);
  });
});

describe('hover', () => {
  const text = `Critics say that ${SCORE.toLowerCase()}. Some weather.\n`;

  it('tells fact, place, date, reason, confidence and source, over a finding alone', async () => {
    const client = await connected();
    await client.open(DRAFT, 'markdown', text);
    const hover = await client.hover(DRAFT, 0, 30);
    const { kind, value } = hover!.contents as { kind: string; value: string };
    expect(kind).toBe('markdown');
    expect(value).toMatch(/^\*\*contradicted\*\* \(confidence \d+ %\), attributed to Critics \(“say”\)\n\n/);
    expect(value).toContain('no-national-score, intro.1.1');
    expect(value).toContain('as of 8 May 2022');
    expect(textAt(text, hover!.range!)).toBe(SCORE.toLowerCase());
    expect(await client.hover(DRAFT, 0, 2)).toBeNull();
    expect(await client.hover('untitled:unknown', 0, 2)).toBeNull();
  });

  it('is plain for who cannot show more, and lets no markup through', async () => {
    const client = await connected({});
    await client.open(DRAFT, 'plaintext', text);
    expect((await client.hover(DRAFT, 0, 30))!.contents).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(/^contradicted \(/),
    });
    const able = await connected();
    await able.open(DRAFT, 'plaintext', `The <b>[*editor*](http://x.example)</b> claims that ${SCORE}.\n`);
    const { value } = (await able.hover(DRAFT, 0, 70))!.contents as { value: string };
    expect(value).not.toMatch(/<b>|\]\(http|\[\*/);
  });
});

describe('configuration', () => {
  it('is found by walking up, holds by path, and is read again when it changes', async () => {
    const at = folder({
      'scscheck.config.json': '{"overrides":[{"files":["opinion.md"],"severity":{"contradicted":"note"}}]}',
    });
    const client = await connected();
    const [news, opinion] = [uriOf(join(at, 'news.md')), uriOf(join(at, 'opinion.md'))];
    for (const uri of [news, opinion]) await client.open(uri, 'markdown', `${SCORE}.\n`);
    expect((await client.diagnostics(news, 1))[0]!.severity).toBe(1);
    expect((await client.diagnostics(opinion, 1))[0]!.severity).toBe(3);
    expect(client.registered).toEqual(['workspace/didChangeWatchedFiles']);
    const seen = client.published.length;
    writeFileSync(join(at, 'scscheck.config.json'), '{"facts":{"off":["no-national-score"]},"exclude":["opinion.md"]}');
    await client.watched(uriOf(join(at, 'scscheck.config.json')));
    for (const uri of [news, opinion]) {
      const { diagnostics } = await client.until((one) => one.uri === uri, seen);
      expect(diagnostics.map(({ code }) => code)).not.toContain('no-national-score');
    }
  });

  it('and the baseline it names lets findings be', async () => {
    const at = folder({ 'scscheck.config.json': '{"baseline":"known.json"}' });
    const client = await connected({ ...ABLE, workspace: {} });
    const uri = uriOf(join(at, 'news.md'));
    await client.open(uri, 'markdown', `${SCORE}.\n`);
    expect(await client.diagnostics(uri, 1)).toHaveLength(1);
    const entry = { file: 'news.md', fact: 'no-national-score', label: 'contradicted', claim: SCORE, around: '…' };
    const baseline = { scscheck: 'baseline', version: 1, findings: [entry] };
    writeFileSync(join(at, 'known.json'), JSON.stringify(baseline));
    const seen = client.published.length;
    await client.save(uri);
    expect((await client.until((one) => one.uri === uri, seen)).diagnostics).toEqual([]);
    await client.change(uri, 2, [
      { text: `${SCORE}.\n\nRain.\n\nThe system of social credit in China scores everyone.\n` },
    ]);
    expect((await client.diagnostics(uri, 2)).map(({ range: { start } }) => start.line)).toEqual([4]);
  });

  it('that is broken is told once, in words and in its file, and the server lives on', async () => {
    const at = folder({ 'scscheck.config.json': '{\n  "failOnn": "never"\n}' });
    const config = uriOf(join(at, 'scscheck.config.json'));
    const client = await connected({ ...ABLE, workspace: {} });
    const [one, two] = [uriOf(join(at, 'one.md')), uriOf(join(at, 'two.md'))];
    for (const uri of [one, two]) await client.open(uri, 'markdown', `${SCORE}.\n`);
    for (const uri of [one, two]) expect(await client.diagnostics(uri, 1)).toHaveLength(1);
    const [told] = await client.diagnostics(config);
    expect(told).toMatchObject({ severity: 1, message: expect.stringContaining('failOn') });
    expect(told!.range.start.line).toBe(1);
    const seen = client.published.length;
    writeFileSync(join(at, 'scscheck.config.json'), '{}');
    await client.save(one);
    expect((await client.until(({ uri }) => uri === config, seen)).diagnostics).toEqual([]);
    expect(client.shown).toEqual([expect.stringContaining('scscheck.config.json:2')]);
    expect(await client.end()).toBe(0);
  });
});
