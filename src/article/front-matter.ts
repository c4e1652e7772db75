/** The front matter of a Markdown file, and what it says of the article. */
import type { ArticleMeta } from '../model.ts';
import { cleanByline } from './byline.ts';
import { isoDate } from './publication-date.ts';

/** Front matter longer than this is taken for text. */
const LONGEST = 65_536;

/** The length of the front matter that `text` begins with (lines of `---`, for TOML `+++`, around it), 0 without one. */
export function frontMatterLength(text: string): number {
  const open = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  if (open === undefined) return 0;
  const head = text.slice(0, LONGEST);
  const close = (open === '---' ? /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ : /\n\+\+\+[ \t]*(?:\r?\n|$)/).exec(head);
  return close ? close.index + close[0].length : 0;
}

const FIELDS: Record<string, 'title' | 'url' | 'publishedAt' | 'language' | 'outlet' | 'byline' | 'country'> = {
  title: 'title',
  headline: 'title',
  url: 'url',
  canonical: 'url',
  canonical_url: 'url',
  date: 'publishedAt',
  published: 'publishedAt',
  publishedat: 'publishedAt',
  published_at: 'publishedAt',
  publish_date: 'publishedAt',
  pubdate: 'publishedAt',
  lang: 'language',
  language: 'language',
  outlet: 'outlet',
  publication: 'outlet',
  site_name: 'outlet',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  country: 'country',
};

/**
 * What the front matter states on lines of its own (`key: value`, in TOML `key = value`); nested values are passed over. Where its date
 * comes from is left unsaid: `mergeMeta` takes what a file states of itself for its metadata.
 */
export function frontMatterMeta(text: string): Partial<ArticleMeta> {
  const meta: Partial<ArticleMeta> = {};
  for (const line of text.slice(0, frontMatterLength(text)).split(/\r?\n/)) {
    const found = /^([A-Za-z_]{1,20})\s{0,9}(?::\s{1,9}|=\s{0,9})(\S.{0,1999})$/.exec(line);
    const field = found && FIELDS[found[1]!.toLowerCase()];
    if (!found || !field) continue;
    const value = unquoted(found[2]!.trim());
    const kept = field === 'publishedAt' ? isoDate(value) : field === 'byline' ? cleanByline(value) : value;
    if (kept) meta[field] ??= kept;
  }
  return meta;
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? quoted[2]! : value;
}

/** What a Markdown file states of itself: front matter, else the first heading as title. Linear and cheap. */
export function markdownMeta(fileText: string): Partial<ArticleMeta> {
  const stated = frontMatterMeta(fileText);
  if (stated.title) return stated;
  const head = fileText.slice(frontMatterLength(fileText)).slice(0, 10_000);
  const heading = /^#{1,2}[ \t]+(\S[^\r\n]*)/m.exec(head);
  const title = heading?.[1]?.replace(/[ \t]#{1,6}[ \t]{0,9}$/, '').trim();
  return title ? { ...stated, title } : stated;
}
