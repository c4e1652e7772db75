/** Scores by kind of claim, the confusion table and the list of errors. */
import { LABELS, type Label } from '../model.ts';
import type { Row, ScoredPassage } from './align.ts';
import type { GoldPassage } from './gold.ts';

/** What a group of labelled claims came to; a claim may stand in several groups of one breakdown. */
export interface Group {
  name: string;
  claims: number;
  detected: number;
  /** Right label, of `claims`. */
  right: number;
  strict: number;
  /** Labelled contradicted though gold says otherwise. */
  falseAlarms: number;
}

export const BREAKDOWNS = ['rule', 'locator', 'attribution', 'rejection', 'group'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

const REJECTION = /\b(?:denial|denied|denies|rejected|rejects|overturned|irony)\b/;

/** The names of the groups a claim belongs to. */
const KEYS: Record<Breakdown, (row: Row, passage: GoldPassage) => string[]> = {
  rule: ({ gold }) => {
    const rules = new Set(gold.why.match(/\br\d{1,2}\b/g));
    return rules.size > 0 ? [...rules] : ['other'];
  },
  locator: ({ gold }) => [gold.evidence[0] ?? 'none'],
  attribution: ({ gold }) => [gold.attributed ? 'attributed' : 'own voice'],
  rejection: ({ gold }) => [REJECTION.test(gold.why) ? 'rejected' : 'asserted'],
  group: (_, { group }) => (group ? [group] : []),
};

/** Groups all labelled claims by `by`, the largest group first, equal ones by name. */
export function breakdown(scored: readonly ScoredPassage[], by: Breakdown): Group[] {
  const groups = new Map<string, Group>();
  for (const { row, passage } of scored.flatMap((s) => s.rows.map((row) => ({ row, passage: s.passage })))) {
    for (const name of KEYS[by](row, passage)) {
      const group = groups.get(name) ?? { name, claims: 0, detected: 0, right: 0, strict: 0, falseAlarms: 0 };
      groups.set(name, group);
      const label = row.predicted?.label ?? null;
      group.claims += 1;
      group.detected += Number(label !== null);
      group.right += Number(label === row.gold.label);
      group.strict += Number(row.strict);
      group.falseAlarms += Number(label === 'contradicted' && row.gold.label !== 'contradicted');
    }
  }
  return [...groups.values()].sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1));
}

/** Rows: gold label, or "no claim" for what was found beside the labelled claims. */
export type Confusion = Record<Label | 'no claim', Record<Label | 'undetected', number>>;

export function confusion(scored: readonly ScoredPassage[]): Confusion {
  const row = () => ({ supported: 0, contradicted: 0, unverified: 0, undetected: 0 });
  const table: Confusion = { supported: row(), contradicted: row(), unverified: row(), 'no claim': row() };
  for (const { rows, spurious } of scored) {
    for (const { gold, predicted } of rows) table[gold.label][predicted?.label ?? 'undetected'] += 1;
    for (const claim of spurious) table['no claim'][claim.label] += 1;
  }
  return table;
}

/** One thing the program got wrong. `group` is "gold -> predicted", with the kind of fault where labels agree. */
export interface Miss {
  group: string;
  passage: string;
  /** The labelled quote, or what was found where nothing is labelled. */
  quote: string;
  /** What the program took for the claim; null when it found none. */
  found: string | null;
  gold: string[];
  got: string[];
  why: string;
}

/** Every claim that misses the strict score and every spurious one, grouped, in the order of the set. */
export function errors(scored: readonly ScoredPassage[]): Miss[] {
  const all = scored.flatMap(({ passage, rows, spurious }) => [
    ...rows
      .filter((row) => !row.strict)
      .map(({ gold, predicted }) => ({
        group: errorGroup(gold.label, predicted?.label ?? null),
        passage: passage.id,
        quote: gold.quote,
        found: predicted && passage.text.slice(predicted.start, predicted.end),
        gold: gold.evidence,
        got: locators(predicted?.evidence),
        why: gold.why,
      })),
    ...spurious.map((claim) => {
      const found = passage.text.slice(claim.start, claim.end);
      const got = locators(claim.evidence);
      return { group: `no claim -> ${claim.label}`, passage: passage.id, quote: found, found, gold: [], got, why: '' };
    }),
  ]);
  const order = [...LABELS, 'no claim'].flatMap((gold) =>
    [...LABELS, 'undetected'].flatMap((said) => [`${gold} -> ${said}`, `${gold} -> ${said}, wrong locator`]),
  );
  return all.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

const errorGroup = (gold: Label, said: Label | null) =>
  `${gold} -> ${said ?? 'undetected'}${said === gold ? ', wrong locator' : ''}`;

const locators = (evidence: readonly { locator: string }[] | undefined) => (evidence ?? []).map((e) => e.locator);
