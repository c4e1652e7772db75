/** Title, author and date as documents (DOCX, PDF) carry them, without what programs put there by themselves. */
import type { ArticleMeta } from '../model.ts';
import { cleanByline } from './byline.ts';
import { CONFIDENCE } from './dates-found.ts';
import { isoDate } from './publication-date.ts';

/** Properties as the document has them; any may be missing. */
export interface Properties {
  title?: string | null | undefined;
  author?: string | null | undefined;
  created?: string | null | undefined;
}

/** What programs call a document that nobody gave a title. */
const NO_TITLE =
  /^(?:microsoft word\b.*|untitled.*|document\s?\d*|(?:word )?dokument\s?\d*|presentation\s?\d*|title|no title|none|null|.*\.(?:docx?|pdf|indd|odt|rtf|pages|qxd|tex|dvi|ps))$/i;

/**
 * The meta that a document states. That it was made on a day is a weak sign that it was published then: the date
 * has the source `meta` and the confidence of documents. `heading` is the title where none is stated.
 */
export function documentMeta(properties: Properties, heading: string | null): Partial<ArticleMeta> {
  const stated = properties.title?.slice(0, 1000).replace(/\s+/g, ' ').trim() ?? '';
  const title = stated !== '' && !NO_TITLE.test(stated) ? stated : heading;
  const byline = properties.author ? cleanByline(properties.author.replace(/\s{0,3};\s{0,3}/g, ', ')) : null;
  const date = properties.created ? isoDate(properties.created) : null;
  return {
    title: title || null,
    byline,
    ...(date ? { publishedAt: date, dateSource: 'meta', dateConfidence: CONFIDENCE.document } : {}),
  };
}
