/** Agreement as text for a terminal and as JSON. Pure. */
import { oneLine } from '../../reporters/escape.ts';
import { table } from '../../reporters/table.ts';
import type { Agreement } from '../model.ts';
import type { apart } from './agreement.ts';

const NONE = '–';

/**
 * A table for each set of coders: of each variable the units that were coded, the share on which all agree, Krippendorff's alpha
 * with its interval, and for two coders Cohen's kappa. `width` is in columns of the terminal.
 */
export function agreementText(agreements: readonly Agreement[], width: number): string {
  if (agreements.length === 0) return 'Nothing was coded by two coders.\n';
  const sets = new Map<string, Agreement[]>();
  for (const one of agreements) {
    const name = one.coders.map(oneLine).join(', ');
    sets.set(name, [...(sets.get(name) ?? []), one]);
  }
  const parts = [...sets].map(([name, list]) => {
    const kappa = list.some((one) => one.kappa !== null);
    const head = ['', 'units', 'agree', 'alpha (95 %)', ...(kappa ? ['kappa'] : [])];
    const rows = list.map((one) => [
      oneLine(one.variable),
      String(one.units),
      `${(100 * one.agreement).toFixed(1)} %`,
      one.alpha ? `${two(one.alpha.value)} (${two(one.alpha.low)} to ${two(one.alpha.high)})` : NONE,
      ...(kappa ? [one.kappa === null ? NONE : two(one.kappa)] : []),
    ]);
    return [name, ...table([head, ...rows], { width, indent: 2 })].join('\n');
  });
  const notes = [
    'alpha: Krippendorff, nominal; from 0.80 on codes carry firm conclusions, from 0.67 tentative ones.',
    ...(agreements.some(({ alpha }) => alpha === null)
      ? [`${NONE}: nothing varies, so that agreement beyond chance has no value.`]
      : []),
  ];
  return `${[...parts, notes.join('\n')].join('\n\n')}\n`;
}

const two = (number: number): string => number.toFixed(2);

/** Why codings that are hardly of the same articles are worth a second look. */
export function apartText({ coder, articles, alone, from }: ReturnType<typeof apart>[number]): string {
  const of = `${oneLine(coder)}: ${alone} of ${articles} articles`;
  return from === 'program'
    ? `${of} are not in the run, and count in nothing: see that it is of the articles that the sample was drawn from`
    : `${of} were coded by nobody else, and count in nothing; the other coders have no fewer: see that ids are as in sample.csv`;
}

/** The same as JSON, figures in full. */
export const agreementJson = (agreements: readonly Agreement[]): string =>
  `${JSON.stringify({ agreement: agreements }, null, 2)}\n`;
