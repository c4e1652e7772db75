/** Paths as globs see them. */
import { relative, resolve } from 'node:path';

/**
 * A path relative to `root`, with `/`; `path` is absolute or relative to `cwd`. Null for what lies elsewhere, and for
 * what is no path: standard input and addresses. A backslash parts folders on every system, so that a list of files
 * from Windows is understood.
 */
export function insideRoot(root: string, cwd: string, path: string): string | null {
  if (path === '-' || /^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return null;
  const inside = relative(root, resolve(cwd, path.replaceAll('\\', '/'))).replaceAll('\\', '/');
  return inside === '' || inside === '..' || inside.startsWith('../') || /^[a-z]:/i.test(inside) ? null : inside;
}
