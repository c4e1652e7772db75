/** Repositories for tests, made by git itself in folders that are gone when the test ends. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder } from '../cli/scscheck.ts';

/** No setting of whoever runs the tests counts, and commits have an author. */
export const GIT_ENV: Record<string, string> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

export interface TestRepository {
  root: string;
  /** Runs git in it; gives what it prints. */
  git(...args: string[]): string;
  /** Writes files, with their folders. */
  write(files: Record<string, string | Buffer>): void;
  /** Writes files, adds all there are and commits; gives the id. */
  commit(files?: Record<string, string | Buffer>): string;
  path(name: string): string;
}

export function repositoryAt(root: string): TestRepository {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, env: { ...process.env, ...GIT_ENV }, encoding: 'utf8', stdio: 'pipe' });
  const write = (files: Record<string, string | Buffer>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
  };
  return {
    root,
    git,
    write,
    commit(files = {}) {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
      return git('rev-parse', 'HEAD').trim();
    },
    path: (name) => join(root, name),
  };
}

/** A new repository, its branch named main, with these files committed; without files nothing is. */
export function repository(files?: Record<string, string | Buffer>): TestRepository {
  const made = repositoryAt(realpathSync(folder()));
  made.git('init', '--quiet', '--initial-branch=main');
  if (files) made.commit(files);
  return made;
}

/** `1-3 5 7|` : lines 1 to 3 and 5 are new, something was taken out behind 7; `all` for a whole file. */
export function shown({
  whole,
  ranges,
  cuts,
}: {
  whole: boolean;
  ranges: readonly { first: number; last: number }[];
  cuts: readonly number[];
}): string {
  if (whole) return 'all';
  const lines = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return [...lines, ...cuts.map((line) => `${line}|`)].join(' ');
}

/** The changes by their names in the repository. */
export function named({
  root,
  files,
}: {
  root: string;
  files: Map<string, Parameters<typeof shown>[0]>;
}): Record<string, string> {
  return Object.fromEntries([...files].map(([path, lines]) => [path.slice(root.length + 1), shown(lines)]));
}
