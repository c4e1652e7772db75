/** How many of the fact base's own examples the program gets right, by topic and kind. */
import { readFileSync } from 'node:fs';
import type { FactBase } from '../../src/facts/compile.ts';
import { EXAMPLE_KINDS, type ExampleKind, type FactSource } from '../../src/facts/schema.ts';
import { exampleHolds } from '../../src/facts/validate.ts';
import { judgeText } from '../../src/judge-text.ts';
import type { Label } from '../../src/model.ts';

export const FLOORS_FILE = 'test/claims/example-floors.json';

export interface JudgedExample {
  fact: FactSource;
  kind: ExampleKind;
  text: string;
  label: Label;
  by: string[];
  holds: boolean;
  /** Contradicting what is entailed, or supporting what is contradicted: worse than seeing nothing. */
  wrongWay: boolean;
}

const OPPOSITE: Partial<Record<ExampleKind, Label>> = { entailed: 'contradicted', contradicted: 'supported' };

/** Every example of every fact, judged alone. */
export function judgeExamples(facts: readonly FactSource[], base: FactBase): JudgedExample[] {
  return facts.flatMap((fact) =>
    EXAMPLE_KINDS.flatMap((kind) =>
      fact.examples[kind].map((text) => {
        const claim = judgeText(text, base)?.claim;
        const verdict = { label: claim?.label ?? ('unverified' as const), evidence: claim?.evidence ?? [] };
        const by = [...new Set(verdict.evidence.map((e) => e.factId))];
        const wrongWay = verdict.label === OPPOSITE[kind];
        return { fact, kind, text, label: verdict.label, by, holds: exampleHolds(fact, kind, verdict), wrongWay };
      }),
    ),
  );
}

/** Shares, 0 to 1, of the examples of a topic: those that hold, by kind, and those that go the wrong way. */
export type Shares = Record<ExampleKind | 'wrongWay', number>;

/** The shares of each topic, and of `all`. */
export function sharesOf(judged: readonly JudgedExample[]): Record<string, Shares> {
  const topics = [...new Set(judged.map((j) => j.fact.topic))].sort();
  const of = (list: readonly JudgedExample[]): Shares => {
    const share = (kind: ExampleKind): number => {
      const those = list.filter((j) => j.kind === kind);
      return those.filter((j) => j.holds).length / those.length;
    };
    const decided = list.filter((j) => j.kind !== 'neither');
    return {
      entailed: share('entailed'),
      contradicted: share('contradicted'),
      neither: share('neither'),
      wrongWay: decided.filter((j) => j.wrongWay).length / decided.length,
    };
  };
  return {
    all: of(judged),
    ...Object.fromEntries(topics.map((topic) => [topic, of(judged.filter((j) => j.fact.topic === topic))])),
  };
}

export const readFloors = (): Record<string, Shares> => JSON.parse(readFileSync(FLOORS_FILE, 'utf8'));

/** A change to one wording turns a few examples of a topic: floors leave room for that many. */
const MARGIN = 0.03;

/** The bounds that measured shares deserve: never looser than the old ones. `wrongWay` is a ceiling. */
export function tightened(old: Shares | undefined, measured: Shares): Shares {
  const floor = (kind: ExampleKind): number =>
    Math.max(old?.[kind] ?? 0, Math.floor(Math.max(0, measured[kind] - MARGIN) * 1000) / 1000);
  const ceiling = Math.ceil(Math.min(1, measured.wrongWay + MARGIN) * 1000) / 1000;
  return {
    entailed: floor('entailed'),
    contradicted: floor('contradicted'),
    neither: floor('neither'),
    wrongWay: Math.min(old?.wrongWay ?? 1, ceiling),
  };
}
