/** The measured scores as Markdown tables, from `scscheck eval --format json`. */
const percent = (share) => (100 * share).toFixed(1);

const FIGURES = [
  ['claims found: F1', 'detectionF1'],
  ['claims found: precision', 'detectionPrecision'],
  ['claims found: recall', 'detectionRecall'],
  ['verdict label: macro-F1', 'labelMacroF1'],
  ['verdict label: accuracy', 'accuracy'],
  ['`contradicted`: precision', 'contradictionPrecision'],
  ['`contradicted`: recall', 'contradictionRecall'],
  ['strict: found, right label, right locator', 'strict'],
  ['passages without a claim left clean', 'noClaimPassagesClean'],
];
const SHORT = ['detectionF1', 'labelMacroF1', 'contradictionPrecision', 'strict', 'noClaimPassagesClean'];
const SETS = { dev: '`dev`', round: '`round`', groups: '`groups`', train: '`train`' };
/** Sets that nothing was tuned on or learned from. */
const HELD_OUT = { dev: true, round: true };

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) =>
  [row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** The figures, in per cent with 95 % intervals; `short` leaves the sets that were tuned on out. */
export function scoreTable(sets, { short = false } = {}) {
  const shown = short ? sets.filter((set) => set.name in HELD_OUT) : sets;
  const rows = FIGURES.filter(([, name]) => !short || SHORT.includes(name)).map(([title, name]) => [
    title,
    ...shown.map((set) => {
      const [low, high] = set.intervals[name];
      return `${percent(set.headlines[name])} [${percent(low)}, ${percent(high)}]`;
    }),
  ]);
  const heads = shown.map((set) => `${SETS[set.name]}: ${set.passages} passages, ${set.claims} claims`);
  const agreement = ['attribution seen where there is one, and only there', ...shown.map((set) => percent(set.attributionAgreement))];
  return table(['%, with 95 % interval', ...heads], short ? rows : [...rows, agreement]);
}

/** What became of the labelled claims of one set: a row a true label, a column a label given. */
export function confusionTable(set) {
  const columns = ['supported', 'contradicted', 'unverified', 'undetected'];
  const rows = Object.entries(set.confusion).map(([label, cells]) => [label, ...columns.map((name) => cells[name])]);
  return table(['should be ↓, is →', ...columns], rows);
}

/** The groups of one breakdown, added up over several sets. */
function pooled(sets, by) {
  const groups = new Map();
  for (const group of sets.flatMap((set) => set.by[by])) {
    const sum = groups.get(group.name) ?? { name: group.name, claims: 0, detected: 0, right: 0, falseAlarms: 0 };
    for (const key of ['claims', 'detected', 'right', 'falseAlarms']) sum[key] += group[key];
    groups.set(group.name, sum);
  }
  return [...groups.values()];
}

/** Claims by kind, pooled over `sets`, the weakest kind first. `names` says in words what a group is. */
export function groupTable(sets, by, names) {
  const rows = pooled(sets, by)
    .filter((group) => names[group.name])
    .sort((a, b) => a.right / a.claims - b.right / b.claims)
    .map(({ name, claims, detected, right, falseAlarms }) => [
      names[name],
      claims,
      percent(detected / claims),
      percent(right / claims),
      falseAlarms,
    ]);
  return table(['kind of claim', 'claims', 'found, %', 'right label, %', 'wrongly `contradicted`'], rows);
}

/** Each round at first sight (recorded when it was first scored) and as the program is now. */
export function roundTable(first, now) {
  const NAMES = ['labelMacroF1', 'contradictionPrecision', 'strict'];
  const shown = (figures) => NAMES.map((name) => (figures?.[name] === undefined ? '–' : percent(figures[name])));
  const rows = Object.entries(first).map(([name, { earlier, blind }]) => [
    name,
    shown(earlier).join(' / '),
    shown(blind).join(' / '),
    shown(now[name]).join(' / '),
  ]);
  return table(['round', 'by the readings, first sight', 'with the scorer, first sight', 'now'], rows);
}

/** Frames of which a set has fewer passages are left out of its means, as `eval` does. */
const COUNTED = 5;

/** How the program codes frames, set by set: passages that carry each, F1, alpha, and how often the stance is right. */
export function frameTable(sets) {
  const NAMES = sets.map(({ name }) => SETS[name.replace(/^frames-/, '')] ?? name);
  const shown = (share) => (share === null ? '–' : percent(share));
  const alpha = (value) => (value === null ? '–' : value.toFixed(2));
  const frames = sets[0].frames.map(({ frame }) => [
    `\`${frame}\``,
    ...sets.flatMap((set) => {
      const { gold, f1, alpha: a, stance } = set.frames.find((one) => one.frame === frame);
      return [gold, shown(f1), alpha(a), shown(stance)];
    }),
  ]);
  const means = [
    `all (of F1 and alpha the mean of frames with ${COUNTED} passages or more)`,
    ...sets.flatMap((set) => [`of ${set.passages}`, shown(set.macroF1), alpha(set.meanAlpha), shown(set.stance)]),
  ];
  const head = ['frame', ...NAMES.flatMap((name) => [`${name}: passages`, 'F1, %', 'alpha', 'stance right, %'])];
  return table(head, [...frames, means]);
}

const RECOVERED = [
  [/^coverage of intervals Wilson/, 'intervals that hold the share, %: Wilson'],
  [/^coverage of intervals by outlet/, 'by outlet'],
  [/^coverage of intervals by story/, 'by story'],
  [/^found (?:the step|all steps),? within a period/, 'steps found within a period, %'],
  [/^false alarms of changes/, 'false alarms: changes, %'],
  [/^false alarms of trends/, 'trends, %'],
];

/** What the statistics recover on simulated corpora: a row a design, and below it what is of no column, each by itself. */
export function recoveryTable(figures) {
  const designs = new Map();
  const others = [];
  for (const figure of figures) {
    const [, design, what] = /^(.*): (.*?)$/.exec(figure.name) ?? [null, figure.name, ''];
    const column = RECOVERED.findIndex(([name]) => name.test(what));
    if (column === -1) others.push(figure);
    else {
      const cells = designs.get(design) ?? RECOVERED.map(() => '–');
      // Of intervals the record has the distance from 95 %, and in words the share itself.
      cells[column] = column < 3 ? (/^[\d.]+/.exec(figure.detail)?.[0] ?? '–') : figure.value;
      designs.set(design, cells);
    }
  }
  const draws = Math.max(0, ...figures.map(({ detail }) => Number(/ of (\d+) draws/.exec(detail)?.[1] ?? 0)));
  const head = [`design, ${draws} draws each`, ...RECOVERED.map(([, name]) => name)];
  const extra = others.filter(({ name }) => /Rogan|corrected/.test(name)).map(({ name, value, detail }) => [name, value, detail]);
  return [table(head, [...designs].map(([design, cells]) => [design, ...cells])), table(['correction', 'figure', 'how'], extra)].join('\n\n');
}

/** Recorded benchmarks, with what each must reach. */
export function batchTable(figures) {
  const rows = figures.map(({ name, value, target, detail }) => [
    name,
    value,
    target ? `${target.must} ${target.bound}` : '–',
    detail,
  ]);
  return table(['measured', 'figure', 'to reach', 'how'], rows);
}
