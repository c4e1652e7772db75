/** What the action hands to the runner. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../cli/scscheck.ts';
import { commandOf } from '../reporters/github-command.ts';

/** Evaluates an expression with the exports of `action/report.mjs`. */
function report(expression: string, ...args: string[]): string {
  const script = `import * as report from ${JSON.stringify(resolve('action/report.mjs'))}; ${expression}`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script, ...args], { encoding: 'utf8' });
}

test('a summary that is too long for the runner is cut at the end of a line', () => {
  const root = folder({ 'long.md': '- one claim, 一二三\n'.repeat(80_000) });
  const target = join(root, 'summary.md');
  writeFileSync(target, 'before\n');
  report('report.writeSummary(process.argv[1], process.argv[2])', target, join(root, 'long.md'));
  expect(statSync(target).size).toBeLessThan(1024 * 1024);
  expect(
    readFileSync(target, 'utf8')
      .split('\n')
      .slice(0, -3)
      .slice(1)
      .every((line) => line === '- one claim, 一二三'),
  ).toBe(true);
});

test('messages that name files start no command', () => {
  const hostile =
    'a\n::add-mask::x\n \t::stop-commands::y\r::error::z\nb ##[group]c\n\u00a0::notice::d\n\u0085::debug::e';
  const printed = report('process.stdout.write(report.harmless(process.argv[1]))', hostile);
  expect(printed.split(/[\r\n]/).flatMap((line) => commandOf(line) ?? [])).toEqual([]);
  expect(printed).toContain('add-mask');
});

test('an error says what was said, in one line', () => {
  const said = '100 % of\nit:\r::x';
  const printed = report('process.stdout.write(report.commandFor(process.argv[1]))', said);
  expect(printed.split('\n')).toHaveLength(1);
  expect(commandOf(printed)).toMatchObject({ name: 'error', data: said });
});
