import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { folder, PROGRAM, plainEnv, scscheck } from './scscheck.ts';

const SCORED = "Under China's social credit system, every citizen has a national score.";
const COLOR = '\u001b[31m';

describe('colours', () => {
  test.each<[string, string[], Record<string, string>, boolean]>([
    ['none when not a terminal', [], {}, false],
    ['--color always', ['--color', 'always'], { NO_COLOR: '1' }, true],
    ['--color never', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
    ['--no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['NO_COLOR beats FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['an empty NO_COLOR counts as unset', [], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
  ])('%s', async (_, args, env, colored) => {
    const { stdout } = await scscheck(['check', '-', ...args], { stdin: SCORED, env });
    expect(stdout).toContain('contradicted');
    expect(stdout.includes(COLOR)).toBe(colored);
  });

  test('never in files or in formats for machines', async () => {
    const env = { FORCE_COLOR: '1' };
    for (const format of ['json', 'jsonl', 'csv', 'markdown']) {
      const { stdout } = await scscheck(['check', '-', '--format', format], { stdin: SCORED, env });
      expect(stdout).not.toContain('\u001b');
    }
  });
});

test('escape sequences in an article are shown, not sent', async () => {
  const cwd = folder({ 'a.txt': `${SCORED.replace('national', '\u001b[2J\u001b]0;owned\u0007 national')}\n` });
  const { stdout, stderr } = await scscheck(['check', 'a.txt', '\u001b[31mgone.txt'], { cwd });
  expect(stdout).toContain('\\u{1b}[2J\\u{1b}]0;owned\\u{7}');
  expect(`${stdout}${stderr}`).not.toContain('\u001b');
});

describe('signals and pipes', () => {
  test('who stops reading ends the program without a word', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'check', '-', '--input-format', 'jsonl', '--format', 'jsonl'], {
      env: plainEnv(),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    const batch = `${JSON.stringify({ id: 'a', text: SCORED })}\n`.repeat(50);
    const endless = Readable.from(
      (function* () {
        for (;;) yield batch;
      })(),
    );
    endless.pipe(child.stdin);
    const [status] = await once(child, 'close');
    endless.destroy();
    expect({ status, stderr }).toEqual({ status: 141, stderr: '' });
  });

  test('an interrupted run keeps what is done, and says 130', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'check', '-', '--input-format', 'jsonl', '--format', 'json'], {
      env: plainEnv(),
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stdin.write(`${JSON.stringify({ id: 'a', text: SCORED })}\n`);
    while (!stdout.includes('"id": "a"')) await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    expect(status).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject([{ article: { id: 'a' } }]);
  });
});
