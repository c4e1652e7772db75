import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, PROGRAM, plainEnv } from '../cli/scscheck.ts';

const DRAFT = `# Scores 信用

😀 Every Chinese citizen has a social credit score.

It rained. The social credit system is run by one central agency that keeps a single database on everyone.
`;

/** Read by the server: what is an error without it is a warning. */
const CONFIG = JSON.stringify({ severity: { contradicted: 'warning' } });

interface Shown {
  line: number;
  text: string;
  severity: number;
  source: string;
  code: string;
  message: string;
}

interface Steps {
  opened: Shown[];
  moved: Shown[];
  typed: Shown[];
  hover: { contents: { value: string } };
  actions: string[];
  suppressed: string[];
}

const isThere = spawnSync('nvim', ['--version']).status === 0;
// Where every change is tested there must be one: a test that never runs shows nothing.
const skipped = !isThere && !process.env.CI;
if (skipped) console.warn('test/lsp/neovim.test.ts: skipped, as there is no nvim on this machine');

/** Runs the script in a Neovim that knows nothing of its user's settings, and gives what it wrote down. */
async function neovim(files: Record<string, string>): Promise<{ steps: Steps; problem?: string }> {
  const at = folder(files);
  const [draft, out] = [join(at, 'draft.md'), join(at, 'result.json')];
  writeFileSync(
    join(at, 'init.lua'),
    `vim.opt.swapfile = false\ndofile(${JSON.stringify(resolve('test/lsp/neovim.lua'))})\n`,
  );
  const child = spawn('nvim', ['--headless', '--clean', '-u', join(at, 'init.lua')], {
    env: plainEnv({
      HOME: at,
      XDG_STATE_HOME: at,
      XDG_CACHE_HOME: at,
      SCSCHECK_SERVER: JSON.stringify([process.execPath, PROGRAM, 'lsp', '--stdio']),
      SCSCHECK_DRAFT: draft,
      SCSCHECK_OUT: out,
    }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'close');
  try {
    return JSON.parse(readFileSync(out, 'utf8')) as { steps: Steps; problem?: string };
  } catch {
    throw new Error(`Neovim wrote nothing down: ${said}`);
  }
}

describe.skipIf(skipped)('in Neovim', () => {
  it('diagnostics stand where the words do and follow them, hover and actions work', async () => {
    const { steps, problem } = await neovim({ 'draft.md': DRAFT, 'scscheck.config.json': CONFIG });
    expect(problem ?? null).toBeNull();

    const [first, second] = steps.opened;
    expect(first).toMatchObject({
      line: 2,
      text: 'Every Chinese citizen has a social credit score',
      severity: 2,
      source: 'scscheck',
      code: 'no-national-score',
      message: expect.stringMatching(/the source says otherwise: .+ As of 8 May 2022\.$/),
    });
    expect(second!.line).toBe(4);
    expect(steps.moved.map(({ line, text }) => ({ line, text }))).toEqual(
      steps.opened.map(({ line, text }) => ({ line: line + 2, text })),
    );
    expect(steps.typed.map(({ text }) => text)).toEqual([second!.text]);

    expect(steps.hover.contents.value).toMatch(/^\*\*contradicted\*\* \(confidence \d+ %\)/);
    expect(steps.actions).toContain('Suppress no-national-score in this paragraph, with a reason');
    expect(steps.suppressed.slice(0, 7)).toEqual([
      'A line 😀 above.',
      '',
      '# Scores 信用',
      '',
      '<!-- scscheck-disable-next-line no-national-score: say why -->',
      '😀 Every Chinese citizen has a social credit score.',
      '',
    ]);
  }, 120_000);
});
