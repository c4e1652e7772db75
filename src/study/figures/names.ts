/** What measures, frames and periods are called in figures and report. */
import { FRAMES, type Frame } from '../../model.ts';
import type { Measure, Period, PeriodUnit } from '../model.ts';
import { cleanText } from './clean.ts';

export const FRAME_NAMES: Record<Frame, string> = {
  score: 'Score',
  surveillance: 'Surveillance',
  technology: 'Technology',
  dystopia: 'Dystopia',
  repression: 'Repression',
  punishment: 'Punishment',
  finance: 'Finance',
  trust: 'Trust',
  regulation: 'Regulation',
  fragmentation: 'Fragmentation',
  mythbusting: 'Myth-busting',
  comparison: 'Comparison',
  spread: 'Spread abroad',
  support: 'Popular support',
};

/** Goes on from "the system as …". */
export const FRAME_PHRASES: Record<Frame, string> = {
  score: 'a rating of people',
  surveillance: 'a watch on daily life',
  technology: 'a product of algorithms and big data',
  dystopia: 'a nightmare or fiction come true',
  repression: 'political control',
  punishment: 'a set of penalties',
  finance: 'a matter of loans and debts',
  trust: 'a cure for dishonesty',
  regulation: 'the administration of firms',
  fragmentation: 'a patchwork of local schemes',
  mythbusting: 'something misreported',
  comparison: 'much like what other countries have',
  spread: 'a model or a threat for other countries',
  support: 'welcomed by people in China',
};

const LABEL_NAMES: Record<string, string> = {
  supported: 'Supported claims',
  contradicted: 'Contradicted claims',
  unverified: 'Unverified claims',
};

const ATTRIBUTION_NAMES: Record<string, string> = {
  quoted: 'Claims quoted or attributed',
  own: 'Claims in the outlet’s own voice',
};

/** Where `measureName` is too long for the title of a panel. */
export function panelName(measure: Measure): string {
  if (measure.id === 'article:contradicted') return 'Articles contradicted';
  return measure.id === 'attribution:quoted' ? 'Quoted or attributed' : measureName(measure);
}

/** A name for tables and lists; an id that is not known stands for itself. */
export function measureName(measure: Measure): string {
  const last = measure.id.slice(measure.id.indexOf(':') + 1);
  switch (measure.family) {
    case 'frame':
      return measure.stance === null ? frameName(measure) : `${frameName(measure)}, ${measure.stance}`;
    case 'stance':
      return `${frameName(measure)}: advanced, of those that carry it`;
    case 'article':
      return last === 'contradicted' ? 'Articles with a contradicted claim' : measure.id;
    case 'label':
      return LABEL_NAMES[last] ?? measure.id;
    case 'attribution':
      return ATTRIBUTION_NAMES[last] ?? measure.id;
    case 'misreport':
      return `Misreport: ${(measure.factId ?? last).replaceAll('-', ' ')}`;
  }
}

const frameName = ({ frame, id }: Measure): string => (frame === null ? id : FRAME_NAMES[frame]);

/** The id of a fact as words: `no-national-score` is "No national score". */
export const factName = (id: string): string => {
  const words = id.split('-').map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word));
  const name = words.join(' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

/** Of the ids of facts. */
const ACRONYMS = new Set(['fico', 'ndrc', 'pipl']);

/** Whether a coded variable is a frame. */
export const isFrame = (variable: string): variable is Frame => (FRAMES as readonly string[]).includes(variable);

/** What a group without a value is called. */
export const UNKNOWN = { outlet: 'Outlet unknown', country: 'Country unknown', language: 'Language unknown' } as const;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A period in words: `2019`, `Q2 2019`, `May 2019`, `week 7 of 2019`, `14 May 2019`. */
export function periodName(id: string): string {
  const [year, part, day] = id.split('-');
  if (part === undefined) return id;
  if (part.startsWith('Q')) return `${part} ${year}`;
  if (part.startsWith('W')) return `week ${Number(part.slice(1))} of ${year}`;
  const month = MONTHS[Number(part) - 1];
  if (month === undefined) return id;
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`;
}

const WHOLE_MONTHS: Record<string, string> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};

/** The same for running text, with months in full. */
export const periodInWords = (id: string): string =>
  periodName(id).replace(/[A-Z][a-z]{2}/, (month) => WHOLE_MONTHS[month] ?? month);

/** From the first period to the last; one period alone is named once. */
export const spanName = (periods: readonly Period[]): string => between(periods, periodName);
export const spanInWords = (periods: readonly Period[]): string => between(periods, periodInWords);

function between(periods: readonly Period[], nameOf: (id: string) => string): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return 'no period';
  return first === last ? nameOf(first.id) : `${nameOf(first.id)} to ${nameOf(last.id)}`;
}

/** "by month", and so on. */
export const byUnit = (unit: PeriodUnit): string => `by ${unit}`;

/** A stretch of time as it is called in comparisons: `2014-Q1 to 2019-Q2` is "Q1 2014 to Q2 2019". */
export const stretchName = (name: string): string =>
  cleanText(name)
    .split(' to ')
    .map((end) => (/^\d{4}(?:-\w+)*$/.test(end) ? periodName(end) : end))
    .join(' to ');
