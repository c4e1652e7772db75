/** What git says when it fails, as errors of one line each. */
import { existsSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/** How git ended. */
export interface GitFailure {
  status: number;
  /** Its standard error. */
  said: string;
}

/** Git could not be started in `cwd`; aborts are handed on as they are. */
export function notStarted(error: NodeJS.ErrnoException, cwd: string): Error {
  if (error.name === 'AbortError') return error;
  if (!existsSync(cwd))
    return new UsageError('no-folder', 'there is no such folder', { file: cwd }, null, { cause: error });
  if (error.code !== 'ENOENT')
    return new UsageError('git-failed', `git cannot be run: ${error.code}`, null, null, { cause: error });
  const hint = 'install it, or check without --since and --staged';
  return new UsageError('git-missing', 'git is not installed, or not on the PATH', null, hint, { cause: error });
}

/** Why git failed, as far as what it said tells; `status` 0 with nothing said is a fault too, if the caller says so. */
export function gitFailed({ said, status }: GitFailure): UsageError {
  if (/dubious ownership|unsafe repository/.test(said)) return refused(said);
  if (/not a git repository/.test(said)) {
    const hint = '--since and --staged need a folder that is in a git repository';
    return new UsageError('not-a-repository', 'this folder is in no git repository', null, hint);
  }
  if (/must be run in a work tree/.test(said)) {
    const hint = 'give the command where the files are checked out';
    return new UsageError(
      'no-work-tree',
      'this repository has no files here: it is bare, or this is its .git folder',
      null,
      hint,
    );
  }
  if (/promisor|lazy fetching disabled|transport '.*' not allowed/.test(said)) {
    const hint = 'a partial clone: git diff --stat with the same revision fetches them';
    return new UsageError('missing-objects', 'earlier contents of changed files are missing in this clone', null, hint);
  }
  return new UsageError('git-failed', `git: ${firstReason(said) || `ended with status ${status}`}`);
}

/** Git takes the repository to be somebody else's. */
function refused(said: string): UsageError {
  const command = /git config --global --add safe\.directory .+/.exec(said)?.[0];
  return new UsageError(
    'repository-refused',
    `git: ${firstReason(said)}`,
    null,
    command ? `if it is yours: ${oneLine(command)}` : null,
  );
}

function firstReason(said: string): string {
  const line = said.split('\n').find((one) => /^(?:fatal|error): /.test(one)) ?? said.split('\n', 1)[0] ?? '';
  return oneLine(line.replace(/^(?:fatal|error): /, ''));
}

/** The text without what would break its line or colour it, at most 200 characters: enough for a path. */
export function oneLine(text: string): string {
  const shown = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return shown.length > 200 ? `${shown.slice(0, 199)}…` : shown;
}
