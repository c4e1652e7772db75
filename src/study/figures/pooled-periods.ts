/** Coarser periods, for figures that have no room for fine ones. */
import { PERIOD_UNITS, type Period, type PeriodUnit } from '../model.ts';

/**
 * As many periods as a panel of 200 px can show apart; eleven years of months are 132. Finer series are pooled before they
 * are drawn: counts add up exactly, as an article (or story) has one date.
 */
export const MOST_PERIODS = 160;

export interface PooledPeriods {
  unit: PeriodUnit;
  periods: Period[];
  /** From the id of a period to the index of the one that holds it. */
  indexOf: Map<string, number>;
}

/** The periods as they are where they are at most `MOST_PERIODS`, else in the finest unit of which there are so few. */
export function poolPeriods(unit: PeriodUnit, periods: readonly Period[]): PooledPeriods {
  for (const coarser of PERIOD_UNITS.slice(PERIOD_UNITS.indexOf(unit))) {
    const pooled = coarser === unit ? kept(unit, periods) : joined(coarser, periods);
    if (pooled.periods.length <= MOST_PERIODS || coarser === 'year') return pooled;
  }
  return kept(unit, periods);
}

function kept(unit: PeriodUnit, periods: readonly Period[]): PooledPeriods {
  return { unit, periods: [...periods], indexOf: new Map(periods.map(({ id }, index) => [id, index])) };
}

function joined(unit: PeriodUnit, periods: readonly Period[]): PooledPeriods {
  const pooled: Period[] = [];
  const indexOf = new Map<string, number>();
  for (const { id, from, to } of periods) {
    const name = periodOf(unit, from, to);
    const last = pooled.at(-1);
    if (last?.id === name) last.to = to;
    else pooled.push({ id: name, from, to });
    indexOf.set(id, pooled.length - 1);
  }
  return { unit, periods: pooled, indexOf };
}

/** The id of the period of `unit` that holds the middle day of `from` to `to`: of a week, its Thursday. */
function periodOf(unit: PeriodUnit, from: string, to: string): string {
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2);
  if (unit === 'week') return isoWeek(middle);
  const [year, month] = [middle.toISOString().slice(0, 4), middle.getUTCMonth()];
  if (unit === 'year') return year;
  return unit === 'quarter' ? `${year}-Q${Math.floor(month / 3) + 1}` : middle.toISOString().slice(0, 7);
}

const DAY = 86_400_000;

function isoWeek(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
