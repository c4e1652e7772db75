/** Paths within a repository. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** The path as git would name it: absolute, its folders' links resolved; it need not be there. The last name, a link or not, stays. */
export function placeOf(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const folder = dirname(absolute);
  return absolute === folder ? absolute : join(resolved(folder), basename(absolute));
}

/** As `placeOf`, and where it leads if it is a link. */
export function placesOf(path: string, cwd: string): string[] {
  return [...new Set([placeOf(path, cwd), resolved(resolve(cwd, path))])];
}

/** An absolute path with its links resolved, as far as it is there. */
export function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(resolved(above), basename(path));
  }
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A test of whether an absolute path is one of `paths` or lies in one. Without them all are. Takes time in the path's depth. */
export function among(paths: readonly string[] | undefined): (path: string) => boolean {
  if (paths === undefined) return () => true;
  const given = new Set(paths);
  return (path) => {
    for (let at = path; ; at = dirname(at)) {
      if (given.has(at)) return true;
      if (at === dirname(at)) return false;
    }
  };
}
