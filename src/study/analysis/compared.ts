/** `--compare A,B`: two stretches of time. Pure. */
import { UsageError } from '../../errors.ts';
import type { Period } from '../model.ts';
import { type Stretch, stretch } from './comparisons.ts';

const HINT = 'give two stretches such as 2014..2018,2019..2024 or 2017-03..2018-02,2019-Q1';

/**
 * The stretches that `spec` names, as the whole periods that begin and end within them. An end is a period's name or a date,
 * in part or in full. Throws UsageError `compare` for what is no such pair, holds no period of the study, or has one in both.
 */
export function comparedStretches(spec: string, periods: readonly Period[]): [Stretch, Stretch] {
  const [a, b] = partsOf(spec).map((part) => named(part, periods)) as [Stretch, Stretch];
  const both = periods.slice(Math.max(a.first, b.first), Math.min(a.end, b.end));
  // An article on both sides would stand against itself.
  if (both.length > 0)
    throw new UsageError(
      'compare',
      `--compare: both stretches hold ${both[0]!.id}`,
      null,
      'give two that do not overlap',
    );
  return [a, b];
}

/**
 * Throws UsageError `compare` for what is no two stretches in any study: known before one is made. What holds no period of it
 * is left to `comparedStretches`.
 */
export function checkCompared(spec: string): void {
  for (const part of partsOf(spec)) for (const end of endsOf(part)) if (!/^\d{4}-W\d{2}$/.test(end)) days(end);
}

function partsOf(spec: string): [string, string] {
  const parts = spec.split(',').map((part) => part.trim());
  if (parts.length !== 2) throw new UsageError('compare', `--compare: ${parts.length} stretches`, null, HINT);
  return parts as [string, string];
}

function endsOf(part: string): [string, string] {
  const [from, to = from, more] = part.split('..');
  if (!from || !to || more !== undefined) throw new UsageError('compare', `--compare: "${part}"`, null, HINT);
  return [from, to];
}

function named(part: string, periods: readonly Period[]): Stretch {
  const [from, to] = endsOf(part);
  const [first, last] = [firstDay(from, periods), lastDay(to, periods)];
  const begin = periods.findIndex((period) => period.from >= first);
  const end = periods.findLastIndex((period) => period.to <= last) + 1;
  if (begin === -1 || end <= begin) {
    const span = periods.length === 0 ? 'no period' : `${periods[0]!.id} to ${periods.at(-1)!.id}`;
    throw new UsageError('compare', `--compare: no period in "${part}"`, null, `the study has ${span}`);
  }
  return stretch(periods, begin, end);
}

const firstDay = (name: string, periods: readonly Period[]): string =>
  periods.find(({ id }) => id === name)?.from ?? days(name).from;
const lastDay = (name: string, periods: readonly Period[]): string =>
  periods.find(({ id }) => id === name)?.to ?? days(name).to;

/** First and last day of a date in full or in part; also of a quarter. */
function days(name: string): { from: string; to: string } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
  if (quarter) {
    const month = 3 * Number(quarter[2]) - 2;
    return { from: `${quarter[1]}-${two(month)}-01`, to: lastOf(Number(quarter[1]), month + 2) };
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(name);
  if (!parts || !isDay(`${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`))
    throw new UsageError('compare', `--compare: "${name}" is no date`, null, HINT);
  const [, year, month, day] = parts;
  if (day !== undefined) return { from: name, to: name };
  return { from: `${year}-${month ?? '01'}-01`, to: lastOf(Number(year), Number(month ?? 12)) };
}

/** Whether a date written in full is in the calendar. */
const isDay = (date: string): boolean =>
  !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

const two = (number: number): string => String(number).padStart(2, '0');
const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
