/** The five programs as processes, in a folder set up as a newsroom's repository would be. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type Folders, writeFolders } from './linters-folders.ts';

const HOME = resolve('bench/linters');
/** Where the linters are installed. */
export const MODULES = join(HOME, 'node_modules');
const CLI = resolve('dist/cli.js');
const CONFIGURATIONS = ['.textlintrc.json', 'cspell.json', '.markdownlint-cli2.jsonc'];

export const LINTERS = ['alex', 'cspell', 'markdownlint-cli2', 'textlint'] as const;
export type Linter = (typeof LINTERS)[number];

/** What is given before the files: nothing but what keeps progress bars and caches away. */
const ARGUMENTS: Record<Linter, string[]> = {
  alex: [],
  cspell: ['lint', '--no-progress', '--no-cache'],
  'markdownlint-cli2': [],
  textlint: [],
};

/** What each says of every folder it has looked through; textlint says nothing where nothing is wrong. */
const SAYS: Record<Linter, (files: number) => RegExp> = {
  alex: (files) => new RegExp(`(?:draft-\\d{3}\\.md[^]*?){${files}}`),
  cspell: (files) => new RegExp(`Files checked: ${files},`),
  'markdownlint-cli2': (files) => new RegExp(`Linting: ${files} file`),
  textlint: () => /^/,
};

/**
 * Sets `root` up with the drafts, the linters and their configurations, and gives ways to run each program there to
 * its end, their output thrown away. A run that ends with status 2 or above throws; so does a program that has not
 * looked at every draft when it is first tried here.
 */
export function workplace(root: string) {
  const folders = relativeTo(root, writeFolders(root));
  for (const name of CONFIGURATIONS) cpSync(join(HOME, name), join(root, name));
  symlinkSync(MODULES, join(root, 'node_modules'));
  const node = (args: string[], stdio: 'ignore' | 'pipe' = 'ignore'): string => {
    const ran = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', stdio, 'pipe'], maxBuffer: 1e9 });
    // A program of node that dies of an error ends with status 1 too, as one that has found something.
    if (ran.status === null || ran.status > 1 || /^Node\.js v/m.test(String(ran.stderr))) {
      throw new Error(`node ${args.join(' ')}: ${ran.signal ?? ran.status}\n${ran.stderr}`);
    }
    return `${ran.stdout ?? ''}${ran.stderr}`;
  };
  const lint = (name: Linter, files: string): string[] => [programOf(name), ...ARGUMENTS[name], files];
  for (const name of LINTERS) {
    const said = node(lint(name, `${folders.newsroom}/**/*.md`), 'pipe');
    if (!SAYS[name](folders.files).test(said)) throw new Error(`${name} has not looked at every draft:\n${said}`);
  }
  const check = (input: string, ...options: string[]): void => void node([CLI, 'check', input, ...options]);
  const summary = node([CLI, 'check', folders.newsroom], 'pipe').slice(-1000);
  if (!summary.includes(`${folders.files} articles`)) throw new Error(`check has not read every draft:\n${summary}`);
  return {
    ...folders,
    bare: () => node(['-e', '0']),
    check,
    /** A job for each linter. */
    jobsOf: (files: string) => {
      const jobs = LINTERS.map((name) => [name, () => node(lint(name, files))] as const);
      return Object.fromEntries(jobs) as Record<Linter, () => unknown>;
    },
    /** A cache folder that a first check of the folder has filled. */
    filledCache: (input: string): string => {
      const cache = `cache-${basename(input)}`;
      check(input, '--cache', cache);
      return cache;
    },
  };
}

/** The program of an installed package, as its package.json names it. */
function programOf(name: Linter): string {
  const home = join('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(HOME, home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[name]);
}

function relativeTo(root: string, { newsroom, onTopic, files }: Folders) {
  const [first, second] = [relative(root, newsroom), relative(root, onTopic)];
  // The eighth of every twenty drafts is the one on topic.
  return {
    newsroom: first,
    onTopic: second,
    files,
    drafts: { about: `${first}/draft-008.md`, other: `${first}/draft-009.md` },
  };
}
