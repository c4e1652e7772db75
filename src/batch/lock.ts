/** One process at a time on a run. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { RunError } from '../errors.ts';

/**
 * Takes the run in `folder` for this process, and gives what lets it go. A lock that a dead process of this machine left is
 * taken over. Throws RunError `in-use` while another process has it.
 */
export function lockRun(folder: string): () => void {
  const lock = join(folder, 'lock');
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) }));
  try {
    for (let tries = 0; ; tries++) {
      try {
        // A link appears whole or not at all, and fails where there is one.
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
      }
      const left = leftBehind(lock);
      if (left === null || tries > 3) {
        const hint = `wait for it, or stop it; if it is gone, remove ${lock}`;
        throw new RunError('in-use', 'another process works on it', { file: folder }, hint);
      }
      takeAway(lock, `${own}.old`, left);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** What stands in a lock whose process is gone; null while that lives, or may live on another machine. */
function leftBehind(lock: string): string | null {
  const content = contentOf(lock);
  try {
    const { pid, host, started = null } = JSON.parse(content) as { pid: number; host: string; started?: string | null };
    if (host !== hostname()) return null;
    // In containers a process may get the number that the one before it had.
    if (pid !== process.pid) process.kill(pid, 0);
    const isAnother = started !== null && startOf(pid) !== started;
    return pid === process.pid || isAnother ? content : null;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM' ? null : content;
  }
}

/** When a process began, as the system counts; null where it does not tell. A number is given anew after a restart. */
function startOf(pid: number): string | null {
  const stat = contentOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Takes the lock away if it still says `content`: another process may have taken it over in the meantime. */
function takeAway(lock: string, aside: string, content: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== content) linkSync(aside, lock);
  rmSync(aside, { force: true });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
