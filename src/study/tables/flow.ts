/** What became of the inputs. */
import { DATE_SOURCES } from '../../model.ts';
import type { Flow } from '../model.ts';
import type { Database } from './duckdb.ts';

/** Beside the flow, what readers must know of the articles studied. */
export interface Remarks {
  /** Of those undated: the date is there and cannot be read; it is a year or month that falls into no one period. */
  unreadable: number;
  coarse: number;
  /** Of those studied: frames were not coded, so that frames are counted without them. */
  uncoded: number;
  /** Codes of frames that this version does not know, and claims with a label that it does not know; not counted. */
  unknownFrames: number;
  unknownLabels: number;
  /** Facts past `MOST_FACTS` that a claim gets wrong; they have no measure of their own. */
  otherFacts: number;
  /** Periods in which an article is studied. */
  filledPeriods: number;
}

/** The flow, but for what was known before anything was counted. */
export type CountedFlow = Omit<Flow, 'coders' | 'copiesFrom'>;

/** Counts what became of each article. */
export async function countFlow(db: Database): Promise<{ flow: CountedFlow; remarks: Remarks }> {
  const status = (value: string): string => `count(*) FILTER (status = '${value}')`;
  const [counts] = await db.rows<Omit<CountedFlow, 'dateSources'> & Remarks>(`SELECT count(*) AS "read",
      ${status('failed')} AS failed, ${status('off-topic')} AS "offTopic", ${status('other-language')} AS "otherLanguage",
      ${status('undated')} AS undated, ${status('future')} AS future, ${status('studied')} AS studied,
      count(*) FILTER (status = 'studied' AND sure) AS sure,
      ${status('studied')} - (SELECT count(*) - count(DISTINCT story) FROM families) AS stories,
      count(*) FILTER (status = 'undated' AND from_day IS NULL AND published_as_stated IS NOT NULL) AS unreadable,
      count(*) FILTER (status = 'undated' AND from_day IS NOT NULL) AS coarse,
      count(*) FILTER (status = 'studied' AND NOT coded) AS uncoded,
      (SELECT count(*) FROM frames WHERE code IS NULL) AS "unknownFrames",
      (SELECT count(*) FROM claims WHERE coalesce("label", '') NOT IN ('supported', 'contradicted', 'unverified'))
        AS "unknownLabels",
      (SELECT count(DISTINCT fact_id) FROM misreports) - (SELECT count(*) FROM facts) AS "otherFacts",
      count(DISTINCT period) FILTER (status = 'studied') AS "filledPeriods",
      (SELECT count("value") FROM outlet_ranks) AS outlets,
      (SELECT coalesce(sum(articles), 0)::BIGINT FROM outlet_ranks WHERE "value" IS NULL) AS "withoutOutlet"
    FROM records JOIN placed USING ("row")`);
  const known = DATE_SOURCES.map((source) => `'${source}'`).join(', ');
  const sources = await db.rows<{
    source: string;
    articles: number;
  }>(`SELECT CASE WHEN date_source IN (${known}) THEN date_source ELSE 'unknown' END AS source,
    count(*) AS articles FROM records JOIN placed USING ("row") WHERE status = 'studied' GROUP BY ALL ORDER BY ALL`);
  const { unreadable, coarse, uncoded, unknownFrames, unknownLabels, otherFacts, filledPeriods, ...flow } = counts!;
  const dateSources = Object.fromEntries(sources.map(({ source, articles }) => [source, articles]));
  return {
    flow: { ...flow, dateSources },
    remarks: { unreadable, coarse, uncoded, unknownFrames, unknownLabels, otherFacts, filledPeriods },
  };
}
