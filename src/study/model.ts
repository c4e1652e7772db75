/**
 * The types of a study: what is counted, what is worked out from the counts, and what a report shows. Plain data, so that
 * tables, figures, the report and tests all read the same. Shares are 0 to 1. Imports nothing that runs.
 */
import type { Frame, Stance } from '../model.ts';

export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A stretch of time: `2019`, `2019-Q2`, `2019-05`, `2019-W07` (ISO week), `2019-05-14`. Periods follow each other without gaps. */
export interface Period {
  id: string;
  /** First and last day, ISO dates, both within. */
  from: string;
  to: string;
}

export type MeasureFamily = 'frame' | 'stance' | 'article' | 'label' | 'misreport' | 'attribution';

/**
 * What is measured: a share, k of n. Ids: `frame:score` (articles that carry it, either stance), `frame:score:advanced`,
 * `frame:score:rejected`, `article:contradicted` (articles with a contradicted claim), `label:contradicted` (claims),
 * `misreport:<fact id>` (articles with a claim that the fact contradicts), `attribution:quoted` (claims that are
 * attributed or in quotation marks), `stance:score` (of articles that carry the frame, those that advance it).
 */
export interface Measure {
  id: string;
  family: MeasureFamily;
  /** What `n` counts. */
  unit: 'articles' | 'claims';
  frame: Frame | null;
  stance: Stance | null;
  factId: string | null;
}

