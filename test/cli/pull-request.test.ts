/** A pull request to a newsroom's repository, from the first commit to what the reviewer sees. */
import { describe, expect, test } from 'vitest';
import { commandOf } from '../reporters/github-command.ts';
import { githubSarif } from '../reporters/github-sarif.ts';
import { SARIF_SCHEMA, schemaErrors } from '../reporters/sarif-schema.ts';
import { installHook, newsroom } from './newsroom.ts';

const LETTER = 'drafts/world/letter-from-shanghai.md';
const HARBOUR = 'drafts/archive/harbour-2019.md';
const CLAIM = 'Every citizen of China has a social credit score';

/** Words of Markdown without the marks of links and emphasis. */
const plain = (written: string): string => written.replace(/\]\([^)]*\)|[[\]*_]/g, '');

describe('before the pull request', () => {
  test('the old claim is let be, as it is in the baseline', async () => {
    const room = await newsroom();
    expect(await room.check('drafts')).toMatchObject({ status: 0 });
  });

  test('without the baseline it counts, and the claim that a comment suppresses does not', async () => {
    const room = await newsroom();
    room.write({ 'bare.yaml': 'include: [drafts/]\n' });
    const { status, stdout } = await room.check('--config', 'bare.yaml', '--format', 'github', 'drafts');
    const found = stdout.split('\n').flatMap((line) => commandOf(line)?.properties.file ?? []);
    expect([status, found]).toEqual([1, [HARBOUR]]);
  });
});

describe('the commit hook', () => {
  test('stops a new contradiction, lets the old one be moved and reworded, and passes what is mended', async () => {
    const room = await newsroom();
    installHook(room.root);
    room.lay('branch');
    const stopped = room.tryCommit();
    expect(stopped.status).toBe(1);
    expect(`${stopped.stdout}${stopped.stderr}`).toContain(`${LETTER}`);
    expect(`${stopped.stdout}${stopped.stderr}`).toContain(CLAIM);
    expect(room.git('log', '--oneline').trim().split('\n')).toHaveLength(1);

    room.lay('mended');
    expect(room.tryCommit()).toMatchObject({ status: 0 });
    expect(room.git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')).toEqual([
      HARBOUR,
      'drafts/ferry.txt',
      LETTER,
    ]);
  });

  test('reads what is staged, not what lies in the folder', async () => {
    const room = await newsroom();
    installHook(room.root);
    room.lay('branch');
    room.git('add', '--all');
    room.lay('mended');
    const { status } = await room.check('--staged', '--quiet');
    expect(status).toBe(1);
  });
});

/** What a run on the pull request gives: its commands, its SARIF, and the draft that it is about. */
async function pullRequest() {
  const room = await newsroom();
  room.lay('branch');
  room.commit();
  const outputs = ['--format', 'sarif', '--output', 'out.sarif', '--format', 'github'];
  const { status, stdout } = await room.check('--since', 'main', ...outputs, 'drafts');
  const sarif = JSON.parse(room.read('out.sarif')) as { runs: { results: SarifResult[] }[] };
  const lines = room.read(LETTER).split('\n');
  return { status, lines, sarif, commands: stdout.split('\n').flatMap((line) => commandOf(line) ?? []) };
}

describe('on the pull request', () => {
  test('one new claim fails it; the quoted one is a note', async () => {
    const { status, commands } = await pullRequest();
    expect(status).toBe(1);
    expect(commands.map(({ name, properties: { file } }) => [name, file])).toEqual([
      ['error', LETTER],
      ['notice', LETTER],
    ]);
  });

  test('annotation and SARIF result land on the right words, behind Chinese text and emoji', async () => {
    const { commands, sarif, lines } = await pullRequest();
    const { line, col, endColumn } = commands[0]!.properties;
    const characters = [...lines[Number(line) - 1]!];
    expect(characters.slice(0, Number(col) - 1).join('')).toContain('没人有分数。” 📱👩‍👩‍👧');
    expect(plain(characters.slice(Number(col) - 1, Number(endColumn) - 1).join(''))).toBe(CLAIM);

    const result = sarif.runs[0]!.results.find((one) => one.level === 'error' && !one.suppressions?.length)!;
    const { region, artifactLocation } = result.locations[0]!.physicalLocation;
    expect(sarif.runs[0]).toMatchObject({ columnKind: 'utf16CodeUnits' });
    expect(artifactLocation.uri).toBe(LETTER);
    const units = lines[region.startLine - 1]!;
    expect(plain(units.slice(region.startColumn - 1, region.endColumn - 1))).toBe(CLAIM);
  });

  test('the SARIF is what GitHub takes, and the old claim is in it as known', async () => {
    const { sarif } = await pullRequest();
    expect(githubSarif.safeParse(sarif).error?.issues ?? []).toEqual([]);
    const known = sarif.runs[0]!.results.filter(({ suppressions = [] }) => suppressions.length > 0);
    expect(known.map((one) => one.locations[0]!.physicalLocation.artifactLocation.uri)).toEqual([HARBOUR]);
  });

  test.skipIf(SARIF_SCHEMA === undefined)('the SARIF is valid', async () => {
    const { sarif } = await pullRequest();
    expect(schemaErrors(SARIF_SCHEMA!)(sarif)).toEqual([]);
  });
});

describe('changed lines', () => {
  test('are reported alone: what stood there before is not', async () => {
    const room = await newsroom();
    room.write({ 'scscheck.config.yaml': 'include: [drafts/]\n' });
    room.commit();
    room.write({ [HARBOUR]: `${room.read(HARBOUR)}\nChina's social credit system is run by a single agency.\n` });
    const { status, stdout } = await room.check('--since', 'HEAD', '--format', 'github', 'drafts');
    const last = room.read(HARBOUR).trimEnd().split('\n').length;
    expect(status).toBe(1);
    expect(stdout.split('\n').flatMap((line) => commandOf(line)?.properties.line ?? [])).toEqual([`${last}`]);
  });

  test('are none where nothing changed, and that is no mistake', async () => {
    const room = await newsroom();
    expect(await room.check('--since', 'main', '--format', 'github', 'drafts')).toMatchObject({
      status: 0,
      stdout: '',
    });
  });
});

interface SarifResult {
  level?: string;
  suppressions?: unknown[];
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string };
      region: { startLine: number; startColumn: number; endColumn: number };
    };
  }[];
}
