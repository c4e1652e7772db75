/** The parts of the number that says in which cell of the tables an article is counted. Pure. */
import type { Counting, Dating, Group } from '../model.ts';

/**
 * Outlets that are clusters of their own, the largest; all others are pooled by their rank into so many clusters. A bootstrap
 * over unions of whole outlets stays valid (random groups: K. M. Wolter, 2007), and a corpus of twenty thousand sites
 * costs no more than one of five hundred.
 */
export const OWN_CLUSTERS = 400;
export const POOLED_CLUSTERS = 100;
/** Outlets, countries and languages that have counts of their own, the largest: a figure shows no more. */
export const MOST_GROUPS = 20;

/** Bits that an article has; it is counted where all bits of a view are set. */
export const FLAGS = {
  sure: 1,
  /** Its story has other copies among the articles studied. */
  copied: 2,
  /** It is the earliest copy of its story: of all, and of those with a sure date. */
  first: 4,
  firstSure: 8,
  /** The same within its outlet, country and language. */
  outletFirst: 16,
  outletFirstSure: 32,
  countryFirst: 64,
  countryFirstSure: 128,
  languageFirst: 256,
  languageFirstSure: 512,
} as const;

/** Room for each part of the key; a country or language past `MOST_GROUPS` has the number `MOST_GROUPS`. */
const ROOM = { flags: 1024, language: 64, country: 64, cluster: 512 } as const;

/** SQL for the key, from SQL for its parts. */
export function keyOf(parts: Record<'period' | 'cluster' | 'country' | 'language' | 'flags', string>): string {
  const { period, cluster, country, language, flags } = parts;
  const { cluster: c, country: o, language: l, flags: f } = ROOM;
  return `((((${period})::BIGINT * ${c} + ${cluster}) * ${o} + ${country}) * ${l} + ${language}) * ${f} + ${flags}`;
}

/** SQL for the parts of the column `key`. */
export const KEY_PARTS = `("key" // ${ROOM.cluster * ROOM.country * ROOM.language * ROOM.flags})::INTEGER AS period,
  ("key" // ${ROOM.country * ROOM.language * ROOM.flags} % ${ROOM.cluster})::INTEGER AS cluster,
  ("key" // ${ROOM.language * ROOM.flags} % ${ROOM.country})::INTEGER AS country,
  ("key" // ${ROOM.flags} % ${ROOM.language})::INTEGER AS "language",
  ("key" % ${ROOM.flags})::INTEGER AS flags`;

/** The bits that an article must have to be counted so. */
export function bitsOf(counting: Counting, dating: Dating, by: Group['by'] = 'all'): number {
  const isSure = dating === 'sure';
  if (counting === 'article') return isSure ? FLAGS.sure : 0;
  if (by === 'all') return isSure ? FLAGS.firstSure : FLAGS.first;
  return FLAGS[isSure ? (`${by}FirstSure` as const) : (`${by}First` as const)];
}
