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

/** Of each coding how many articles nobody else coded: many mean that ids were changed on the way. */
export function codedAlone(codings: readonly Coding[]): { coder: string; articles: number; alone: number }[] {
  const times = new Map<string, number>();
  for (const { units } of codings) for (const id of units.keys()) times.set(id, (times.get(id) ?? 0) + 1);
  return codings.map(({ coder, units }) => ({
    coder,
    articles: units.size,
    alone: [...units.keys()].filter((id) => times.get(id) === 1).length,
  }));
}
