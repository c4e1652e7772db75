/** Counts to the result of a study. Pure. */
import type { Frame } from '../../model.ts';
import type {
  Agreement,
  Caution,
  Count,
  Dating,
  Event,
  Example,
  Flow,
  Measure,
  Period,
  StudyOptions,
  StudyResult,
} from '../model.ts';
import { changesOf } from './changes.ts';
import { compareOutlets, compareStretches, halves, type Stretch } from './comparisons.ts';
import { type CodedTwice, correctionsOf, corrector, errorRatesOf } from './corrections.ts';
import { type Counts, grouped, totalOf } from './counts.ts';
import { testedFamilies } from './measures.ts';
import { seriesOf } from './series.ts';
import { trendsOf } from './trends.ts';

/** What a study has found before it is worked on. */
export interface Found {
  engine: StudyResult['engine'];
  codebook: string;
  options: StudyOptions;
  counts: Counts;
  periods: Period[];
  flow: Flow;
  cautions: Caution[];
  outlets: StudyResult['outlets'];
  measures: Measure[];
  /** What facts say, by id. */
  statements: Record<string, string>;
  /** Articles coded by hand and by the program. */
  sample: readonly CodedTwice[];
  /** The frames that were coded by hand. */
  codedFrames: readonly Frame[];
  agreement: Agreement[];
  events: Event[];
  /** What is compared; null for the halves. */
  compared: readonly [Stretch, Stretch] | null;
}

/** Everything but the examples, which are looked up by what was found. Takes most of its time for intervals and permutations. */
export function analyse(found: Found): StudyResult {
  const { counts, periods, measures, options, sample } = found;
  const { draws, seed } = options;
  const totals = new Map(
    [...grouped(wholeRows(counts), ({ measure }) => measure)].map(([measure, rows]) => [measure, totalOf(rows)]),
  );
  const totalOfMeasure = (measure: string): Count => totals.get(measure) ?? { k: 0, n: 0 };
  const families = testedFamilies(measures, (measure) => totalOfMeasure(measure).k);
  const tested = new Set(families.flat());
  const rates = errorRatesOf(sample, found.codedFrames);
  const main: Dating = options.sureDates ? 'sure' : 'all';
  // Outlets are counted with the dates that the study goes by alone.
  const outletsWith = (dating: Dating) => (dating === main ? counts.outlets : null);
  const series = seriesOf(counts, measures, periods, {
    draws,
    seed,
    dating: main,
    // By article what is tested alone: the rest of the report goes by story.
    isDrawn: (measure, counting) => tested.has(measure) || (counting === 'story' && !measure.startsWith('misreport:')),
    correct: corrector(rates),
  });
  const each = <T>(work: (family: readonly string[]) => T[]): T[] => families.flatMap(work);
  const compared = found.compared ?? halves(periods);
  return {
    engine: found.engine,
    codebook: found.codebook,
    options,
    flow: found.flow,
    cautions: found.cautions,
    unit: options.unit,
    periods,
    outlets: found.outlets,
    measures,
    series,
    trends: each((family) => [
      ...trendsOf(series, family, 'story', 'all'),
      ...trendsOf(series, family, 'article', 'all'),
      ...trendsOf(series, family, 'story', 'sure'),
    ]),
    changePoints: each((family) => [
      ...changesOf(series, family, 'story', 'all', options, outletsWith('all')),
      ...changesOf(series, family, 'article', 'all', options, outletsWith('all')),
      ...changesOf(series, family, 'story', 'sure', options, outletsWith('sure')),
    ]),
    comparisons: [
      ...(compared ? each((family) => compareStretches(counts, family, 'story', compared)) : []),
      ...each((family) => compareOutlets(counts, family, 'story')),
    ],
    corrections: correctionsOf(sample, rates, (measure) => totalOf(rawRows(counts, measure))),
    errorRates: rates,
    agreement: found.agreement,
    events: found.events,
    examples: [] as Example[],
    statements: found.statements,
  };
}

const wholeRows = ({ rows }: Counts) =>
  rows.filter(({ by, counting, dating }) => by === 'all' && counting === 'story' && dating === 'all');

const rawRows = ({ rows }: Counts, measure: string) =>
  rows.filter(
    (row) => row.measure === measure && row.by === 'all' && row.counting === 'article' && row.dating === 'all',
  );