/** `article`: every article counts; `story`: near-identical copies count once, as the earliest of them. */
export const COUNTINGS = ['article', 'story'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** `all`: every article with a date; `sure`: those whose date is sure (see `SURE_DATE`). */
export const DATINGS = ['all', 'sure'] as const;
export type Dating = (typeof DATINGS)[number];

export interface Interval {
  low: number;
  high: number;
}

export interface Count {
  k: number;
  n: number;
}

/** A measure in one period. Where `n` is 0 there is no share and no interval: null, never a figure from nothing. */
export interface Point extends Count {
  period: string;
  share: number | null;
  /** 95 % Wilson interval. */
  wilson: Interval | null;
  /** 95 % intervals of the studentised cluster bootstrap; null where fewer than two clusters, or where not drawn. */
  byOutlet: Interval | null;
  byStory: Interval | null;
  /** Corrected for the program's own error; null without a labelled sample. */
  corrected: Estimate | null;
}

/** An estimate with its 95 % interval. */
export interface Estimate extends Interval {
  value: number;
}

/** One measure over time, for all articles or one group of them. */
export interface Series {
  measure: string;
  counting: Counting;
  dating: Dating;
  group: Group;
  points: Point[];
}

export interface Group {
  by: 'all' | 'outlet' | 'country' | 'language';
  /** The outlet, country or language; '' for all; null is unknown. */
  value: string | null;
}

/** Trend of a series over its periods with articles. Null where there are too few periods (fewer than four). */
export interface Trend {
  measure: string;
  counting: Counting;
  dating: Dating;
  periods: number;
  /** Mann-Kendall with Hamed and Rao's correction for autocorrelation. */
  tau: number;
  s: number;
  z: number;
  p: number;
  /** Adjusted over the family of measures: Holm, and Benjamini-Hochberg. */
  holm: number;
  bh: number;
  /** Theil-Sen slope a period, with its 95 % interval. */
  slope: number;
  slopeInterval: Interval | null;
}

/** A shift in level of a series, by PELT with a binomial cost. */
export interface ChangePoint {
  measure: string;
  counting: Counting;
  dating: Dating;
  /** The first period of the new level. */
  period: string;
  before: Count;
  after: Count;
  /** Permutation p-value of having any such change in the series, and adjusted by Holm over the measures. */
  p: number;
  holm: number;
  /** The share of the swept penalties at which it is found. */
  stability: number;
  /**
   * What of the difference is within outlets and what a change of their mix, which add up to it. Null with fewer than two
   * outlets, and with dates other than the study goes by.
   */
  outlets: { within: number; mix: number } | null;
}

/** Two sets of articles compared. */
export interface Comparison {
  measure: string;
  counting: Counting;
  /** What is compared, e.g. periods `2014`–`2018` and `2019`–`2024`, or an outlet and all others. */
  kind: 'periods' | 'outlets';
  a: { name: string } & Count;
  b: { name: string } & Count;
  /** b - a with its 95 % interval (Newcombe's, from Wilson's). */
  difference: Estimate | null;
  /** The same difference where articles are alike within outlets, with its p-value; null where it cannot be told. */
  clustered?: (Estimate & { p: number; clusters: number }) | null;
  /** Cohen's h of b against a. */
  h: number | null;
  /** Two-sided; null where either has no articles. */
  p: number | null;
  holm: number | null;
  bh: number | null;
}

/** How two or more codings of the same units agree. */
export interface Agreement {
  /** Frame, or another variable that was coded. */
  variable: string;
  coders: string[];
  units: number;
  /** Krippendorff's alpha, nominal, with a bootstrap interval; null where nothing varies. */
  alpha: Estimate | null;
  /** Cohen's kappa, for two coders; null where it has no value. */
  kappa: number | null;
  /** Share of units on which all agree. */
  agreement: number;
}

/** How the program's codes compare with those of a labelled sample. */
export interface ErrorRates {
  measure: string;
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
  sensitivity: Estimate | null;
  specificity: Estimate | null;
}

/** A share over the whole corpus, as counted and corrected. */
export interface Correction {
  measure: string;
  raw: Count;
  /** Rogan-Gladen, by the error rates of the labelled sample. */
  roganGladen: Estimate | null;
  /** Prediction-powered, where the sample was drawn from the corpus itself. */
  predictionPowered: Estimate | null;
}

/** Something that happened, to stand in the figures: from `--events`. */
export interface Event {
  /** ISO date. */
  date: string;
  label: string;
}

/** A sentence that shows what a point counts. */
export interface Example {
  measure: string;
  period: string;
  articleId: string;
  outlet: string | null;
  publishedAt: string;
  url: string | null;
  /** The words themselves and a little around them. */
  before: string;
  quote: string;
  after: string;
}

/** What became of the inputs: every article is in one of the first five. */
export interface Flow {
  read: number;
  failed: number;
  /** Off the topic, or not in English. */
  offTopic: number;
  otherLanguage: number;
  undated: number;
  /** Dated after the day of the latest sure date that is possible; left out, as no date that is wrong may count. */
  future: number;
  /** On the topic with a date: what all figures are of. */
  studied: number;
  stories: number;
  /** Of those studied, with a sure date. */
  sure: number;
  /** By where the date was found. */
  dateSources: Record<string, number>;
  /** Outlets that articles studied name, and how many of these name none. */
  outlets: number;
  withoutOutlet: number;
  /** What made the records, the most frequent first, at most ten; null where a record does not say. */
  coders: { version: string | null; factBase: string | null; records: number }[];
  /** Where copies are known from: texts that this study compared, `copyOf` of the records of runs. */
  copiesFrom: ('texts' | 'runs')[];
}

/** A line a reader must see: a code and its arguments; `report/sentences.ts` makes prose of it. */
export interface Caution {
  code: string;
  values: Record<string, string | number>;
}

/** Everything a report shows. */
export interface StudyResult {
  engine: { version: string; factBase: string; asOf: string };
  /** SHA-256 of the frames' rules. */
  codebook: string;
  options: StudyOptions;
  flow: Flow;
  cautions: Caution[];
  unit: PeriodUnit;
  periods: Period[];
  outlets: { name: string | null; articles: number }[];
  measures: Measure[];
  /** For all articles: each measure, counting and dating; for groups: by story and all dates alone. */
  series: Series[];
  trends: Trend[];
  changePoints: ChangePoint[];
  comparisons: Comparison[];
  /** Over the whole corpus; each article counts, as each was coded. */
  corrections: Correction[];
  errorRates: ErrorRates[];
  agreement: Agreement[];
  events: Event[];
  examples: Example[];
  /** What the facts say that measures name, by id, in the project's words. */
  statements?: Record<string, string>;
}

/** What was asked, defaults filled in. */
export interface StudyOptions {
  unit: PeriodUnit;
  /** Draws of each bootstrap and permutation test. */
  draws: number;
  seed: number;
  /** Whether the report speaks of sure dates alone. */
  sureDates: boolean;
}
