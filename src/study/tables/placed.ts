/** Which articles are studied, and in which period each is. */

import { CONFIDENCE } from '../../article/dates-found.ts';
import { UsageError } from '../../errors.ts';
import type { Period, PeriodUnit } from '../model.ts';
import { PRECISIONS, SURE_DATE } from './dates.ts';
import type { Database } from './duckdb.ts';
import { chooseUnit, type DatedCount, fits, MOST_PERIODS, periodCount, periodsBetween } from './periods.ts';

/** What became of an article; only those studied are counted. */
export const STATUSES = ['studied', 'failed', 'off-topic', 'other-language', 'undated', 'future'] as const;

export interface Calendar {
  unit: PeriodUnit;
  /** From the first with an article studied to the last, without gaps; none without articles. */
  periods: Period[];
}

const ON_TOPIC = 'NOT failed AND skipped IS NULL';

/**
 * Chooses the unit where it is `auto`, and makes the table `placed`: of each record its status, its period as a number from
 * 0 (null unless studied) and whether its date is sure: known to the day, with a confidence of `SURE_DATE` at least; a whole date
 * told beside the article without a confidence has that of its source.
 * A date that begins after `today` is of the future; one too coarse for the unit counts as none. Throws UsageError
 * `too-many-periods`.
 */
export async function placeRecords(
  db: Database,
  { today, unit: asked }: { today: string; unit: PeriodUnit | 'auto' },
): Promise<Calendar> {
  const counts = await db.rows<DatedCount>(
    `SELECT from_day::VARCHAR AS "from", "precision", count(*) AS articles FROM records
    WHERE ${ON_TOPIC} AND from_day <= $1::DATE GROUP BY ALL ORDER BY ALL`,
    [today],
  );
  const unit = asked === 'auto' ? chooseUnit(counts) : asked;
  const placed = counts.filter(({ precision }) => fits(precision, unit));
  const [first, last] = [placed[0]?.from, placed.at(-1)?.from];
  if (first !== undefined && periodCount(unit, first, last!) > MOST_PERIODS) {
    const message = `${periodCount(unit, first, last!)} periods from ${first} to ${last} are too many`;
    throw new UsageError('too-many-periods', message, null, 'give a coarser --by');
  }
  const periods = first === undefined ? [] : periodsBetween(unit, first, last!);
  const fitting = PRECISIONS.filter((precision) => fits(precision, unit)).map((precision) => `'${precision}'`);
  await db.run(
    `CREATE TABLE placed AS
    WITH judged AS (
      SELECT "row", from_day, "precision",
        coalesce(date_confidence, CASE WHEN date_source = 'given' THEN ${CONFIDENCE.given} ELSE 0 END) AS confidence, CASE
        WHEN failed THEN 'failed' WHEN skipped = 'language' THEN 'other-language' WHEN skipped IS NOT NULL THEN 'off-topic'
        WHEN from_day IS NULL THEN 'undated' WHEN from_day > $1::DATE THEN 'future'
        WHEN "precision" NOT IN (${fitting.join(', ')}) THEN 'undated' ELSE 'studied' END AS status
      FROM records
    )
    SELECT "row", status, CASE WHEN status = 'studied' THEN ${periodOf(unit, periods[0]?.from ?? '2000-01-01')} END AS period,
      CASE WHEN from_day IS NOT NULL THEN "precision" = 'day' AND confidence >= ${SURE_DATE} END AS sure
    FROM judged`,
    [today],
  );
  return { unit, periods };
}

/** The number of the period of `from_day`, from 0 for the one that begins on `first`. */
function periodOf(unit: PeriodUnit, first: string): string {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const numbers = {
    day: `from_day - DATE '${first}'`,
    week: `(from_day - DATE '${first}') // 7`,
    month: `12 * (year(from_day) - ${year}) + month(from_day) - ${month}`,
    quarter: `4 * (year(from_day) - ${year}) + quarter(from_day) - ${(month + 2) / 3}`,
    year: `year(from_day) - ${year}`,
  };
  return `(${numbers[unit]})::INTEGER`;
}
