/** How codings agree: Krippendorff's alpha with its interval, and Cohen's kappa. */
import type { Agreement } from '../model.ts';
import { cleanText } from './clean.ts';
import { type Dot, type DotPanel, dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { FRAME_NAMES, isFrame } from './names.ts';
import { coefficient, whole } from './numbers.ts';
import type { ShareAxis } from './share-axis.ts';
import type { View } from './view.ts';

/** Sets of coders side by side. */
const MOST_PANELS = 3;
const MOST_ROWS = 40;

/** Krippendorff's own bounds (2018): tentative conclusions from 0.667, firm ones from 0.8. */
export const ALPHA_BOUNDS = [0.667, 0.8];

/** What coders are called together. */
export const codersName = (coders: readonly string[]): string => coders.map((coder) => cleanText(coder)).join(' and ');

/** A coded variable in words: frames by their names, also where their stance was coded ("stance: score"). */
export function variableName(variable: string): string {
  const [, of] = /^stance: (.+)$/.exec(variable) ?? [];
  const name = of ?? variable;
  const words = isFrame(name) ? FRAME_NAMES[name] : cleanText(name);
  return of ? `Stance: ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The agreements by the coders that they are of, in the order of the study. */
export function byCoders(agreement: readonly Agreement[]): [string, Agreement[]][] {
  const sets = new Map<string, Agreement[]>();
  for (const one of agreement) {
    const name = codersName(one.coders);
    sets.set(name, [...(sets.get(name) ?? []), one]);
  }
  return [...sets];
}

/** A dot plot, one panel a set of coders. */
export function reliabilityFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['reliability', 'Reliability of the codes'];
  const sets = byCoders(view.result.agreement.filter(({ alpha, kappa }) => alpha !== null || kappa !== null)).slice(
    0,
    MOST_PANELS,
  );
  if (sets.length === 0)
    return {
      id,
      title,
      reason:
        view.result.agreement.length > 0
          ? 'In the codings that were given nothing varies, so that agreement beyond chance has no value.'
          : 'No double-coded sample was given.',
    };
  const variables = [...new Set(sets.flatMap(([, list]) => list.map(({ variable }) => variable)))].slice(0, MOST_ROWS);
  const found = (list: Agreement[]): (Agreement | undefined)[] =>
    variables.map((variable) => list.find((one) => one.variable === variable));
  const lowest = Math.min(
    ...sets.flatMap(([, list]) => list.flatMap(({ alpha, kappa }) => [alpha?.low ?? 1, kappa ?? 1])),
  );
  const panels = sets.map(
    ([name, list]): DotPanel => ({
      title: name,
      axis: axisFrom(lowest),
      references: ALPHA_BOUNDS,
      series: [
        {
          style: 'first',
          dots: found(list)
            .map((one) => one && alphaDot(one))
            .map((dot) => dot ?? null),
        },
        {
          style: 'third',
          dots: found(list).map((one) =>
            one?.kappa == null
              ? null
              : {
                  value: one.kappa,
                  interval: null,
                  words: `${variableName(one.variable)}: kappa ${coefficient(one.kappa)}`,
                },
          ),
        },
      ],
    }),
  );
  return {
    id,
    title,
    caption: `Krippendorff’s alpha (nominal) with 95% bootstrap intervals and Cohen’s kappa, by variable and coders; n is the number of units that were coded. Dotted lines stand at 0.667 and 0.8, which Krippendorff asks of tentative and of firm conclusions.`,
    alt: `Dot plot. ${sets
      .map(
        ([name, list]) =>
          `${name}: ${list
            .filter(({ alpha }) => alpha)
            .map((one) => `${variableName(one.variable)} ${coefficient(one.alpha!.value)}`)
            .join(', ')}`,
      )
      .join('. ')}.`,
    ...dotPlot({
      rows: variables.map((variable) => ({ label: variableName(variable), note: unitsOf(variable, sets) })),
      panels,
      key: [
        { mark: 'first-dot', words: 'alpha, 95% interval' },
        { mark: 'third-dot', words: 'kappa' },
      ],
    }),
  };
}

function alphaDot({ variable, alpha, units }: Agreement): Dot | null {
  if (!alpha) return null;
  const { value, low, high } = alpha;
  return {
    value,
    interval: { low, high },
    words: `${variableName(variable)}: alpha ${coefficient(value)} (95% interval ${coefficient(low)} to ${coefficient(high)}), ${whole(units)} units`,
  };
}

function unitsOf(variable: string, sets: [string, Agreement[]][]): string {
  const units = [
    ...new Set(sets.flatMap(([, list]) => list.filter((one) => one.variable === variable).map((one) => one.units))),
  ];
  return `n = ${units.map(whole).join(', ')}`;
}

/** To 1, from 0 or the round number below the lowest. */
function axisFrom(lowest: number): ShareAxis {
  const from = Math.max(-1, Math.min(0, Math.floor(lowest * 2) / 2));
  const ticks = Array.from(
    { length: Math.round((1 - from) / 0.2) + 1 },
    (_, index) => Math.round((1 - index * 0.2) * 10) / 10,
  );
  return { domain: [from, 1], ticks: ticks.filter((tick) => tick >= from), format: '.1f' };
}
