/** Which addresses are asked for. */
import { fetchFailed } from './fetch-errors.ts';

/** Longest address, in characters: twice what sitemaps allow. */
const LONGEST = 4096;

/**
 * The address, when it is one to ask: http or https, without user name or password, at most 4,096 characters. The
 * fragment is taken off. With `base`, the address is one that a server redirects to.
 * @throws FetchError `bad-url`; the message names no more of the address than its scheme.
 */
export function checkedUrl(url: string, base?: URL): URL {
  const what = base ? 'redirects to what' : 'what was given';
  if (url.length > LONGEST) {
    throw fetchFailed('bad-url', `${what} is longer than ${LONGEST} characters`, 'give a shorter address');
  }
  if (!URL.canParse(url, base?.href)) throw fetchFailed('bad-url', `${what} is no valid URL`, 'check the address');
  const parsed = new URL(url, base);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    const scheme = parsed.protocol.slice(0, 20);
    throw fetchFailed('bad-url', `${what} is a ${scheme} address`, 'give an http or https address');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw fetchFailed('bad-url', `${what} has a user name or password`, 'leave them out');
  }
  parsed.hash = '';
  return parsed;
}

/** The host a request goes to, with its port where that is not the usual one. */
export function hostOf(url: URL): string {
  const port = url.port === '' ? '' : `:${url.port}`;
  return url.hostname.replace(/\.$/, '') + port;
}
