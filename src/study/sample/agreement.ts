/** How codings of the same articles agree: people among each other, and the program with each of them. Pure. */
import type { Agreement } from '../model.ts';
import { cohensKappa } from '../statistics/kappa.ts';
import { alphaWithInterval } from '../statistics/krippendorff.ts';
import { randomFor } from '../statistics/random.ts';
import { type Coding, PROGRAM } from './coding.ts';
import { pooledAlpha } from './pooled-alpha.ts';
import { shareAgreed, type Variable, variablesOf } from './variables.ts';

/**
 * The agreement of all people together, where there are two or more, then of each of them with the program, where it is among
 * the codings; for each the variables of `variablesOf`. What was coded by one alone does not count, and where two have no
 * article in common there is nothing. `draws` (default 1,000) are those of the bootstrap behind each interval.
 */
export function agreement(codings: readonly Coding[], options: { seed: number; draws?: number }): Agreement[] {
  const named = withOwnNames(codings);
  const program = named.find(({ coder }) => coder === PROGRAM);
  const people = named.filter((coding) => coding !== program);
  const sets = [
    ...(people.length > 1 ? [people] : []),
    ...(program === undefined ? [] : people.map((person) => [person, program])),
  ];
  return sets.flatMap((set) => variablesOf(set).map((variable) => agreementOn(variable, set, options)));
}

function agreementOn(
  { name, values, articles }: Variable,
  set: readonly Coding[],
  { seed, draws = 1000 }: { seed: number; draws?: number },
): Agreement {
  const coders = set.map(({ coder }) => coder);
  const random = randomFor(seed, 'agreement', ...coders, name);
  const pairs = values.map(([a = null, b = null]) => [a, b] as const);
  return {
    variable: name,
    coders,
    units: values.length,
    // Of a single variable each article is one row.
    alpha:
      new Set(articles).size === values.length
        ? alphaWithInterval(values, random, draws)
        : pooledAlpha(values, articles, random, draws),
    kappa: coders.length === 2 ? (cohensKappa(pairs)?.value ?? null) : null,
    agreement: shareAgreed(values) ?? 0,
  };
}

/** The codings, each under a name that no other has. */
function withOwnNames(codings: readonly Coding[]): Coding[] {
  const seen = new Map<string, number>();
  return codings.map((coding) => {
    const times = (seen.get(coding.coder) ?? 0) + 1;
    seen.set(coding.coder, times);
    return times === 1 ? coding : { ...coding, coder: `${coding.coder} (${times})` };
  });
}

/** How many articles of a coding nobody else coded. */
export interface Alone {
  coder: string;
  articles: number;
  alone: number;
}

/**
 * A second coder often codes a part of the sheet alone, so that many of the first one's articles have one coder, and none of the
 * second's. Where even the coder with the fewest has more than a tenth, ids were changed on the way, or the sheets are of other
 * samples; what a run could not read is a few in a hundred.
 */
const MANY_ALONE = 0.1;

/**
 * Where so many articles were coded by one alone that codings hardly are of the same: among people the one with the
 * fewest such, and each of them beside the program. Empty where all is well.
 */
export function apart(codings: readonly Coding[]): (Alone & { from: 'people' | 'program' })[] {
  const named = withOwnNames(codings);
  const program = named.find(({ coder }) => coder === PROGRAM);
  const people = named.filter((coding) => coding !== program);
  const part = ({ articles, alone }: Alone): number => (articles === 0 ? 0 : alone / articles);
  const [fewest] = people.length > 1 ? codedAlone(people).sort((a, b) => part(a) - part(b)) : [];
  const beside = program === undefined ? [] : people.map((person) => codedAlone([person, program])[0]!);
  return [
    ...(fewest === undefined ? [] : [{ ...fewest, from: 'people' as const }]),
    ...beside.map((one) => ({ ...one, from: 'program' as const })),
  ].filter((one) => part(one) > MANY_ALONE);
}

/** Of each coding how many articles nobody else coded. */
export function codedAlone(codings: readonly Coding[]): Alone[] {
  const times = new Map<string, number>();
  for (const { units } of codings) for (const id of units.keys()) times.set(id, (times.get(id) ?? 0) + 1);
  return codings.map(({ coder, units }) => ({
    coder,
    articles: units.size,
    alone: [...units.keys()].filter((id) => times.get(id) === 1).length,
  }));
}
