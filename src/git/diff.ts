/** What git finds changed. */
import { gitFailed } from './failures.ts';
import { type DiffEntry, NEW_PREFIX, parseDiff } from './parse-diff.ts';
import { type GitOptions, startGit } from './run.ts';

/**
 * Everything that a setting could alter is said. Renames count from half of the lines kept and among at most a thousand
 * files, as git itself has it. Ends of lines are not compared: no word differs in a file whose CRLF became LF, or whose last
 * line got its line feed.
 */
const COMPARED = [
  '--raw',
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  '--no-abbrev',
  '--find-renames=50%',
  '-l1000',
  '--ignore-space-at-eol',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=all',
  '--submodule=short',
  '--src-prefix=a//',
  `--dst-prefix=${NEW_PREFIX}`,
  '-O/dev/null',
];

/**
 * What differs in the working tree from the commit `base`, or, where that is `staged`, in the index from HEAD (from nothing,
 * before the first commit). Throws UsageError when git fails.
 */
export async function diffEntries(base: string | 'staged', options: GitOptions): Promise<DiffEntry[]> {
  const { child, ended } = startGit(['diff', ...COMPARED, base === 'staged' ? '--cached' : base, '--'], options);
  child.stdin.end();
  const entries = await parseDiff(child.stdout);
  const end = await ended;
  if (end.status !== 0) throw gitFailed(end);
  return entries;
}
