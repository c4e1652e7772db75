/** The rules of sites, asked for once each. */
import { FetchError, KnownError } from '../errors.ts';
import { fetchFailed, StatusError } from './fetch-errors.ts';
import { NO_RULES, type SiteRules, siteRules } from './robots.ts';

/** Most bytes of robots.txt that are read; the standard wants 500 kB at least. */
export const ROBOTS_BYTES = 512 * 1024;
/** Sites whose rules are remembered; of those used longest ago they are asked for again. Most are under 5 kB. */
const MANY_SITES = 2000;

/** The way to a robots.txt: through redirects, tries and the host's turn, to its first bytes. */
type ReadRobots = (url: string) => Promise<Buffer>;

/**
 * The rules of the site of an address. A site without robots.txt (4xx, or more than five redirects) allows everything.
 * The function throws, for this address and each later one of the site: FetchError `robots-unavailable` when
 * robots.txt cannot be had (429, 5xx, no or no whole answer in time), which the standard takes for "nothing is
 * allowed"; `unknown-host`, `private-address`, `tls` and `no-answer` when there is no connection to be had at all.
 */
export function rulesOfSites(name: string, read: ReadRobots): (url: URL) => Promise<SiteRules> {
  const sites = new Map<string, Promise<SiteRules>>();
  return (url) => {
    const known = sites.get(url.origin);
    sites.delete(url.origin);
    const rules = known ?? rulesOf(url.origin, name, read);
    // Whoever waits for it sees its fault; when nobody does any more, nobody has to.
    rules.catch(() => {});
    sites.set(url.origin, rules);
    if (sites.size > MANY_SITES) sites.delete(sites.keys().next().value!);
    return rules;
  };
}

async function rulesOf(origin: string, name: string, read: ReadRobots): Promise<SiteRules> {
  try {
    const bytes = await read(`${origin}/robots.txt`);
    return siteRules(origin, new TextDecoder().decode(bytes), name);
  } catch (thrown) {
    if (!(thrown instanceof KnownError)) throw thrown;
    if (thrown instanceof StatusError && thrown.status < 500 && thrown.status !== 429) return NO_RULES;
    if (thrown.code === 'redirects' || thrown.code === 'empty') return NO_RULES;
    if (thrown instanceof FetchError && isUnconnected(thrown)) throw thrown;
    throw fetchFailed(
      'robots-unavailable',
      `robots.txt cannot be read, so nothing of the site is (${thrown.message})`,
      'try again later',
      thrown,
    );
  }
}

/** No connection at all: the page itself would fare no better. */
function isUnconnected(error: FetchError): boolean {
  if (['unknown-host', 'private-address', 'tls'].includes(error.code)) return true;
  const code = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  return error.code === 'no-answer' && /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN)$/.test(code);
}

/** The site does not want a page to be read by programs. */
export function forbidden(): FetchError {
  return fetchFailed('robots', "the site's robots.txt does not allow it", 'ask the site, or read it yourself');
}
