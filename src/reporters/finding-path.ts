/** Names of inputs as paths and URIs, the way formats for linters want them. Pure. */
import { posix, sep, win32 } from 'node:path';

/** What paths are made relative to. */
export interface PathBase {
  /** Absolute: the folder that reports name files from, as a rule that of the repository. */
  root: string;
  /** Absolute: the folder that relative names of inputs start from. */
  cwd: string;
}

const URL_LIKE = /^[a-z][a-z\d+.-]+:\/\//i;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The path of the input `id` with forward slashes and without `./`: relative to `base.root` where it lies in it, else
 * absolute; without `base` as given. A URL, and `-` for standard input, stay as they are. `windows` says whether backslashes part folders; default:
 * whether they do here.
 */
export function reportPath(id: string, base?: PathBase, windows: boolean = sep === '\\'): string {
  if (URL_LIKE.test(id) || id === '' || id === '-') return id;
  const path = windows ? win32 : posix;
  const slashes = (name: string): string => (windows ? name.replaceAll('\\', '/') : name);
  if (base === undefined) return slashes(path.normalize(id));
  const absolute = path.resolve(base.cwd, id);
  const relative = path.relative(base.root, absolute);
  const outside = relative === '..' || /^\.\.[\\/]/.test(relative) || path.isAbsolute(relative);
  return slashes(outside || relative === '' ? absolute : relative);
}

/** A URI reference (RFC 3986) for what `reportPath` gives: percent-encoded, `file:///` before an absolute path. */
export function pathUri(path: string): string {
  if (URL_LIKE.test(path)) return URL.canParse(path) ? new URL(path).href : encodeURIComponent(wellFormed(path));
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded.replace(/^\/+/, '/')}`;
  return /^[a-z]:\//i.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\uFFFD');
