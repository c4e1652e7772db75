/** Counts of a set of scored passages, and the scores of the codebook's section 6 that follow from them. */
import { LABELS, type Label } from '../model.ts';
import type { ScoredPassage } from './align.ts';

/** Shares from 0 to 1; 0 where there is nothing to take a share of. */
export interface Ratios {
  precision: number;
  recall: number;
  f1: number;
}

/** The scores of a labelled set, each from 0 to 1. */
export interface Scores {
  detection: Ratios;
  labelMacroF1: number;
  accuracy: number;
  contradictionPrecision: number;
  contradictionRecall: number;
  strict: number;
  noClaimPassagesClean: number;
  perLabel: Record<Label, Ratios & { gold: number }>;
}

/**
 * Everything the scores are made of, as whole numbers that add up over passages: cells 0 to 11 are gold label x
 * (predicted label or undetected), the rest are named below.
 */
export type Counts = readonly number[];
const UNDETECTED = LABELS.length;
const COLUMNS = LABELS.length + 1;
const SPURIOUS = LABELS.length * COLUMNS;
const SPURIOUS_CONTRADICTED = SPURIOUS + 1;
const STRICT = SPURIOUS + 2;
const EMPTY = SPURIOUS + 3;
const CLEAN = SPURIOUS + 4;
const SIZE = SPURIOUS + 5;

const cell = (gold: Label, predicted: Label | null) =>
  LABELS.indexOf(gold) * COLUMNS + (predicted === null ? UNDETECTED : LABELS.indexOf(predicted));

/** The counts of one passage. */
export function count({ rows, spurious }: ScoredPassage): Counts {
  const counts = new Array<number>(SIZE).fill(0);
  const add = (index: number, by = 1) => {
    counts[index] = (counts[index] ?? 0) + by;
  };
  for (const row of rows) {
    add(cell(row.gold.label, row.predicted?.label ?? null));
    if (row.strict) add(STRICT);
  }
  add(SPURIOUS, spurious.length);
  add(SPURIOUS_CONTRADICTED, spurious.filter((claim) => claim.label === 'contradicted').length);
  if (rows.length === 0) add(EMPTY);
  if (rows.length === 0 && spurious.length === 0) add(CLEAN);
  return counts;
}

/** Adds counts up. */
export function total(all: readonly Counts[]): Counts {
  const sum = new Array<number>(SIZE).fill(0);
  for (const counts of all) for (let i = 0; i < SIZE; i++) sum[i]! += counts[i]!;
  return sum;
}

const ratio = (part: number, whole: number) => (whole ? part / whole : 0);
const ratios = (hits: number, found: number, wanted: number): Ratios => {
  const precision = ratio(hits, found);
  const recall = ratio(hits, wanted);
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
};

/** The scores that follow from counts. An undetected claim counts as wrong in every label score. */
export function measure(counts: Counts): Scores {
  const at = (gold: Label, predicted: Label | null) => counts[cell(gold, predicted)] ?? 0;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const goldOf = (label: Label) => sum([...LABELS.map((p) => at(label, p)), at(label, null)]);
  const claims = sum(LABELS.map(goldOf));
  const detected = claims - sum(LABELS.map((label) => at(label, null)));
  const said = (label: Label) => sum(LABELS.map((gold) => at(gold, label)));
  const perLabel = Object.fromEntries(
    LABELS.map((label) => [label, { ...ratios(at(label, label), said(label), goldOf(label)), gold: goldOf(label) }]),
  ) as Scores['perLabel'];
  return {
    detection: ratios(detected, detected + counts[SPURIOUS]!, claims),
    labelMacroF1: sum(LABELS.map((label) => perLabel[label].f1)) / LABELS.length,
    accuracy: ratio(sum(LABELS.map((label) => at(label, label))), claims),
    contradictionPrecision: ratio(
      at('contradicted', 'contradicted'),
      said('contradicted') + counts[SPURIOUS_CONTRADICTED]!,
    ),
    contradictionRecall: perLabel.contradicted.recall,
    strict: ratio(counts[STRICT]!, claims),
    noClaimPassagesClean: ratio(counts[CLEAN]!, counts[EMPTY]!),
    perLabel,
  };
}
