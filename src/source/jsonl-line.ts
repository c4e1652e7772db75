/** One line of JSONL to an article. */
import { ExtractError, type Place } from '../errors.ts';
import type { ArticleLine } from '../model.ts';
import { articleLineSchema } from '../schema.ts';
import { errorItem, knownFailure } from './failures.ts';
import type { RawArticle, SourceItem } from './item.ts';
import { newsPlease } from './news-please.ts';
import { statedItem } from './stated-article.ts';

/** How lines are read. */
interface LineOptions {
  /** The line was no valid UTF-8. */
  replaced: boolean;
  /** Articles off the topic are to be skipped. */
  gate: boolean;
}

/** The article of the line `json`, which stands at `place`; an error item when it is no article. */
export function readLine(json: string, place: Place, options: LineOptions): SourceItem | RawArticle {
  return read(place, options, () => {
    try {
      return JSON.parse(json);
    } catch (cause) {
      throw malformed(`is no valid JSON${positionIn(cause)}`, place, cause);
    }
  });
}

/** The same for a line, or a member of a list, that is parsed already. */
export function readValue(value: unknown, place: Place, options: LineOptions): SourceItem | RawArticle {
  return read(place, options, () => value);
}

function read(place: Place, options: LineOptions, parse: () => unknown): SourceItem | RawArticle {
  const fallbackId = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  let line: ArticleLine;
  try {
    line = articleIn(parse(), place, fallbackId);
  } catch (thrown) {
    const error = knownFailure(thrown);
    if (error === null) throw thrown;
    return errorItem(fallbackId, place, error);
  }
  const { text, html, ...stated } = line;
  const given = {
    id: line.id ?? fallbackId,
    url: stated.url ?? null,
    title: stated.title ?? null,
    outlet: stated.outlet ?? null,
    publishedAt: stated.publishedAt ?? null,
    language: stated.language ?? null,
    byline: stated.byline ?? null,
    country: stated.country ?? null,
  };
  return statedItem(given, { text, html }, options);
}

function articleIn(value: unknown, place: Place, fallbackId: string): ArticleLine {
  // First, as it may have a "text" too, and knows more of the article.
  const row = newsPlease(value, { file: place.file, line: place.line ?? 1, id: fallbackId });
  if (row !== null && 'article' in row) return row.article;
  const parsed = articleLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.');
  throw malformed(`is no article: ${field ? `"${field}": ` : ''}${issue?.message ?? 'unknown fault'}`, place);
}

function malformed(message: string, place: Place, cause?: unknown): ExtractError {
  const hint = 'each line is an object with "text" or "html"';
  return new ExtractError('malformed', `line ${message}`, place, hint, { cause });
}

/** Where the parser stopped, without the stretch of the line that its message quotes. */
function positionIn(cause: unknown): string {
  const found = /at position \d+/.exec(String((cause as Error).message));
  return found ? ` ${found[0]}` : '';
}
