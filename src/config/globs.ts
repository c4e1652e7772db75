/** Globs of a configuration: the one place that knows the library for them. Pure. */
import picomatch from 'picomatch';

/**
 * A matcher of globs is a regular expression that goes back where it guessed wrong: each guess more multiplies its time
 * by the length of the path. The bounds keep the worst glob on the worst path at a second or two (measured: 0.1 s for
 * two guesses, 6 s for three; each alternative multiplies it again).
 */
const MOST_GUESSES = 2;
const MOST_ALTERNATIVES = 16;
/** No file of a newsroom has a longer path below its configuration; a longer one matches nothing. */
const LONGEST_MATCHED = 512;

/** What is wrong with a glob, and what to do, or null. */
export function globFault(glob: string): { fault: string; hint: string } | null {
  if (glob.startsWith('!')) return { fault: 'begins with "!"', hint: 'name what is to be left out in "exclude"' };
  if (glob.includes('\\')) {
    return { fault: 'has a backslash', hint: 'part folders by "/"; a sign that has a meaning in globs is written [*]' };
  }
  if (/^(?:\/|[a-z]:)/i.test(glob) || glob.split('/').includes('..')) {
    return { fault: 'leads out of the folder of the configuration', hint: 'write it relative to that folder' };
  }
  if (guesses(glob) > MOST_GUESSES || alternatives(glob) > MOST_ALTERNATIVES) {
    return { fault: 'has too many wildcards', hint: 'write several globs' };
  }
  try {
    matcher(glob, false);
    return null;
  } catch {
    return { fault: 'is no glob', hint: 'check its brackets and braces' };
  }
}

/** How often a matcher has to guess how much a wildcard stands for, beyond the first in a name and among folders. */
function guesses(glob: string): number {
  const names = glob.split('/');
  const folders = names.filter((name) => name === '**').length;
  const within = names.map((name) => (name === '**' ? 0 : (name.match(/\*+/g)?.length ?? 0)));
  return Math.max(0, folders - 1) + within.reduce((sum, stars) => sum + Math.max(0, stars - 1), 0);
}

function alternatives(glob: string): number {
  const groups = glob.split('{').slice(1);
  return groups.reduce((product, group) => product * group.split(',').length, 1);
}

/**
 * Whether a path matches one of the globs. Paths are relative, with `/`. A name without wildcards at the end of a glob
 * stands for the file, or the folder with all that is in it. Names that begin with a dot are matched by wildcards when
 * `dot` is true. The globs have no fault.
 */
export function matchesAny(globs: readonly string[], { dot }: { dot: boolean }): (path: string) => boolean {
  const matchers = globs.map((glob) => matcher(glob, dot));
  return (path) => path.length <= LONGEST_MATCHED && matchers.some((matches) => matches(path));
}

function matcher(glob: string, dot: boolean): (path: string) => boolean {
  const trimmed = glob.replace(/^(?:\.\/)+|^\.$/, '').replace(/\/+$/, '');
  const isName = glob.endsWith('/') || !/[*?[\]{}]/.test(trimmed.slice(trimmed.lastIndexOf('/') + 1));
  // The library takes `name/**` for the name itself too.
  const whole = trimmed === '' ? '**' : isName ? `${trimmed}/**` : trimmed;
  // Wildcards, braces and brackets alone: what else the library takes from regular expressions is plain text here.
  const plain = whole.replace(/\[[!^]|[()|"+$^@!]/g, (sign) => (sign[0] === '[' ? '[^' : `\\${sign}`));
  return picomatch(plain, { dot, noextglob: true, nonegate: true, regex: false, keepQuotes: true, debug: true });
}
