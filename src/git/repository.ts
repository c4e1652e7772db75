/** The repository around a folder, and the commit that changes are counted from. */
import { UsageError } from '../errors.ts';
import { gitFailed, oneLine } from './failures.ts';
import { askGit, type GitOptions, gitOutput } from './run.ts';

export interface Repository {
  /** Its topmost folder with files, absolute, links resolved. */
  root: string;
  /** Whether early history was left out when it was cloned. */
  shallow: boolean;
}

/** The repository that `options.cwd` is in. Throws UsageError where there is none, or none with files. */
export async function openRepository(options: GitOptions): Promise<Repository> {
  const output = await gitOutput(['rev-parse', '--is-shallow-repository', '--show-toplevel'], options);
  const text = output.toString('utf8');
  const end = text.indexOf('\n');
  return { root: text.slice(end + 1).replace(/\n$/, ''), shallow: text.slice(0, end) === 'true' };
}

/**
 * The commit where the history of `rev` and of HEAD parted, in full. Of several the one that git takes to be the best.
 * Throws UsageError where `rev` names no commit, or several, or the two have nothing in common.
 */
export async function mergeBase(rev: string, repository: Promise<Repository>, options: GitOptions): Promise<string> {
  const named = `--since ${oneLine(rev)}`;
  // Git itself allows no name of a commit to begin so; without this it would be taken for an option.
  if (rev === '' || rev.startsWith('-') || /\p{Cc}/u.test(rev)) {
    throw new UsageError(
      'bad-revision',
      `${named}: this is no name of a commit`,
      null,
      'give a branch, a tag or a commit',
    );
  }
  const [found, { shallow }] = await Promise.all([
    askGit(['rev-parse', '--verify', `${rev}^{commit}`], options),
    repository,
  ]);
  const commit = found.output.toString('latin1').trim();
  if (/is ambiguous/.test(found.said)) throw ambiguous(named, found.said);
  if (found.status !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) {
    const head = await askGit(['rev-parse', '--verify', '--quiet', 'HEAD'], options);
    throw head.status === 1 ? noCommit() : unknown(rev, named, shallow, found.said);
  }
  const base = await askGit(['merge-base', 'HEAD', commit], options);
  const id = base.output.toString('latin1').trim();
  if (base.status === 0 && id !== '') return id;
  if (/Not a valid (?:object|commit) name:? '?HEAD/.test(base.said)) throw noCommit();
  if (base.status > 1) throw gitFailed(base);
  throw unrelated(named, shallow);
}

const DEEPEN = 'git fetch --unshallow, or fetch-depth: 0 with actions/checkout';

function noCommit(): UsageError {
  return new UsageError('no-commit', 'the branch checked out has no commit yet', null, 'use --staged');
}

function ambiguous(named: string, said: string): UsageError {
  const hint = /short object ID/.test(said)
    ? 'give more digits'
    : 'write refs/heads/… for the branch, refs/tags/… for the tag';
  return new UsageError('ambiguous-revision', `${named}: means more than one thing here`, null, hint);
}

function unknown(rev: string, named: string, shallow: boolean, said: string): UsageError {
  // Other failures than a name that is unknown: a repository that is refused or broken.
  if (said !== '' && !/Needed a single revision|unknown revision|bad revision|expected commit type/.test(said)) {
    const failed = gitFailed({ status: 128, said });
    if (failed.code !== 'git-failed') return failed;
  }
  if (/^0+$/.test(rev)) {
    const hint = 'this is what a forge gives for a branch that is new: give the branch it goes into';
    return new UsageError('unknown-revision', `${named}: stands for no commit`, null, hint);
  }
  const hint = shallow ? `this clone is shallow: ${DEEPEN}` : 'fetch it first, as with git fetch origin';
  return new UsageError(
    shallow ? 'shallow-clone' : 'unknown-revision',
    `${named}: there is no such commit here`,
    null,
    hint,
  );
}

function unrelated(named: string, shallow: boolean): UsageError {
  if (shallow) {
    const what = `${named}: this clone is shallow and lacks the commit where it parted from HEAD`;
    return new UsageError('shallow-clone', what, null, DEEPEN);
  }
  return new UsageError('no-merge-base', `${named}: has no commit in common with HEAD`, null, 'give another revision');
}
