/** Studies of corpora that do not exist: results with a known shape, of any size, the same for the same seed. */
import { FRAMES } from '../../../src/model.ts';
import type {
  Count,
  Counting,
  Dating,
  Group,
  Measure,
  Period,
  Point,
  Series,
  StudyResult,
} from '../../../src/study/model.ts';
import { type Chance, chance, drawOf, interval, periodsOf } from './draw.ts';
import { extrasOf } from './extras.ts';

export interface Shape {
  unit: StudyResult['unit'];
  /** Of the first period. */
  from: string;
  periods: number;
  outlets: string[];
  /** Articles a period, on average. */
  articles: number;
  /** Whether shares move: score falls and fragmentation rises half-way. */
  shift: boolean;
  /** Whether nothing is ever found. */
  zero: boolean;
  /** Labelled sample, coders, events, examples. */
  extras: boolean;
  sureDates: boolean;
  seed: number;
}

const USUAL: Shape = {
  unit: 'year',
  from: '2014-01-01',
  periods: 11,
  outlets: ['The Harbour Post', 'Northern Courier', 'Metro Daily', 'The Evening Ledger', 'Weekly Review', 'Wire One'],
  articles: 90,
  shift: true,
  zero: false,
  extras: true,
  sureDates: false,
  seed: 7,
};

export const FACTS = [
  'no-national-score',
  'no-ai-scoring',
  'no-party-loyalty-grade',
  'lists-of-debtors',
  'pilots-differ',
  'no-vaccine-link',
  'firms-first',
  'no-family-ban',
  'no-daily-tracking',
];

/** A study of that shape. */
export function syntheticResult(shape: Partial<Shape> = {}): StudyResult {
  const whole = { ...USUAL, ...shape };
  const random = chance(whole.seed);
  const periods = periodsOf(whole.unit, whole.from, whole.periods);
  const measures = measuresOf();
  const sizes = periods.map(() => Math.round(whole.articles * (0.4 + 1.2 * random())));
  const series = measures.flatMap((measure) => seriesOf(measure, whole, periods, sizes, random));
  const studied = sizes.reduce((sum, n) => sum + Math.round(n * 1.25), 0);
  const stories = sizes.reduce((sum, n) => sum + n, 0);
  const base: StudyResult = {
    engine: { version: '0.1.0', factBase: 'f'.repeat(64), asOf: '2022-05-08' },
    codebook: 'c'.repeat(64),
    options: { unit: whole.unit, draws: 1999, seed: 1, sureDates: whole.sureDates },
    flow: {
      read: studied + 421,
      failed: 3,
      offTopic: 350,
      otherLanguage: 12,
      undated: 50,
      future: 6,
      studied,
      stories,
      sure: Math.round(studied * 0.8),
      dateSources: {
        given: Math.round(studied * 0.6),
        'json-ld': Math.round(studied * 0.2),
        url: Math.round(studied * 0.15),
        text: studied - Math.round(studied * 0.6) - Math.round(studied * 0.2) - Math.round(studied * 0.15),
      },
      outlets: whole.outlets.length,
      withoutOutlet: 0,
      coders: [{ version: '0.1.0', factBase: 'f'.repeat(64), records: studied + 421 }],
      copiesFrom: ['texts'],
    },
    cautions: [{ code: 'undated-left-out', values: { articles: 50 } }],
    unit: whole.unit,
    periods,
    outlets: whole.outlets.map((name, index) => ({ name, articles: Math.round(studied / (index + 2)) })),
    measures,
    series,
    trends: [],
    changePoints: [],
    comparisons: [],
    corrections: [],
    errorRates: [],
    agreement: [],
    events: [],
    examples: [],
    statements: Object.fromEntries(
      FACTS.map((id) => [id, `What the fact “${id}” says, in a sentence of some length that is made up.`]),
    ),
  };
  return { ...base, ...extrasOf(base, whole) };
}

