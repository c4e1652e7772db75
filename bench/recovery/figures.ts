/** The figures of recovery: how often the statistics say what was put in. */
import { atLeast, atMost, type Figure } from '../figure.ts';
import { round } from '../stats.ts';
import { assess, type Outcome, type Settings } from './assess.ts';
import { biasRemoved, correct } from './correction.ts';
import type { Design } from './design.ts';
import { CHANGED_ERROR, DESIGNS, LABELLED } from './designs.ts';

/** Measures tested together where nothing shifts. */
const FAMILY = 5;
/** A rate that is truly 5 % (or 95 %) is seen within two standard errors of so many draws. */
const allowed = (draws: number): number => round(100 * 2 * Math.sqrt((0.05 * 0.95) / draws), 1);
const percent = (part: number, all: number): number => round((100 * part) / all, 1);
const INTERVALS = { wilson: 'Wilson', byOutlet: 'by outlet', byStory: 'by story' };

/** A figure for each thing asked of each design, as they come. */
export function* recovery(draws: number): Generator<Figure> {
  for (const design of DESIGNS) {
    const settings: Settings = { measures: design.steps.length > 0 || design.trend ? 1 : FAMILY, draws: 1000 };
    const outcomes = Array.from({ length: draws }, (_, draw) => assess(design, draw, settings));
    yield* coverageOf(design, outcomes);
    if (design.steps.length > 0) yield* stepsOf(design, outcomes);
    else if (design.trend) yield found(design, 'a trend', outcomes, ({ trend }) => trend, true);
    else yield* alarmsOf(design, outcomes);
  }
  yield* correctionOf(5 * draws);
}

function* coverageOf({ name, valid }: Design, outcomes: Outcome[]): Generator<Figure> {
  for (const kind of valid) {
    const sum = (of: 'held' | 'all') => outcomes.reduce((total, { covered }) => total + covered[kind][of], 0);
    const held = percent(sum('held'), sum('all'));
    yield {
      name: `${name}: coverage of intervals ${INTERVALS[kind]}, points from 95 %`,
      value: round(Math.abs(held - 95), 1),
      target: atMost(2),
      detail: `${held} % of ${sum('all')} intervals hold the share`,
    };
  }
}

function* stepsOf(design: Design, outcomes: Outcome[]): Generator<Figure> {
  const { name, steps, mustFind } = design;
  const near = (outcome: Outcome) => steps.every((step) => outcome.found.some(({ at }) => Math.abs(at - step) <= 1));
  yield found(
    design,
    steps.length > 1 ? 'all steps, within a period' : 'the step within a period',
    outcomes,
    near,
    mustFind,
  );
  yield found(design, 'a change', outcomes, (outcome) => outcome.found.length > 0, mustFind);
  const more = outcomes.filter((outcome) => outcome.found.length > steps.length).length;
  yield {
    name: `${name}: more changes than were put in, %`,
    value: percent(more, outcomes.length),
    target: atMost(5 + allowed(outcomes.length)),
    detail: `${more} of ${outcomes.length} draws; the rate stated is 5 %`,
  };
  const dated = outcomes.flatMap(({ found }) =>
    found.length === steps.length ? steps.map((at, i) => ({ at, ...placed(found, i) })) : [],
  );
  const held = dated.filter(({ at, earliest, latest }) => earliest <= at && at <= latest).length;
  const width = dated.reduce((sum, { earliest, latest }) => sum + latest - earliest + 1, 0) / dated.length;
  yield {
    name: `${name}: earliest to latest hold the step, %`,
    value: percent(held, dated.length),
    target: atLeast(95 - allowed(dated.length)),
    detail: `${held} of ${dated.length} changes found; mean length ${round(width, 1)} periods`,
  };
}

const placed = (changes: Outcome['found'], i: number) => {
  const { earliest, latest } = [...changes].sort((a, b) => a.at - b.at)[i]!;
  return { earliest, latest };
};

function found(
  { name }: Design,
  what: string,
  outcomes: Outcome[],
  is: (outcome: Outcome) => boolean,
  must: boolean,
): Figure {
  const count = outcomes.filter(is).length;
  return {
    name: `${name}: found ${what}, %`,
    value: percent(count, outcomes.length),
    target: must ? atLeast(90) : null,
    detail: `${count} of ${outcomes.length} draws, at p ≤ 0.05`,
  };
}

function* alarmsOf({ name, trend, recordOnly }: Design, outcomes: Outcome[]): Generator<Figure> {
  const alarms = (what: string, count: number): Figure => ({
    name: `${name}: false alarms of ${what}, %`,
    value: percent(count, outcomes.length),
    target: recordOnly ? null : atMost(5 + allowed(outcomes.length)),
    detail: `${count} of ${outcomes.length} draws with any in ${FAMILY} measures at Holm-adjusted p ≤ 0.05; the rate stated is 5 %`,
  });
  yield alarms('changes', outcomes.filter(({ anyChange }) => anyChange).length);
  if (trend !== null) yield alarms('trends', outcomes.filter(({ anyTrend }) => anyTrend).length);
}

/** Corrections take so little time that they are drawn five times as often. */
export function* correctionOf(draws: number): Generator<Figure> {
  const all = Array.from({ length: draws }, (_, draw) => correct(draw));
  const truth = CHANGED_ERROR.model.share(0);
  for (const half of [0, 1] as const) {
    const raw = all.map((one) => one.raw[half]);
    const corrected = all.map((one) => one.corrected[half]);
    const mean = (values: number[]) => round((100 * values.reduce((a, b) => a + b, 0)) / draws, 2);
    // In the first half errors either way nearly offset each other, and there is no bias to remove.
    const biased = Math.abs(mean(raw) - 100 * truth) > 2;
    yield {
      name: `changed error rate, ${half === 0 ? 'first' : 'second'} half: bias that Rogan and Gladen remove, %`,
      value: round(100 * biasRemoved(raw, corrected, truth), 1),
      target: biased ? atLeast(80) : null,
      detail: `truth ${100 * truth} %, as coded ${mean(raw)} %, corrected by ${LABELLED} labelled ${mean(corrected)} %`,
    };
  }
  const shift = (of: 'raw' | 'corrected') => all.map((one) => one[of][1] - one[of][0]);
  yield {
    name: 'changed error rate: bias of the difference between the halves that Rogan and Gladen remove, %',
    value: round(100 * biasRemoved(shift('raw'), shift('corrected'), 0), 1),
    target: atLeast(80),
    detail: `${draws} draws`,
  };
  const held = all.flatMap((one) => one.held).filter(Boolean).length;
  yield {
    name: 'changed error rate: coverage of corrected intervals, points from 95 %',
    value: round(Math.abs(percent(held, 2 * draws) - 95), 1),
    target: atMost(2),
    detail: `${percent(held, 2 * draws)} % of ${2 * draws} intervals hold the share`,
  };
}
