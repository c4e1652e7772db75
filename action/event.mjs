/** What the runner says of the event that started the job. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * The commit that the change is to be merged into, or null; whether it is a pull request; and whether it comes from
 * another repository. A file that is missing or broken counts as an event of which nothing is known.
 */
export function readEvent(path) {
  const event = parsed(path);
  const pull = event.pull_request;
  const [head, base] = [pull?.head?.repo?.full_name, pull?.base?.repo?.full_name];
  return {
    isPull: pull !== undefined,
    base: pull?.base?.sha ?? event.merge_group?.base_sha ?? null,
    // The repository of a head may be gone: then it was a fork.
    fromFork: pull !== undefined && (head === undefined || head !== base),
  };
}

function parsed(path) {
  try {
    const event = path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    return typeof event === 'object' && event !== null ? event : {};
  } catch {
    return {};
  }
}
