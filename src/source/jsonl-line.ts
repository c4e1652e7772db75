/** One line of JSONL to an article. */
import { createHash } from 'node:crypto';
import { textArticle } from '../article/text.ts';
import { isOffTopic } from '../detect/gate.ts';
import { ExtractError, type Place } from '../errors.ts';
import { type ArticleLine, articleLineSchema } from '../model.ts';
import { errorItem, knownFailure } from './failures.ts';
import type { RawArticle, SourceItem } from './item.ts';
import { newsPlease } from './news-please.ts';

/**
 * The article of the line `json`, which stands at `place`; an error item when it is no article. `replaced` says
 * that the line was no valid UTF-8, `gate` that articles off the topic are to be skipped.
 */
export function readLine(
  json: string,
  place: Place,
  { replaced, gate }: { replaced: boolean; gate: boolean },
): SourceItem | RawArticle {
  const fallbackId = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  let line: ArticleLine;
  try {
    line = parseLine(json, place);
  } catch (thrown) {
    const error = knownFailure(thrown);
    if (error === null) throw thrown;
    return errorItem(fallbackId, place, error);
  }
  const { text, html, ...stated } = line;
  const content = text ?? html ?? '';
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
  if (content === '' || (gate && isOffTopic(content, text === undefined))) {
    return { kind: 'skipped', meta: { ...given, sha256: null } };
  }
  const meta = { ...given, sha256: createHash('sha256').update(content).digest('hex') };
  const warnings = replaced ? ['not valid UTF-8: what could not be read was replaced'] : [];
  if (text !== undefined) return { kind: 'article', article: textArticle(text, meta), warnings };
  return { kind: 'raw', format: 'html', content, meta, notes: warnings, gate: false };
}

function parseLine(json: string, place: Place): ArticleLine {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw malformed(`is no valid JSON${positionIn(cause)}`, place, cause);
  }
  const parsed = articleLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const row = newsPlease(value, { file: place.file, line: place.line ?? 1, id: `${place.file}:${place.line}` });
  if (row !== null && 'article' in row) return row.article;
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
