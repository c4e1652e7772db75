/** Finds out from a table's first line what its columns are. */
import { ExtractError } from '../errors.ts';
import { type Columns, FIELDS, type Field } from './table-columns.ts';

/**
 * Names that columns go by, the most telling first, without case and punctuation (`publish_date`, `publishDate`
 * and "Publish date" are one). Story lists of Media Cloud, now and before, and article lists of GDELT are told by
 * these too: `stories_id`, `publish_date`, `media_name`, `seendate`, `sourcecountry`, `domain`.
 */
const NAMES: Record<Field, string[]> = {
  id: ['id', 'storiesid', 'storyid', 'articleid', 'guid', 'uuid'],
  text: ['text', 'body', 'content', 'articletext', 'fulltext', 'maintext', 'articlebody'],
  html: ['html', 'contenthtml', 'rawhtml'],
  url: ['url', 'link', 'articleurl', 'permalink', 'href', 'uri'],
  title: ['title', 'headline'],
  outlet: [
    ...['outlet', 'medianame', 'source', 'sourcename', 'publication', 'publisher', 'newspaper', 'sitename'],
    ...['sourcedomain', 'domain', 'mediaurl'],
  ],
  date: [
    ...[
      'publishedat',
      'publishdate',
      'publicationdate',
      'datepublished',
      'datepublish',
      'published',
      'pubdate',
      'date',
    ],
  ],
  language: ['language', 'lang'],
  country: ['country', 'sourcecountry'],
  byline: ['byline', 'author', 'authors'],
};

/** Names of columns that date what others did with an article: they count where it has no date of its own. */
const LATER: Record<'seen' | 'indexed', string[]> = {
  seen: ['seendate', 'seenat', 'firstseen'],
  indexed: ['indexeddate', 'indexedat', 'collectdate'],
};

/** Columns named in a message, and the length of a name there: enough to recognise a file, little enough to read. */
const NAMED = 20;
const NAME_LENGTH = 40;

/** A table's columns: how many, and the index of each field that has one. */
export interface Layout {
  width: number;
  at: ReadonlyMap<Field, number>;
  /** Columns that date what others did with the article, the surer first. */
  later: readonly { index: number; by: 'seen' | 'indexed' }[];
  /** Whether rows carry texts; those that do not are fetched, all of them. */
  hasText: boolean;
}

/**
 * The layout of the table whose first line is `header`. What `columns` names goes before what names tell; a column
 * is taken once.
 * @throws ExtractError `columns` when a named column is not there, or when no column is text, HTML or URL.
 */
export function layoutOf(header: readonly string[], columns: Columns | null): Layout {
  const at = new Map<Field, number>();
  const taken = new Set<number>();
  const take = (field: Field, index: number): void => {
    if (index === -1 || at.has(field) || taken.has(index)) return;
    at.set(field, index);
    taken.add(index);
  };
  const plain = header.map(plainName);
  for (const field of FIELDS) {
    const wanted = columns?.[field];
    if (wanted === undefined) continue;
    const index = indexOf(header, plain, wanted);
    if (index === -1) throw wrongColumns(`has no column "${wanted.slice(0, NAME_LENGTH)}"`, header);
    // Two fields may be told to share a column; only names are to be taken once.
    at.set(field, index);
    taken.add(index);
  }
  for (const field of FIELDS) {
    for (const name of NAMES[field]) take(field, plain.indexOf(name));
  }
  const later = (['seen', 'indexed'] as const).flatMap((by) =>
    LATER[by]
      .map((name) => ({ index: plain.indexOf(name), by }))
      .filter(({ index }) => index !== -1 && !taken.has(index)),
  );
  const hasText = at.has('text') || at.has('html');
  if (!hasText && !at.has('url')) throw wrongColumns('has no column that is known to hold texts or URLs', header);
  return { width: header.length, at, later, hasText };
}

/** The column of a name as given, else the one that differs in case and punctuation alone; -1 without. */
function indexOf(header: readonly string[], plain: readonly string[], wanted: string): number {
  const exact = header.findIndex((name) => name.trim() === wanted);
  if (exact !== -1 || plainName(wanted) === '') return exact;
  return plain.indexOf(plainName(wanted));
}

function plainName(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function wrongColumns(what: string, header: readonly string[]): ExtractError {
  const shown = header.slice(0, NAMED).map((name) => name.trim().replace(/\s+/g, ' ').slice(0, NAME_LENGTH));
  const more = header.length > NAMED ? ` and ${header.length - NAMED} more` : '';
  const hint = 'the first line has to name the columns; say which is what with --columns text=…,url=…,date=…';
  return new ExtractError('columns', `${what}; its columns are: ${shown.join(', ')}${more}`, null, hint);
}
