/** The fields of a result record that tables are made of, with the types DuckDB reads them as: none is guessed. Pure. */

type Shape = string | { [field: string]: Shape } | [Shape];

const RECORD: Record<string, Shape> = {
  article: {
    id: 'VARCHAR',
    url: 'VARCHAR',
    title: 'VARCHAR',
    outlet: 'VARCHAR',
    country: 'VARCHAR',
    publishedAt: 'VARCHAR',
    dateSource: 'VARCHAR',
    dateConfidence: 'DOUBLE',
    language: 'VARCHAR',
    copyOf: 'VARCHAR',
    sha256: 'VARCHAR',
  },
  claims: [
    {
      id: 'VARCHAR',
      quote: 'VARCHAR',
      start: 'INTEGER',
      end: 'INTEGER',
      label: 'VARCHAR',
      confidence: 'DOUBLE',
      attribution: { source: 'VARCHAR' },
      rejected: 'BOOLEAN',
      quoted: 'BOOLEAN',
      evidence: [{ factId: 'VARCHAR', locator: 'VARCHAR', relation: 'VARCHAR' }],
    },
  ],
  frames: [{ frame: 'VARCHAR', stance: 'VARCHAR', spans: [{ start: 'INTEGER', end: 'INTEGER' }] }],
  skipped: 'VARCHAR',
  error: { code: 'VARCHAR' },
  engine: { version: 'VARCHAR', factBase: 'VARCHAR' },
};

function typeOf(shape: Shape): string {
  if (typeof shape === 'string') return shape;
  if (Array.isArray(shape)) return `${typeOf(shape[0])}[]`;
  return `STRUCT(${Object.entries(shape).map(([field, inner]) => `"${field}" ${typeOf(inner)}`)})`;
}

/** Bytes a line may have; DuckDB reads with twice as much for each thread. No record of an article is near it. */
export const LONGEST_LINE = 16_777_216;

/**
 * `read_json` of the files whose list is the SQL expression `files`, with these columns more. A line that is not JSON, or
 * not of this shape, gives a row of nulls in its place: lines are neither lost nor stop the rest. `records = true` matters:
 * without it a line nested deeply brings the process down (DuckDB 1.5.6).
 */
export function readRecords(files: string, more: Record<string, string> = {}): string {
  const types = { ...more, ...Object.fromEntries(Object.entries(RECORD).map(([key, shape]) => [key, typeOf(shape)])) };
  const columns = Object.entries(types).map(([field, type]) => `"${field}": '${type}'`);
  return `read_json(${files}, format = 'newline_delimited', records = true, columns = {${columns.join(', ')}},
    ignore_errors = true, filename = true, compression = 'uncompressed', maximum_object_size = ${LONGEST_LINE})`;
}

/** What a table of records holds of each. */
export const RECORD_FIELDS = `article.id AS id, article.url AS url, article.title AS title, article.outlet AS outlet,
  article.country AS country, article."publishedAt" AS published_as_stated, article."dateSource" AS date_source,
  article."dateConfidence" AS date_confidence, article."language" AS "language", article."copyOf" AS copy_of,
  article.sha256 AS sha256, error IS NOT NULL AS failed, skipped, engine.version AS version,
  engine."factBase" AS fact_base, claims, frames`;
