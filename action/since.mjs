/** Finds the commit that a pull request is compared with, in checkouts with little history too. */
import { spawnSync } from 'node:child_process';

/**
 * A revision, or null where the event is no pull request: then whole files are reported. What is checked out for a pull
 * request is as a rule the merge that would come of it, whose first parent is what it would be merged into; a checkout
 * without any history gets one commit more from its own origin. Elsewhere it is the base that the event names.
 */
export function baseOf({ base, isPull }) {
  if (base === null) return null;
  if (!isPull) return base;
  if (!has('HEAD^1') && git('rev-parse', '--is-shallow-repository') === 'true') git('fetch', '--quiet', '--deepen=1');
  return has('HEAD^2') ? git('rev-parse', 'HEAD^1') : base;
}

const has = (revision) => git('rev-parse', '--quiet', '--verify', `${revision}^{commit}`) !== null;

/** What git prints; null when it fails. */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : null;
}
