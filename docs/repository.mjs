/** Places in which a page has its commands run, one after the other, as a reader would at home. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** No setting of whoever runs this counts; not that of a hook either, out of which this may be run. */
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Reader',
  GIT_AUTHOR_EMAIL: 'reader@example.org',
  GIT_COMMITTER_NAME: 'Reader',
  GIT_COMMITTER_EMAIL: 'reader@example.org',
  GIT_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_WORK_TREE: undefined,
};

/** An empty repository with the program installed as by npm: its folder, its environment, how files are put there, its end. */
export function openRepository() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'scscheck-page-')));
  const write = (name, text) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const env = { ...process.env, ...GIT };
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root, env });
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(resolve('.'), join(root, 'node_modules/scscheck'));
  symlinkSync(resolve('dist/cli.js'), join(root, 'node_modules/.bin/scscheck'));
  write('.gitignore', 'node_modules/\n');
  write('package.json', '{ "private": true, "devDependencies": { "scscheck": "*" } }\n');
  write('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }\n');
  return { root, env, write, close: () => rmSync(root, { recursive: true, force: true }) };
}

/** An empty folder with the fixtures and the packages of the project beside it, so that what is made there stays out of it. */
export function openFolder() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'scscheck-page-')));
  for (const name of ['fixtures', 'node_modules']) symlinkSync(resolve(name), join(root, name));
  const write = (name, text) => writeFileSync(join(root, name), text);
  return { root, env: process.env, write, close: () => rmSync(root, { recursive: true, force: true }) };
}