function measuresOf(): Measure[] {
  const one = (id: string, family: Measure['family'], unit: Measure['unit'], more: Partial<Measure> = {}): Measure => ({
    id,
    family,
    unit,
    frame: null,
    stance: null,
    factId: null,
    ...more,
  });
  return [
    ...FRAMES.flatMap((frame) => [
      one(`frame:${frame}`, 'frame', 'articles', { frame }),
      one(`frame:${frame}:advanced`, 'frame', 'articles', { frame, stance: 'advanced' }),
      one(`frame:${frame}:rejected`, 'frame', 'articles', { frame, stance: 'rejected' }),
      one(`stance:${frame}`, 'stance', 'articles', { frame }),
    ]),
    one('article:contradicted', 'article', 'articles'),
    ...['supported', 'contradicted', 'unverified'].map((label) => one(`label:${label}`, 'label', 'claims')),
    ...FACTS.map((factId) => one(`misreport:${factId}`, 'misreport', 'articles', { factId })),
    one('attribution:quoted', 'attribution', 'claims'),
  ];
}

/** The true share of a measure at `at`, 0 to 1 through time. */
function truth({ id, frame }: Measure, at: number, { shift, zero }: Shape): number {
  if (zero) return 0;
  const moved = shift && at >= 0.5;
  if (id.startsWith('stance:')) return 0.75;
  const scale = id.endsWith(':rejected') ? 0.25 : id.endsWith(':advanced') ? 0.75 : 1;
  if (frame === 'score') return (moved ? 0.25 : 0.55) * scale;
  if (frame === 'fragmentation') return (moved ? 0.35 : 0.1) * scale;
  if (frame !== null) return (0.3 / (1 + FRAMES.indexOf(frame))) * scale;
  if (id === 'label:supported') return 0.3;
  if (id === 'label:contradicted') return moved ? 0.2 : 0.4;
  if (id === 'label:unverified') return moved ? 0.5 : 0.3;
  if (id === 'article:contradicted') return moved ? 0.2 : 0.4;
  return id.startsWith('misreport:') ? 0.02 + 0.08 / (1 + FACTS.indexOf(id.slice(10))) : 0.3;
}

function seriesOf(measure: Measure, shape: Shape, periods: Period[], sizes: number[], random: Chance): Series[] {
  const main = (counting: Counting, dating: Dating, factor: number): Series => ({
    measure: measure.id,
    counting,
    dating,
    group: { by: 'all', value: null },
    points: points(
      measure,
      shape,
      periods,
      sizes.map((n) => Math.round(n * factor)),
      random,
    ),
  });
  const group = (by: Group['by'], value: string | null, factor: number): Series => ({
    ...main('story', 'all', factor),
    group: { by, value },
  });
  return [
    { ...main('story', 'all', 1), group: { by: 'all', value: '' } },
    { ...main('story', 'sure', 0.8), group: { by: 'all', value: '' } },
    { ...main('article', 'all', 1.25), group: { by: 'all', value: '' } },
    { ...main('article', 'sure', 1), group: { by: 'all', value: '' } },
    ...shape.outlets.map((name, index) => group('outlet', name, 1 / (index + 2))),
    ...(shape.periods > 1000
      ? []
      : [
          group('country', 'United Kingdom', 0.4),
          group('country', 'United States', 0.5),
          group('country', null, 0.1),
          group('language', 'en', 1),
        ]),
  ];
}

function points(measure: Measure, shape: Shape, periods: Period[], sizes: number[], random: Chance): Point[] {
  return periods.map(({ id }, index) => {
    const n =
      measure.family === 'stance'
        ? Math.round(sizes[index]! * 0.3)
        : measure.unit === 'claims'
          ? sizes[index]! * 3
          : sizes[index]!;
    const count: Count = { k: drawOf(n, truth(measure, index / periods.length, shape), random), n };
    const wilson = interval(count);
    const share = n === 0 ? null : count.k / n;
    const wider = wilson && { low: Math.max(0, wilson.low - 0.01), high: Math.min(1, wilson.high + 0.01) };
    const corrected =
      shape.extras && share !== null && measure.family === 'frame' && measure.stance === null && measure.stance === null
        ? {
            value: Math.min(1, Math.max(0, share * 1.1 - 0.01)),
            low: Math.max(0, wider!.low * 1.1 - 0.02),
            high: Math.min(1, wider!.high * 1.1 + 0.02),
          }
        : null;
    return { period: id, ...count, share, wilson, byOutlet: wider, byStory: wilson, corrected };
  });
}
