/** The dates a page states of itself, with how sure each is. */
import { CONFIDENCE, chooseDate, type DateFields, type FoundDate } from './dates-found.ts';
import { labelledDate } from './dates-in-text.ts';
import type { PageHead } from './html-head.ts';
import type { LinkedData } from './html-linked-data.ts';
import type { PageTime } from './html-marks.ts';
import { dateInUrl, isoDate, looseDateInUrl } from './publication-date.ts';

/** Names of `<meta>` that hold a date of publication, the most used first. */
const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'rnews:datepublished',
  'article.published',
  'article_date_original',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_online_date',
  'bt:pubdate',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'published',
  'published_time',
  'published-date',
];
/** Names that say less of what happened on that day. */
const DATED = [
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'datecreated',
  'article:created',
  'citation_date',
  'created',
  'pub_date',
  'displaydate',
  'gentime',
  'date',
];
const CHANGED = [
  'og:updated_time',
  'article:modified_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
];

/** The date to believe of all that a page and its address say; all null when they say none. */
export function pageDate(head: PageHead, linked: LinkedData, parsely: string | undefined, url: string): DateFields {
  const found: FoundDate[] = [];
  const add = (source: FoundDate['source'], confidence: number, value: string | null | undefined): void => {
    const date = value ? (isoDate(value) ?? labelledDate(value)) : null;
    if (date) found.push({ value: date, source, confidence });
  };
  const firstOf = (names: string[]) =>
    names.map((name) => head.metas.get(name)).find((value) => value && isoDate(value));
  add('json-ld', CONFIDENCE.article, linked.published);
  add('json-ld', CONFIDENCE.page, linked.pagePublished);
  add('json-ld', CONFIDENCE.dated, linked.created);
  add('meta', CONFIDENCE.published, firstOf(PUBLISHED) ?? parsely);
  add('meta', CONFIDENCE.dated, firstOf(DATED));
  const time = bestTime(head.times);
  if (time) add('time', timeConfidence(time), time.value);
  const strict = dateInUrl(url);
  add('url', strict ? CONFIDENCE.url : CONFIDENCE.looseUrl, strict ?? looseDateInUrl(url));
  if (found.length === 0) {
    add('json-ld', CONFIDENCE.changed, linked.modified);
    add('meta', CONFIDENCE.changed, firstOf(CHANGED));
    add('time', CONFIDENCE.changed, head.times.find((one) => one.says === 'changed' && isReadable(one))?.value);
  }
  return chooseDate(found);
}

/** Of the page's times the one that speaks for the article: the others are other articles'. */
function bestTime(times: readonly PageTime[]): PageTime | undefined {
  const readable = times.filter((time) => time.says !== 'changed' && isReadable(time));
  return (
    readable.find((time) => time.says === 'published' && time.isPlain && time.isNear) ??
    readable.find((time) => time.says === 'published' && time.isPlain) ??
    readable.find((time) => time.says === 'published' && time.isNear) ??
    readable.find((time) => time.isNear) ??
    readable.find((time) => time.says === 'published') ??
    readable[0]
  );
}

function timeConfidence({ says, isPlain, isNear }: PageTime): number {
  if (says === 'published' && isPlain) return CONFIDENCE.markedTime;
  return isNear ? CONFIDENCE.headTime : CONFIDENCE.anyTime;
}

function isReadable({ value }: PageTime): boolean {
  return (isoDate(value) ?? labelledDate(value)) !== null;
}
