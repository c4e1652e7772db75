/** Checks a whole fact base: what single files cannot show, and whether every example holds. Pure. */
import type { Label } from '../model.ts';
import { didYouMean } from './nearest.ts';
import { type Problem, sortProblems } from './problem.ts';
import { EXAMPLE_KINDS, type ExampleKind, type FactSource } from './schema.ts';
import type { SeedRecord } from './seed.ts';

/** What the program makes of a claim: its label, and the facts that decide it. */
export interface Verdict {
  label: Label;
  evidence: readonly { factId: string; locator: string }[];
}
/** Judges a claim that stands alone; given by the caller, so that checking does not depend on the engine. */
export type Judge = (claimText: string) => Verdict;

export interface ValidateOptions {
  /** How many examples of each kind a fact needs. Default: one. */
  minimum?: Record<ExampleKind, number>;
  /** Judges the examples; without it they are not judged. */
  judge?: Judge;
}

const LABEL_OF: Record<ExampleKind, Label> = {
  entailed: 'supported',
  contradicted: 'contradicted',
  neither: 'unverified',
};

/**
 * Whether an example holds for its fact. `entailed` and `contradicted`: it gets that label, and the fact, or
 * another that rests on one of its locators, is among the evidence. `neither`: it is unverified, or something
 * other than this fact decides it.
 */
export function exampleHolds(fact: FactSource, kind: ExampleKind, verdict: Verdict): boolean {
  if (kind === 'neither') {
    return verdict.label === 'unverified' || verdict.evidence.every((e) => e.factId !== fact.id);
  }
  return (
    verdict.label === LABEL_OF[kind] &&
    verdict.evidence.some((e) => e.factId === fact.id || fact.locators.includes(e.locator))
  );
}

const at = (fact: FactSource, path: string) => ({
  file: fact.place.file,
  line: fact.lines[path] ?? fact.place.line,
});

/** Sources and locators that no seed record has. */
function sourceProblems(fact: FactSource, seeds: readonly SeedRecord[]): Problem[] {
  const what = `fact ${fact.id}`;
  const seed = seeds.find(({ id }) => id === fact.source);
  if (!seed) {
    const ids = seeds.map(({ id }) => id);
    return [
      {
        ...at(fact, 'source'),
        message: `${what}: unknown source "${fact.source}"`,
        hint: didYouMean(fact.source, ids),
      },
    ];
  }
  const known = Object.keys(seed.locators);
  return fact.locators.flatMap((locator, i) => {
    const place = at(fact, `locators.${i}`);
    if (!known.includes(locator)) {
      const message = `${what}: dead locator ${locator}: ${seed.id} has no such sentence`;
      return [{ ...place, message, hint: didYouMean(locator, known) }];
    }
    if (fact.locators.indexOf(locator) === i) return [];
    return [{ ...place, message: `${what}: locator ${locator} is given twice`, hint: 'delete one' }];
  });
}

/** Examples that are too few, given twice, or do not hold. */
function exampleProblems(fact: FactSource, options: ValidateOptions): Problem[] {
  const problems: Problem[] = [];
  const what = `fact ${fact.id}`;
  const seen = new Map<string, string>();
  for (const kind of EXAMPLE_KINDS) {
    const examples = fact.examples[kind];
    const wanted = options.minimum?.[kind] ?? 1;
    if (examples.length < wanted) {
      const message = `${what}: ${examples.length} of at least ${wanted} examples under ${kind}`;
      problems.push({ ...at(fact, `examples.${kind}`), message, hint: 'see claims/README.md on examples' });
    }
    for (const [i, text] of examples.entries()) {
      const place = at(fact, `examples.${kind}.${i}`);
      const before = seen.get(text);
      if (before !== undefined) {
        problems.push({ ...place, message: `${what}: "${text}" stands under ${before} already`, hint: 'delete one' });
        continue;
      }
      seen.set(text, kind);
      const verdict = options.judge?.(text);
      if (!verdict || exampleHolds(fact, kind, verdict)) continue;
      const by = [...new Set(verdict.evidence.map((e) => e.factId))].join(', ');
      const got = `${verdict.label}${by === '' ? '' : ` by ${by}`}`;
      problems.push({
        ...place,
        message: `${what}: ${kind} example "${text}" is judged ${got}`,
        hint: 'scscheck explain shows why',
      });
    }
  }
  return problems;
}

/**
 * What is wrong with a fact base, sorted by file and line: ids used twice, unknown sources, dead or repeated
 * locators, dates that are not the source's, missing or repeated examples, examples that do not hold (when a
 * judge is given). Faults of single entries (unknown keys, empty statements) are `parseFactFile`'s to report.
 */
export function validateFacts(
  facts: readonly FactSource[],
  seeds: readonly SeedRecord[],
  options: ValidateOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, FactSource>();
  for (const fact of facts) {
    const twin = first.get(fact.id);
    if (twin) {
      const hint = `first used at ${twin.place.file}:${twin.lines.id ?? twin.place.line}`;
      problems.push({ ...at(fact, 'id'), message: `fact ${fact.id}: this id is in use already`, hint });
    } else first.set(fact.id, fact);
    problems.push(...sourceProblems(fact, seeds), ...exampleProblems(fact, options));
    const seed = seeds.find(({ id }) => id === fact.source);
    if (seed && seed.date !== fact.asOf) {
      const message = `fact ${fact.id}: asOf is ${fact.asOf}, but ${seed.id} is of ${seed.date}`;
      problems.push({ ...at(fact, 'asOf'), message, hint: `write ${seed.date}` });
    }
  }
  return sortProblems(problems);
}
