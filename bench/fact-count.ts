/** Whether the number of facts matters: the same text checked with 60 and with 6,000 generated facts added. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { FactBase } from '../src/facts/compile.ts';
import { engine, loadFacts } from './engine.ts';
import { atMost, type Figure } from './figure.ts';
import { scratchFolder } from './files.ts';
import { onTopicArticle } from './prose.ts';
import { pick, type Random, seeded } from './random.ts';
import { cpu, interleaved, round } from './stats.ts';

const FEW = 60;
const MANY = 6000;
const ARTICLES = 40;
const WORDS = 700;
const ROUNDS = 7;
const LIMIT = 1.5;

/** Time to check the same articles with many facts over the time with few. */
export async function factCount(): Promise<Figure[]> {
  const check = await engine();
  const own = await loadFacts([]);
  const folder = scratchFolder();
  const load = async (count: number) => {
    const file = join(folder, `facts-${count}.yml`);
    writeFileSync(file, stringify(generateFacts(own, count)));
    return loadFacts([file]);
  };
  const few = await load(FEW);
  const start = performance.now();
  const many = await load(MANY);
  const loading = performance.now() - start;
  const random = seeded(5);
  const texts = Array.from({ length: ARTICLES }, () => onTopicArticle(random, WORDS));
  const run = (base: FactBase) => () => texts.forEach((text) => void check(text, base));
  run(few)(); // Not counted: compiles on its way.
  run(many)();
  const times = interleaved({ few: run(few), many: run(many) }, ROUNDS, cpu);
  const firing = (base: FactBase) =>
    texts.reduce((n, text) => n + check(text, base).reduce((m, claim) => m + claim.matches.length, 0), 0);
  return [
    {
      name: `time with ${MANY} generated facts / with ${FEW}`,
      value: round(times.many / times.few),
      target: atMost(LIMIT),
      detail: `${round(times.many, 0)} ms and ${round(times.few, 0)} ms for ${ARTICLES} articles of ${WORDS} words, processor time, medians of ${ROUNDS}; ${own.facts.length} facts of the program in both; readings that fire ${firing(many)} and ${firing(few)}; loading ${MANY} takes ${round(loading, 0)} ms, once`,
    },
  ];
}

/** `count` distinct facts in the form of `claims/facts`, each with one reading made of two to four known concepts. */
function generateFacts(own: FactBase, count: number): object[] {
  const random = seeded(6);
  const concepts = [...own.concepts.concepts.values()]
    .filter(({ facet }) => facet !== null && !['polarity', 'modality', 'quantifier'].includes(facet))
    .map(({ id }) => id);
  // Fewer could not make that many distinct facts, and the loop below would not end.
  if (concepts.length < 40) throw new Error(`too few concepts to make facts of: ${concepts.length}`);
  const seen = new Set<string>();
  const facts: object[] = [];
  while (facts.length < count) {
    const needs = distinct(random, concepts, pick(random, [2, 3, 3, 4]));
    const key = [...needs].sort().join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    facts.push(toFact(facts.length, needs, random));
  }
  return facts;
}

function distinct(random: Random, items: readonly string[], count: number): string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(pick(random, items));
  return [...chosen];
}

function toFact(index: number, needs: string[], random: Random): object {
  return {
    id: `generated-${index}`,
    statement: `Generated fact ${index} speaks of ${needs.join(' and ')}.`,
    locators: ['intro.1.1'],
    asOf: '2022-05-08',
    source: 'scs-2022',
    facets: { topic: `generated topic ${index}` },
    clashes: `Saying the opposite of generated fact ${index}.`,
    readings: [
      { id: 'made', needs, means: random() < 0.5 ? 'agrees' : 'clashes', scope: pick(random, ['any', 'national']) },
    ],
    examples: { entailed: [], contradicted: [], neither: [] },
  };
}
