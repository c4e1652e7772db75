/** A stratified sample to code by hand. Pure. */
import type { PeriodUnit } from '../model.ts';
import { randomFor, shuffle, uniform } from '../statistics/random.ts';
import { allocate } from './allocate.ts';
import { type Listed, type Stratum, strataOf } from './strata.ts';

export interface SampleOptions {
  /** Articles to draw, at least 1; all where there are no more. */
  size: number;
  seed: number;
  /** Length of the periods that are strata together with outlets. */
  unit: PeriodUnit;
}

/** A drawn article. */
export interface Drawn {
  /** Its place in the list, from 0. */
  number: number;
  /** The chance that it had, 0 to 1: of its stratum as many as were drawn, by as many as there are. */
  probability: number;
  /** How many articles of the corpus it stands for: one by the chance. */
  weight: number;
}

export interface Sample {
  /** In an order by chance, so that coders meet no outlet or year in a row. */
  drawn: Drawn[];
  strata: (Omit<Stratum, 'articles'> & { articles: number; drawn: number })[];
}

/**
 * Draws a sample, in proportion to periods by outlets and at least one of each where the size allows; where it does not, small
 * outlets are pooled (see `strataOf`). Without replacement, each article of a stratum equally probable, so that the
 * weighted sum over the sample is unbiased (Horvitz and Thompson 1952). What is drawn depends on the seed and the articles
 * alone, not on the order in which they are listed, as long as their ids differ.
 */
export function drawSample(articles: readonly Listed[], { size, seed, unit }: SampleOptions): Sample {
  const strata = strataOf(articles, unit, size);
  const shares = allocate(
    strata.map((stratum) => stratum.articles.length),
    size,
  );
  const drawn: Drawn[] = [];
  for (const [i, { period, outlet, pooled, articles: members }] of strata.entries()) {
    const sorted = [...members].sort((a, b) => compare(articles[a]!.id, articles[b]!.id) || a - b);
    const name = JSON.stringify([period, outlet, pooled]);
    const weight = members.length / shares[i]!;
    for (const number of pick(sorted, shares[i]!, seed, name)) {
      drawn.push({ number, probability: shares[i]! / members.length, weight });
    }
  }
  drawn.sort((a, b) => compare(articles[a.number]!.id, articles[b.number]!.id) || a.number - b.number);
  shuffle(randomFor(seed, 'sample', 'order'), drawn);
  return {
    drawn,
    strata: strata.map(({ articles: members, ...rest }, i) => ({
      ...rest,
      articles: members.length,
      drawn: shares[i]!,
    })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `count` of `from`, each set of them equally probable (Durstenfeld's shuffle, as far as it is needed). Changes `from`. */
function pick(from: number[], count: number, seed: number, name: string): number[] {
  const random = randomFor(seed, 'sample', name);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(uniform(random) * (from.length - at));
    [from[at], from[other]] = [from[other]!, from[at]!];
  }
  return from.slice(0, count);
}
