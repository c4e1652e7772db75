/** Articles that the inputs hold twice, and articles that share an id. */
import type { Database } from './duckdb.ts';

export interface Duplicates {
  /** Records left out: another of the same article stands for them. */
  duplicates: number;
  /** Articles whose id another article has too; they were given ids of their own: the id, a separator and a number. */
  renamed: number;
}

/**
 * Of records with one id, those of one address are one article, as are those of one text, outlet, title and date where there
 * is no address: of those with frames the first in the order of the inputs stays, or the first of all where none has any, as an
 * article may have been checked again to code its frames. A failure gives way to any record of its id that is none, as when it
 * was tried again. All others are articles of their own, as when two exports count their rows from 1. Makes the
 * table `same`, empty where no id comes twice: of each record with such an id the row that stands for it, and its
 * article's id where it stays.
 */
export async function findDuplicates(db: Database): Promise<Duplicates> {
  // What a record is known by where it has no address.
  const known = ['outlet', 'title', 'published_as_stated', 'sha256']
    .map((field) => `CASE WHEN url IS NULL AND NOT failed THEN ${field} END`)
    .join(', ');
  await db.run(`CREATE TABLE same AS
    WITH several AS (
      SELECT "row", id, failed,
        coalesce(min("row") FILTER (frames IS NOT NULL) OVER same_article, min("row") OVER same_article) AS best_row
      FROM read WHERE id IN (SELECT id FROM read GROUP BY id HAVING count(*) > 1)
      WINDOW same_article AS (PARTITION BY id, failed, url, ${known})
    ), standing AS (
      SELECT "row", id,
        CASE WHEN failed THEN coalesce(min(best_row) FILTER (NOT failed) OVER (PARTITION BY id), best_row)
          ELSE best_row END AS stands
      FROM several
    )
    SELECT "row", stands, id, id AS article_id,
      CASE WHEN stands = "row" THEN count(*) FILTER (stands = "row") OVER (PARTITION BY id ORDER BY "row") END AS nth
    FROM standing`);
  const [count] = await db.rows<Duplicates>(`SELECT
    count(*) FILTER (stands <> "row") AS duplicates, count(*) FILTER (nth > 1) AS renamed FROM same`);
  if (count!.renamed > 0) {
    const separator = await freeSeparator(db);
    await db.run('UPDATE same SET article_id = id || $1 || nth WHERE nth > 1', [separator]);
  }
  return count!;
}

/** A run of `#` that no id holds, so that no id made with it is there already. */
async function freeSeparator(db: Database): Promise<string> {
  for (let separator = '#'; ; separator += separator) {
    const [found] = await db.rows<{ ids: number }>('SELECT count(*) AS ids FROM read WHERE contains(id, $1)', [
      separator,
    ]);
    if (found!.ids === 0) return separator;
  }
}
