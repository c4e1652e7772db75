/** Evaluation reports as text for people. Pure. */
import type { Breakdown, Confusion, Group, Miss } from './breakdown.ts';
import type { Bin, CurvePoint } from './calibration.ts';
import type { EvalReport } from './evaluate.ts';
import { HEADLINE_NAMES, HEADLINES } from './headlines.ts';
import type { Scores } from './measure.ts';

/** The report of one labelled set and the files it was read from. */
export interface SetReport extends EvalReport {
  name: string;
  files: string[];
}

export interface RenderOptions {
  /** The breakdown to print; default: by codebook rule. */
  by?: Breakdown | undefined;
  /** Whether every error is printed, or only how many there are of each kind. Default: false. */
  errors?: boolean | undefined;
}

const percent = (share: number) => (100 * share).toFixed(1);

/** The scores of one or more sets side by side; with two sets, also the first less the second. */
export function renderReports(sets: readonly SetReport[], options: RenderOptions = {}): string {
  const by = options.by ?? 'rule';
  const parts = [scoreTable(sets)];
  for (const set of sets) {
    const title = sets.length > 1 ? `${set.name}: ` : '';
    parts.push(
      ...(set.by[by].length > 0 ? [`${title}by ${by}, %\n${groupTable(set.by[by])}`] : []),
      `${title}confidence, %: expected calibration error ${percent(set.calibration.error)}\n${binTable(set.calibration.bins)}`,
      `${title}what --min-confidence leaves, %\n${curveTable(set.calibration.curve)}`,
      `${title}gold (rows) and predicted (columns)\n${confusionTable(set.confusion)}`,
      `${title}errors, ${set.errors.length}\n${options.errors ? errorList(set.errors) : errorCounts(set.errors)}`,
    );
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The reports as JSON, indented by two; errors only when they are asked for. */
export function renderJson(sets: readonly SetReport[], options: RenderOptions = {}): string {
  const shown = sets.map(({ errors, ...set }) => (options.errors ? { ...set, errors } : set));
  return `${JSON.stringify({ sets: shown }, null, 2)}\n`;
}

function scoreTable(sets: readonly SetReport[]): string {
  const difference = sets.length === 2;
  const head = [
    'score, % [95 % interval]',
    ...sets.map((set) => `${set.name}: ${set.passages} passages, ${set.claims} claims`),
    ...(difference ? ['difference'] : []),
  ];
  const rows = HEADLINE_NAMES.map((name) => [
    HEADLINES[name].title,
    ...sets.map((set) => {
      const [low, high] = set.intervals[name];
      return `${percent(set.headlines[name])} [${percent(low)}, ${percent(high)}]`;
    }),
    ...(difference ? [signed(sets[0]!.headlines[name] - sets[1]!.headlines[name])] : []),
  ]);
  const agreement = ['attribution agrees', ...sets.map((set) => percent(set.attributionAgreement))];
  return table([head, ...rows, agreement]);
}

const signed = (share: number) => `${share < 0 ? '-' : '+'}${percent(Math.abs(share))}`;

function groupTable(groups: readonly Group[]): string {
  const share = (part: number, whole: number) => percent(whole ? part / whole : 0);
  return table([
    ['', 'claims', 'detected', 'right', 'strict', 'false alarms'],
    ...groups.map((g) => [
      g.name,
      String(g.claims),
      share(g.detected, g.claims),
      share(g.right, g.claims),
      share(g.strict, g.claims),
      String(g.falseAlarms),
    ]),
  ]);
}

function binTable(bins: readonly Bin[]): string {
  return table([
    ['', 'claims', 'stated', 'right'],
    ...bins.map((b) => [`${b.from} to ${b.to}`, String(b.claims), percent(b.stated), percent(b.right)]),
  ]);
}

function curveTable(curve: readonly CurvePoint[]): string {
  return table([
    ['', 'claims', 'precision', 'recall', 'contradiction precision', 'contradiction recall'],
    ...curve.map((p) => [
      p.confidence.toFixed(2),
      String(p.claims),
      percent(p.precision),
      percent(p.recall),
      percent(p.contradictionPrecision),
      percent(p.contradictionRecall),
    ]),
  ]);
}

/** What each part is worth: a row a way of checking, the headline figures of the set beside it. */
export function renderAblations(rows: readonly { name: string; scores: Scores }[], set: string): string {
  return `${set}: what each part is worth, %\n${table([
    ['', 'detection F1', 'macro-F1', 'contradiction precision', 'contradiction recall', 'strict', 'clean'],
    ...rows.map(({ name, scores }) => [
      name,
      percent(scores.detection.f1),
      percent(scores.labelMacroF1),
      percent(scores.contradictionPrecision),
      percent(scores.contradictionRecall),
      percent(scores.strict),
      percent(scores.noClaimPassagesClean),
    ]),
  ])}\n`;
}

function confusionTable(confusion: Confusion): string {
  const columns = ['supported', 'contradicted', 'unverified', 'undetected'] as const;
  const rows = Object.entries(confusion).map(([gold, row]) => [gold, ...columns.map((c) => String(row[c]))]);
  return table([['', ...columns], ...rows]);
}

function errorCounts(errors: readonly Miss[]): string {
  const counts = new Map<string, number>();
  for (const { group } of errors) counts.set(group, (counts.get(group) ?? 0) + 1);
  return table([...counts].map(([group, n]) => [group, String(n)]));
}

function errorList(errors: readonly Miss[]): string {
  const lines: string[] = [];
  let group = '';
  for (const error of errors) {
    if (error.group !== group) {
      group = error.group;
      lines.push('', `${group} (${errors.filter((e) => e.group === group).length})`);
    }
    const found = error.found === null || error.found === error.quote ? '' : `  found "${error.found}"`;
    const gold = error.gold.length > 0 ? `  gold [${error.gold.join(' ')}]` : '';
    const got = error.got.length > 0 ? `  got [${error.got.join(' ')}]` : '';
    const why = error.why ? `  (${error.why})` : '';
    lines.push(`  ${error.passage}  "${error.quote}"${found}${gold}${got}${why}`);
  }
  return lines.slice(1).join('\n');
}

/** Columns padded to their widest cell: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
