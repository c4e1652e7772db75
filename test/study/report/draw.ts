/** Chance with a seed, and periods, for studies that do not exist. */
import type { Count, Interval, Period, StudyResult } from '../../../src/study/model.ts';

export type Chance = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How many of `n` turn out so, each with chance `share`; nearly binomial, in constant time for large `n`. */
export function drawOf(n: number, share: number, random: Chance): number {
  if (share === 0) return 0;
  if (n > 60) {
    const normal = random() + random() + random() + random() + random() + random() - 3;
    return Math.min(n, Math.max(0, Math.round(n * share + normal * Math.sqrt(2 * n * share * (1 - share)))));
  }
  let k = 0;
  for (let i = 0; i < n; i++) if (random() < share) k++;
  return k;
}

/** Agresti and Coull's interval: near enough for a picture. */
export function interval({ k, n }: Count): Interval | null {
  if (n === 0) return null;
  const share = (k + 2) / (n + 4);
  const half = 1.96 * Math.sqrt((share * (1 - share)) / (n + 4));
  return { low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** So many periods of a unit, from the one that begins on `from`. */
export function periodsOf(unit: StudyResult['unit'], from: string, count: number): Period[] {
  const start = new Date(from);
  const months = { month: 1, quarter: 3, year: 12 }[unit as string];
  const startAt = (index: number): number =>
    months
      ? Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index * months, 1)
      : start.getTime() + index * DAY * (unit === 'week' ? 7 : 1);
  return Array.from({ length: count }, (_, index) => {
    const [first, next] = [startAt(index), startAt(index + 1)];
    return { id: nameOf(unit, first), from: iso(first), to: iso(next - DAY) };
  });
}

function nameOf(unit: StudyResult['unit'], time: number): string {
  const date = iso(time);
  switch (unit) {
    case 'year':
      return date.slice(0, 4);
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'month':
      return date.slice(0, 7);
    case 'week': {
      const thursday = new Date(time + 3 * DAY);
      const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY / 7) + 1;
      return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
    }
    case 'day':
      return date;
  }
}
