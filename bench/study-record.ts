/** One coded record of a generated corpus. */
import { type ClaimRecord, FRAMES, type Frame } from '../src/model.ts';
import { pick, type Random } from './random.ts';

export interface RecordFact {
  id: string;
  statement: string;
  locator: string;
}

type DrawnClaim = Pick<ClaimRecord, 'id' | 'start' | 'end'>;

/** A record without its engine, and whether it is one that copies may be made of. */
export interface Drawn {
  studied: boolean;
  /** When it appeared, ISO 8601. */
  day: string;
  record: {
    article: Record<string, unknown>;
    claims: DrawnClaim[];
    frames: object[];
    skipped: string | null;
    error: object | null;
  };
}

const COUNTRIES = ['US', 'GB', 'AU', 'CA', 'IN', 'SG', 'IE', 'NZ', 'ZA', null];
const OUTLETS = Array.from({ length: 40 }, (_, k) => ({
  outlet: `The ${['Morning', 'Evening', 'Daily', 'Weekly'][k % 4]} ${['Ledger', 'Courier', 'Beacon', 'Gazette'][(k >> 2) % 4]} ${k + 1}`,
  country: COUNTRIES[k % COUNTRIES.length]!,
}));
const SUBJECTS = ['The scheme', 'Every city', 'The ministry', 'A court', 'Officials', 'The platform', 'Banks'];
const VERBS = ['keeps a list of', 'gives a score to', 'says nothing of', 'takes points from', 'publishes', 'lends to'];
const OBJECTS = ['firms that polluted rivers', 'people who owe money', 'residents of two districts', 'its own staff'];

/** Milliseconds of 1 January 2014, and of the eleven years that follow. */
const [FIRST, SPAN] = [Date.UTC(2014, 0, 1), Date.UTC(2025, 0, 1) - Date.UTC(2014, 0, 1)];
const SOURCES = [
  ['given', 0.95],
  ['given', 0.95],
  ['given', 0.95],
  ['json-ld', 0.93],
  ['meta', 0.9],
  ['url', 0.8],
  ['text', 0.6],
] as const;

const quoteOf = (random: Random): string =>
  `${pick(random, SUBJECTS)} ${pick(random, VERBS)} ${pick(random, OBJECTS)} in ${2000 + Math.floor(random() * 25)}`;

/** Draws the record with this number; of `original`, where it is a copy, it takes claims and frames. */
export function drawRecord(
  random: Random,
  { number, facts, original }: { number: number; facts: readonly RecordFact[]; original: Drawn | null },
): Drawn {
  const fate = random();
  const id = `article-${String(number).padStart(7, '0')}`;
  // Copies appear within days.
  const time = original ? Date.parse(original.day) + random() * 5 * 86_400_000 : FIRST + random() * SPAN;
  const day = new Date(time).toISOString();
  const article = articleOf(random, id, day);
  const gone = { article, claims: [], frames: [], skipped: null, error: null };
  if (fate < 0.03)
    return { day, studied: false, record: { ...gone, article: { ...article, sha256: null }, skipped: 'off-topic' } };
  if (fate < 0.04)
    return { day, studied: false, record: { ...gone, article: { ...article, language: 'zh' }, skipped: 'language' } };
  if (fate < 0.045) {
    const nothing = Object.fromEntries(Object.keys(article).map((key) => [key, null]));
    const error = { code: 'unreachable', message: 'the server could not be reached' };
    return { day, studied: false, record: { ...gone, article: { ...nothing, id }, error } };
  }
  if (original) {
    const { record } = original;
    const copied = { ...article, copyOf: record.article.id, title: record.article.title };
    const claims = record.claims.map((claim) => ({ ...claim, id: `${id}#${claim.start}-${claim.end}` }));
    return { day, studied: true, record: { ...record, article: copied, claims } };
  }
  const claims = Array.from({ length: 1 + Math.floor(random() * 3) }, () => claimOf(random, id, facts));
  return { day, studied: true, record: { ...gone, article, claims, frames: framesOf(random, day) } };
}

function articleOf(random: Random, id: string, day: string): Record<string, unknown> {
  const { outlet, country } = OUTLETS[Math.floor(random() ** 1.5 * OUTLETS.length)]!;
  const [dateSource, dateConfidence] = pick(random, SOURCES);
  const chance = random();
  const dated =
    chance < 0.01
      ? { publishedAt: null, dateSource: null, dateConfidence: null }
      : chance < 0.015
        ? { publishedAt: day.slice(0, 7), dateSource: 'given', dateConfidence: null }
        : { publishedAt: chance < 0.6 ? day : day.slice(0, 10), dateSource, dateConfidence };
  const hash = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return {
    id,
    url: `https://news.example/${day.slice(0, 10).replaceAll('-', '/')}/${id}`,
    title: quoteOf(random),
    byline: null,
    outlet,
    country,
    ...dated,
    language: 'en',
    copyOf: null,
    sha256: Array.from({ length: 8 }, hash).join(''),
  };
}

function claimOf(random: Random, id: string, facts: readonly RecordFact[]): ClaimRecord {
  const quote = quoteOf(random);
  const start = Math.floor(random() * 4000);
  const end = start + quote.length;
  const label = pick(random, ['supported', 'contradicted', 'unverified', 'unverified'] as const);
  const relation: ClaimRecord['evidence'][number]['relation'] = label === 'supported' ? 'entails' : 'contradicts';
  // Some facts are contradicted far more often than others.
  const evidence =
    label === 'unverified'
      ? []
      : Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
          const { id: factId, statement, locator } = facts[Math.floor(random() ** 3 * facts.length)]!;
          return { factId, locator, relation, statement };
        });
  return {
    id: `${id}#${start}-${end}`,
    quote,
    start,
    end,
    line: 1 + Math.floor(start / 80),
    column: 1 + (start % 80),
    endLine: 1 + Math.floor(end / 80),
    endColumn: 1 + (end % 80),
    label,
    confidence: Math.round(50 + random() * 49) / 100,
    attribution: random() < 0.3 ? { source: 'critics', cue: 'say' } : null,
    rejected: random() < 0.1,
    quoted: random() < 0.15,
    evidence,
    reason: evidence[0]
      ? `Held against the source: ${evidence[0].statement} (${evidence[0].locator}).`
      : 'The source is silent on this.',
    suggestion: null,
  };
}

/** One to four frames; two of them shift over the years. */
function framesOf(random: Random, day: string): object[] {
  const year = Number(day.slice(0, 4));
  const chosen = new Set<Frame>();
  if (random() < (year < 2019 ? 0.55 : 0.3)) chosen.add('score');
  if (random() < 0.1 + 0.03 * (year - 2014)) chosen.add('fragmentation');
  for (let more = Math.floor(random() * 3); more > 0 || chosen.size === 0; more--) chosen.add(pick(random, FRAMES));
  return [...chosen].map((frame) => {
    const start = Math.floor(random() * 4000);
    const spans = [{ start, end: start + 5 + Math.floor(random() * 40) }];
    return { frame, stance: random() < 0.85 ? 'advanced' : 'rejected', spans };
  });
}
