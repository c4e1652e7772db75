/** A newsroom's repository, made of `fixtures/newsroom`, in a folder that is gone when the test ends. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GIT_ENV, repository, type TestRepository } from '../git/repository.ts';
import { PROGRAM, plainEnv, type Run, scscheck } from './scscheck.ts';

const FIXTURE = resolve('fixtures/newsroom');

export interface Newsroom extends TestRepository {
  /** Puts what a folder of the fixture holds over what is there. */
  lay(folder: 'main' | 'branch' | 'mended'): void;
  /** Runs the program in the repository. */
  check(...args: string[]): Promise<Run>;
  /** Adds everything and commits, hooks and all. */
  tryCommit(): Pick<Run, 'status' | 'stdout' | 'stderr'>;
  read(name: string): string;
}

/** The repository as it is before the pull request, on the branch `letter`: old findings are in the baseline. */
export async function newsroom(): Promise<Newsroom> {
  const made = repository();
  const env = plainEnv(GIT_ENV);
  const room: Newsroom = {
    ...made,
    lay: (folder) => cpSync(join(FIXTURE, folder), made.root, { recursive: true }),
    check: (...args) => scscheck(['check', ...args], { cwd: made.root, env: GIT_ENV }),
    tryCommit: () => {
      made.git('add', '--all');
      return spawnSync('git', ['commit', '--message', 'x'], { cwd: made.root, env, encoding: 'utf8' });
    },
    read: (name) => readFileSync(made.path(name), 'utf8'),
  };
  room.lay('main');
  renameSync(made.path('gitignore'), made.path('.gitignore'));
  install(made.root);
  const { stderr } = await room.check('--update-baseline', 'drafts');
  made.commit();
  made.git('switch', '--quiet', '--create', 'letter');
  if (made.git('show', '--name-only', 'HEAD').includes('scscheck-baseline.json')) return room;
  throw new Error(`no baseline was written: ${stderr}`);
}

/** As `npm install` would. */
function install(root: string): void {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(resolve('.'), join(root, 'node_modules/scscheck'));
  symlinkSync(PROGRAM, join(root, 'node_modules/.bin/scscheck'));
}

/** Installs the commit hook of the recipes. */
export function installHook(root: string): void {
  const hook = join(root, '.git/hooks/pre-commit');
  mkdirSync(join(root, '.git/hooks'), { recursive: true });
  copyFileSync(resolve('recipes/pre-commit'), hook);
  chmodSync(hook, 0o755);
}
