/** Runs the built program as a user would. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const PROGRAM = resolve('dist/cli.js');

export interface Run {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  stdin?: string | Buffer;
  env?: Record<string, string>;
  cwd?: string;
}

/** The environment of the tests without what decides on colours. */
export function plainEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _n, FORCE_COLOR: _f, ...env } = process.env;
  return { ...env, ...extra };
}

/** Runs `scscheck` with `args` to its end. */
export function scscheck(args: string[], { stdin = '', env = {}, cwd }: RunOptions = {}): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: plainEnv(env), ...(cwd ? { cwd } : {}) });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  child.stdin.on('error', () => {}).end(stdin);
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (status, signal) => done({ status, signal, ...output }));
  });
}

/** A folder with these files, gone when the test ends. */
export function folder(files: Record<string, string | Buffer> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'scscheck-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}
