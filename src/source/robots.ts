/** What a site's robots.txt allows. */
import robotsParser from 'robots-parser';

/** Its types speak of a default export that the module, being CommonJS, has as itself. */
const parse = robotsParser as unknown as typeof robotsParser.default;

export interface SiteRules {
  allows(url: URL): boolean;
  /** Pause between two requests that the site wants, in milliseconds, at most 30,000; 0 when it says nothing. */
  delayMs: number;
}

/** The rules of a site without any. */
export const NO_RULES: SiteRules = { allows: () => true, delayMs: 0 };

/** Longest pause between two requests that a site is granted, in milliseconds. */
export const LONGEST_CRAWL_DELAY = 30_000;
/**
 * Most characters of all patterns with `*` together: the matcher takes their product with the length of an address,
 * here at most 32 million steps, measured at under 0.2 s on a busy machine.
 */
const WILD_CHARACTERS = 8000;
/** Most rules that count, the first ones: the matcher takes room for the whole address with each of them. */
const MOST_RULES = 10_000;

/** The name by which a program is addressed in robots.txt: what its User-Agent begins with, in lower case. */
export function robotsName(userAgent: string): string {
  return /^[a-z_-]*/i.exec(userAgent)![0]!.toLowerCase() || '*';
}

/** The rules in `text`, the robots.txt of `origin`, for a program of that name (see `robotsName`). */
export function siteRules(origin: string, text: string, name: string): SiteRules {
  const rules = parse(`${origin}/robots.txt`, bounded(text, name));
  const seconds = rules.getCrawlDelay(name) ?? 0;
  const delayMs = seconds > 0 ? Math.min(seconds * 1000, LONGEST_CRAWL_DELAY) : 0;
  return { allows: (url) => rules.isAllowed(url.href, name) !== false, delayMs };
}

/**
 * `text` with the lines alone that concern `name`, in groups that name it at most once: the parser stores each rule
 * with each name before it, and thousands of both would be millions.
 */
function bounded(text: string, name: string): string {
  const kept: string[] = [];
  const concerned = new Set<string>();
  let inNames = false;
  let wild = 0;
  let rules = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [key, value] = fieldOf(line);
    if (key === '') continue;
    if (key === 'user-agent') {
      if (!inNames) concerned.clear();
      inNames = true;
      const agent = value.split('/', 1)[0]!.trim().toLowerCase();
      if (agent === name || agent === '*') concerned.add(agent);
      continue;
    }
    if (key !== 'allow' && key !== 'disallow' && key !== 'crawl-delay') {
      // Sitemaps and the like stand outside the groups, and do not end one.
      continue;
    }
    if (inNames) for (const agent of concerned) kept.push(`User-agent: ${agent}`);
    inNames = false;
    if (concerned.size === 0 || ++rules > MOST_RULES) continue;
    if (value.includes('*')) wild += value.length;
    const rule = wild <= WILD_CHARACTERS ? value : shortened(key, value);
    if (rule !== null) kept.push(`${key}: ${rule}`);
  }
  return kept.join('\n');
}

/** A rule beyond what can be matched: what is forbidden grows, what is allowed goes. */
function shortened(key: string, value: string): string | null {
  const star = value.indexOf('*');
  if (star < 0) return value;
  return key === 'disallow' ? value.slice(0, star) || '/' : null;
}

/** A line's field in lower case and its value, without comment; '' for a line that has none. */
function fieldOf(line: string): [string, string] {
  const plain = line.split('#', 1)[0]!;
  const colon = plain.indexOf(':');
  return colon < 0 ? ['', ''] : [plain.slice(0, colon).trim().toLowerCase(), plain.slice(colon + 1).trim()];
}
