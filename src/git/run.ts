/** Runs git, never through a shell, and in such a way that no setting of the user's starts anything or alters what it prints. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type GitFailure, gitFailed, notStarted } from './failures.ts';

export interface GitOptions {
  /** Where git is run; the repository is the one around it. */
  cwd: string;
  /** Ends git when aborted; what was asked for is rejected then. */
  signal?: AbortSignal | undefined;
}

/** Bytes kept of what git says on standard error: its first lines tell. */
const MOST_SAID = 65_536;
/** Bytes of an answer that is taken whole: paths and ids, not contents. */
const MOST_ANSWERED = 64 * 1_048_576;

const SETTINGS = [
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.warnAmbiguousRefs=true',
  'core.bigFileThreshold=512m',
  'diff.autoRefreshIndex=true',
  'diff.relative=false',
].flatMap((setting) => ['-c', setting]);

/** Set in the environment of a user or a hook, these would alter what is found. `GIT_INDEX_FILE`, `GIT_DIR` and the like stay. */
const UNSET = [
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_LITERAL_PATHSPECS: '1',
    // A clone without all objects would ask its server for them; nobody asked for that. Older versions know the second alone.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
  };
  for (const name of UNSET) delete env[name];
  return env;
}

/** A running git. */
export interface Running {
  child: ChildProcessWithoutNullStreams;
  /** Settles when it has ended and all it printed was taken; rejects where it cannot be started, or is aborted. */
  ended: Promise<{ status: number; said: string }>;
}

/** Starts git. Whoever calls reads `child.stdout` to its end, or kills it. */
export function startGit(args: readonly string[], { cwd, signal }: GitOptions): Running {
  const child = spawn('git', ['--no-pager', ...SETTINGS, ...args], {
    cwd,
    env: environment(),
    ...(signal ? { signal } : {}),
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < MOST_SAID) said += text;
  });
  // Git that ends early leaves a broken pipe; its status says why.
  child.stdin.on('error', () => {});
  const ended = new Promise<{ status: number; said: string }>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => reject(notStarted(error, cwd)));
    child.on('close', (status) => resolve({ status: status ?? 128, said }));
  });
  // Whoever awaits it hears of it; a reader that fails first must not leave it unhandled.
  ended.catch(() => {});
  return { child, ended };
}

/** What git answered. */
export interface Answer extends GitFailure {
  output: Buffer;
}

/** Runs git to its end. Throws UsageError where it cannot be started. */
export async function askGit(args: readonly string[], options: GitOptions, input = ''): Promise<Answer> {
  const { child, ended } = startGit(args, options);
  const parts: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MOST_ANSWERED) child.kill();
    else parts.push(part);
  });
  child.stdin.end(input);
  const { status, said } = await ended;
  return { output: Buffer.concat(parts), status, said };
}

/** What git prints when all goes well. Throws UsageError when it does not. */
export async function gitOutput(args: readonly string[], options: GitOptions, input = ''): Promise<Buffer> {
  const answer = await askGit(args, options, input);
  if (answer.status !== 0) throw gitFailed(answer);
  return answer.output;
}
