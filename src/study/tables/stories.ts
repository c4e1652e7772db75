/** Which articles are copies of one story, and which copy stands for it. */
import type { Database, Row } from './duckdb.ts';
import { linesToTable } from './lines-to-table.ts';

/** The story of an article: any name that its copies share, as `study/stories` gives it. */
export interface StoryOf {
  id: string;
  story: string;
}

/** Ways from a copy to its original halve in each round: of a million links one behind the other all are followed. */
const MOST_ROUNDS = 24;

/**
 * Makes the table `copies`: of each article that belongs to a story not named after itself, the story's name. An article that
 * `stories` names belongs where it says; another is a copy of what its record links to (`copyOf`), and belongs where that
 * one does. A link counts to the nearest record before it with that id, as ids may come again in the next run; one that
 * leads nowhere names a story by itself, which other copies of the missing original may share; so does one to an original for
 * which a later record stands.
 */
export async function makeCopies(db: Database, stories: Iterable<StoryOf> | AsyncIterable<StoryOf>): Promise<void> {
  const told = async function* (): AsyncGenerator<Row> {
    for await (const { id, story } of stories) if (id !== story) yield { id: id, story };
  };
  await linesToTable(db, 'told', { id: 'VARCHAR', story: 'VARCHAR' }, told());
  await db.run(`CREATE TABLE links AS
    WITH link AS (SELECT "row", copy_of FROM records WHERE copy_of IS NOT NULL AND copy_of <> id),
    nearest AS (
      SELECT link."row", any_value(link.copy_of) AS copy_of, max(t."row") AS target
      FROM link LEFT JOIN read t ON t.id = link.copy_of AND t."row" < link."row" GROUP BY link."row"
    )
    SELECT n."row", CASE WHEN s.stands > n."row" THEN later.article_id ELSE copy_of END AS copy_of,
      CASE WHEN coalesce(s.stands, target) < n."row" THEN coalesce(s.stands, target) END AS target
    FROM nearest n LEFT JOIN same s ON s."row" = n.target LEFT JOIN same later ON later."row" = s.stands`);
  await followLinks(db);
  await db.run(`CREATE TABLE copies AS
    WITH named AS (
      SELECT r."row", r.article_id, coalesce(own.story, far.story, original.article_id, l.copy_of) AS story
      FROM records r
      LEFT JOIN links l USING ("row")
      LEFT JOIN records original ON original."row" = l.target
      LEFT JOIN (SELECT id, min(story) AS story FROM told GROUP BY id) own ON own.id = r.article_id
      LEFT JOIN (SELECT id, min(story) AS story FROM told GROUP BY id) far ON far.id = original.article_id
    )
    SELECT "row", story FROM named WHERE story <> article_id`);
  await db.run('DROP TABLE links');
}

/** Leads each link on to where its target leads, to the end. Targets come before what links to them, so there are no rings. */
async function followLinks(db: Database): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [open] = await db.rows<{ links: number }>(
      'SELECT count(*) AS links FROM links a JOIN links b ON a.target = b."row"',
    );
    if (open!.links === 0) return;
    await db.run(`CREATE OR REPLACE TABLE links AS
      SELECT a."row", CASE WHEN b."row" IS NOT NULL AND b.target IS NULL THEN b.copy_of ELSE a.copy_of END AS copy_of,
        CASE WHEN b."row" IS NULL THEN a.target ELSE b.target END AS target
      FROM links a LEFT JOIN links b ON a.target = b."row"`);
  }
}
