/** The GitHub Action, its steps run as a runner runs them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newsroom } from '../cli/newsroom.ts';
import { folder } from '../cli/scscheck.ts';
import { commandOf } from '../reporters/github-command.ts';
import { ACTION, runAction } from './composite.ts';

const LETTER = 'drafts/world/letter-from-shanghai.md';
const OWN = 'paper/drafts';

/** The newsroom with the pull request merged for a trial, as GitHub checks it out. */
async function merged() {
  const room = await newsroom();
  room.lay('branch');
  room.commit();
  room.git('switch', '--quiet', 'main');
  room.commit({ 'drafts/meanwhile.txt': 'Every citizen of China has a social credit score.\n' });
  const base = room.git('rev-parse', 'HEAD').trim();
  room.git('merge', '--quiet', '--no-ff', '--message', 'x', 'letter');
  const event = (head = OWN, sha = base) => ({
    pull_request: { base: { sha, repo: { full_name: OWN } }, head: { sha: 'x', repo: { full_name: head } } },
  });
  return { room, event };
}

const commands = (log: string) => log.split('\n').flatMap((line) => commandOf(line) ?? []);

describe('a pull request', () => {
  test('gets annotations, a summary and SARIF, for its own lines alone, and fails', async () => {
    const { room, event } = await merged();
    const ran = runAction(room.root, { paths: 'drafts' }, event());
    expect(commands(ran.log).map(({ name, properties: { file } }) => [name, file])).toEqual([
      ['error', LETTER],
      ['notice', LETTER],
    ]);
    expect(ran).toMatchObject({ status: 1, outputs: { status: '1' } });
    expect(ran.summary).toContain('letter-from-shanghai.md');
    expect(ran.used).toEqual([
      {
        uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/),
        with: { sarif_file: ran.outputs['sarif-file'], category: 'scscheck' },
      },
    ]);
    const { runs } = JSON.parse(readFileSync(ran.outputs['sarif-file']!, 'utf8'));
    // The old claim, which was moved, is in the baseline; code scanning would show it as open.
    const files = runs[0].results.map(
      (result: SarifResult) => result.locations[0].physicalLocation.artifactLocation.uri,
    );
    expect([ran.outputs.findings, files]).toEqual(['2', [LETTER, LETTER]]);
  });

  test('from a fork, whose token may not write, gets all but the upload', async () => {
    const { room, event } = await merged();
    const ran = runAction(room.root, { paths: 'drafts' }, event('reader/drafts'));
    expect(ran).toMatchObject({ status: 1, used: [], summary: expect.stringContaining(LETTER) });
    expect(commands(ran.log)).not.toEqual([]);
  });

  test('in a checkout of one commit is compared with what it is merged into', async () => {
    const { room, event } = await merged();
    const shallow = folder();
    room.git('clone', '--quiet', '--depth=1', `file://${room.root}`, shallow);
    const ran = runAction(shallow, { paths: 'drafts' }, event());
    expect(commands(ran.log).map(({ properties: { file } }) => file)).toEqual([LETTER, LETTER]);
  });

  test('that is fine passes, without a finding', async () => {
    const { room, event } = await merged();
    room.lay('mended');
    room.git('commit', '--quiet', '--all', '--amend', '--no-edit');
    const ran = runAction(room.root, { paths: 'drafts', sarif: 'false', summary: 'false' }, event());
    expect(ran).toMatchObject({ status: 0, summary: '', used: [], outputs: { status: '0' } });
  });
});

describe('inputs', () => {
  test('"since: none" has whole files reported; several paths are given by lines', async () => {
    const { room, event } = await merged();
    const paths = 'drafts/meanwhile.txt\n\n  drafts/archive\n';
    const { log } = runAction(room.root, { paths, since: 'none' }, event());
    expect(commands(log).map(({ properties: { file } }) => file)).toEqual(['drafts/meanwhile.txt']);
  });

  test.each([
    ['paths', '--help'],
    ['config', '--no-config'],
    ['since', '--output=stolen.txt'],
    ['fail-on', 'never --output stolen.txt'],
    ['paths', '$(touch stolen.txt)'],
    ['version', 'file:../evil'],
    ['version', '1.0.0; touch stolen.txt'],
  ])('%s: %s is no option and no command', async (name, value) => {
    const { room, event } = await merged();
    const ran = runAction(room.root, { paths: 'drafts', [name]: value }, event());
    expect(ran.status).toBe(2);
    expect(commands(ran.log).map((command) => command.name)).toContain('error');
    expect(room.git('status', '--porcelain')).not.toContain('stolen');
  });
});

test('a revision that does not exist is one clear line, as an annotation', async () => {
  const { room, event } = await merged();
  const ran = runAction(room.root, { paths: 'drafts', since: 'no-such-branch' }, event());
  const last = commands(ran.log).at(-1);
  expect([ran.status, ran.outputs.findings, ran.used]).toEqual([2, '', []]);
  expect([last?.name, last?.data]).toEqual(['error', expect.stringContaining('no-such-branch')]);
});

test('no expression stands in a script', () => {
  for (const { run } of ACTION.runs.steps) expect(run ?? '').not.toContain('${{');
});

test('every input and output is described', () => {
  for (const { description } of [...Object.values(ACTION.inputs), ...Object.values(ACTION.outputs)]) {
    expect(description.length).toBeGreaterThan(20);
  }
});

interface SarifResult {
  locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
}
