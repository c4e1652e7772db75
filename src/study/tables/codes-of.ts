/** The program's codes of given articles. */
import type { Frame, Stance } from '../../model.ts';
import { linesToTable } from './lines-to-table.ts';
import type { StudyTables } from './tables.ts';

/** An article of the corpus as the program coded it. */
export interface ProgramCoded {
  codes: Map<Frame, Stance>;
  /** Whether it counts in the figures. */
  studied: boolean;
}

/** The codes of the articles with these ids whose frames were coded, by id; what is off the topic has none. */
export async function codesOf({ db }: StudyTables, ids: Iterable<string>): Promise<Map<string, ProgramCoded>> {
  const lines = async function* () {
    for (const id of new Set(ids)) yield { id };
  };
  await linesToTable(db, 'asked', { id: 'VARCHAR' }, lines());
  const rows = await db.rows<{ id: string; frame: Frame | null; stance: Stance | null; studied: boolean }>(`
    SELECT r.article_id AS id, f.frame, f.stance, p.status = 'studied' AS studied
    FROM records r SEMI JOIN asked a ON a.id = r.article_id JOIN placed p USING ("row")
      LEFT JOIN frames f ON f."row" = r."row" AND f.code IS NOT NULL
    WHERE r.coded OR p.status = 'off-topic' ORDER BY r."row", f."position"`);
  await db.run('DROP TABLE asked');
  const found = new Map<string, ProgramCoded>();
  for (const { id, frame, stance, studied } of rows) {
    const article = found.get(id) ?? { codes: new Map(), studied };
    if (frame !== null && stance !== null) article.codes.set(frame, stance);
    found.set(id, article);
  }
  return found;
}
