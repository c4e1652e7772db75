/** Links to where an article stands. */
import { cleanText } from '../figures/clean.ts';
import { type Html, html, type Part } from './html.ts';

/** More is no address that a browser follows well, and bounds the size of the page. */
const LONGEST_URL = 2000;

/** A link where `url` is an absolute http or https address, without user name or password; else the words alone. */
export function linked(url: string | null, words: Part): Html {
  const address = url === null || url.length > LONGEST_URL ? null : webAddress(url);
  return address === null ? html`${words}` : html`<a href="${address}" rel="noopener noreferrer">${words}</a>`;
}

function webAddress(url: string): string | null {
  const clean = cleanText(url, LONGEST_URL);
  if (!/^https?:\/\//i.test(clean) || !URL.canParse(clean)) return null;
  const { protocol, username, password, href } = new URL(clean);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : null;
}
