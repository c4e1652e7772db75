/** Counts worked out anew in plain JavaScript, article by article. */
import { FRAMES, LABELS } from '../../../src/model.ts';
import type { Counting, Dating, PeriodUnit } from '../../../src/study/model.ts';
import type { TestRecord } from './corpus.ts';

export interface CountedArticle {
  id: string;
  record: TestRecord;
  period: string;
  sure: boolean;
  story: string;
  /** Sorts by when it appeared. */
  turn: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ORDER: PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The date as an ISO day or its beginning, for the forms that `anyCorpus` draws. */
function readDate(stated: string | null): string | null {
  if (stated === null) return null;
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(stated)?.[0];
  if (iso) return iso.replace(/(?:-00)+$/, '');
  const words = /^(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})$/.exec(stated);
  if (!words) return null;
  const month = String(MONTHS.indexOf(words[2]!.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');
  return `${words[3]}-${month}${words[1] ? `-${words[1].padStart(2, '0')}` : ''}`;
}

/** The period of a date; null where the date is too coarse. */
export function periodOf(unit: PeriodUnit, date: string): string | null {
  const precision = date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  if (ORDER.indexOf(precision) > ORDER.indexOf(unit)) return null;
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  if (unit === 'year') return year;
  if (unit === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  if (unit === 'month') return date.slice(0, 7);
  if (unit === 'day') return date;
  const thursday = new Date(date);
  thursday.setUTCDate(thursday.getUTCDate() - ((thursday.getUTCDay() + 6) % 7) + 3);
  const inYear = thursday.getUTCFullYear();
  return `${inYear}-W${String(Math.ceil(((thursday.getTime() - Date.UTC(inYear, 0, 1)) / 86_400_000 + 1) / 7)).padStart(2, '0')}`;
}

/** The articles that are studied. */
export function studiedOf(records: readonly TestRecord[], unit: PeriodUnit, today: string): CountedArticle[] {
  return records.flatMap((one, i) => {
    const date = readDate(one.article.publishedAt);
    if (one.error || one.skipped || date === null) return [];
    const first = `${date}-01-01`.slice(0, 10);
    const period = periodOf(unit, date);
    if (first > today || period === null) return [];
    const sure = date.length === 10 && (one.article.dateConfidence ?? 0.95) >= 0.85;
    const stated = one.article.publishedAt!;
    const turn = [
      date.length === 10 ? date : lastDay(date),
      date.length === 10 ? '0' : '1',
      /T.*[+Z]/.test(stated) ? new Date(stated).toISOString() : '~',
      String(i).padStart(4, '0'),
    ].join(' ');
    return [{ id: one.article.id, record: one, period, sure, story: storyOf(records, i), turn }];
  });
}

function lastDay(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), date.length === 7 ? Number(date.slice(5, 7)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The name of the story: of the first article that links lead to, or of the one they miss. */
function storyOf(records: readonly TestRecord[], i: number): string {
  const { id, copyOf } = records[i]!.article;
  if (copyOf === null || copyOf === id) return id;
  const target = records.findIndex(({ article }) => article.id === copyOf);
  return target === -1 || target >= i ? copyOf : storyOf(records, target);
}

/** Those that count: every one, or the earliest of each story; the sure ones where they alone count. */
export function counting(articles: readonly CountedArticle[], way: Counting, dating: Dating): CountedArticle[] {
  const dated = articles.filter(({ sure }) => dating === 'all' || sure);
  if (way === 'article') return dated;
  return dated.filter((one) => !dated.some((other) => other.story === one.story && other.turn < one.turn));
}

/** k and n of a measure over articles. */
export function countOf(measure: string, articles: readonly CountedArticle[]): { k: number; n: number } {
  const [family, name, stance] = measure.split(/:(.*?)(?::(advanced|rejected))?$/) as [
    string,
    string,
    string | undefined,
  ];
  const records = articles.map((one) => one.record);
  const claims = records.flatMap((one) => one.claims);
  const count = <T>(items: readonly T[], holds: (item: T) => boolean) => ({
    k: items.filter(holds).length,
    n: items.length,
  });
  const coded = records.filter(({ frames }) => frames !== undefined);
  const carries = (one: TestRecord, as?: string): boolean =>
    one.frames!.some(({ frame, stance: own }) => frame === name && (as === undefined || own === as));
  if (family === 'frame') return count(coded, (one) => carries(one, stance));
  if (family === 'stance')
    return count(
      coded.filter((one) => carries(one)),
      (one) => carries(one, 'advanced'),
    );
  if (family === 'article') return count(records, (one) => one.claims.some(({ label }) => label === 'contradicted'));
  if (family === 'label') return count(claims, ({ label }) => label === name);
  if (family === 'attribution') return count(claims, ({ quoted, attribution }) => quoted || attribution !== null);
  return count(records, (one) =>
    one.claims.some(
      ({ label, evidence }) => label === 'contradicted' && evidence.some(({ factId }) => factId === name),
    ),
  );
}

/** Measures that are always there. */
export const MEASURES = [
  ...FRAMES.flatMap((frame) => [
    `frame:${frame}`,
    `frame:${frame}:advanced`,
    `frame:${frame}:rejected`,
    `stance:${frame}`,
  ]),
  'article:contradicted',
  ...LABELS.map((label) => `label:${label}`),
  'attribution:quoted',
];
