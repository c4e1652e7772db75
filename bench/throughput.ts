/** How fast text on the topic is analysed on one core, held against compromise parsing the same text. */
import { readFileSync } from 'node:fs';
import nlp from 'compromise/three';
import { engine } from './engine.ts';
import { atLeast, type Figure } from './figure.ts';
import { onTopicArticle } from './prose.ts';
import { seeded } from './random.ts';
import { cpu, interleaved, round } from './stats.ts';

const ARTICLES = 60;
const WORDS = 700;
const ROUNDS = 5;
const TARGET = 5;

/** Rates on newspaper features about the topic, rates where every sentence is about it, and the cost of a claim. */
export async function throughput(): Promise<Figure[]> {
  const check = await engine();
  const random = seeded(3);
  const features = Array.from({ length: ARTICLES }, () => onTopicArticle(random, WORDS));
  const passages = labelledTexts();
  const count = (texts: readonly string[]) => texts.reduce((n, text) => n + check(text).length, 0);
  const compare = (texts: readonly string[]) => {
    const each = (run: (text: string) => unknown) => () => texts.forEach((text) => void run(text));
    const jobs = { check: each((text) => check(text)), compromise: each((text) => nlp(text)) };
    interleaved(jobs, 1, cpu); // Not counted: both compile on their way.
    const times = interleaved(jobs, ROUNDS, cpu);
    return {
      ...times,
      kilobytes: texts.reduce((n, text) => n + Buffer.byteLength(text), 0) / 1e3,
      claims: count(texts),
    };
  };
  const newspaper = compare(features);
  const dense = compare(passages);
  const rates = ({ check, compromise, kilobytes, claims }: typeof newspaper) =>
    `${round(kilobytes / check, 2)} MB/s, compromise/three ${round(kilobytes / compromise, 2)} MB/s; ${round(kilobytes, 0)} kB with ${claims} claims, processor time, medians of ${ROUNDS}`;
  return [
    {
      name: 'on-topic newspaper text: rate of checkArticle / rate of compromise/three parsing',
      value: round(newspaper.compromise / newspaper.check),
      target: atLeast(TARGET),
      detail: rates(newspaper),
    },
    {
      name: 'labelled passages, every sentence near the topic: the same ratio',
      value: round(dense.compromise / dense.check),
      target: null,
      detail: rates(dense),
    },
    {
      name: 'ms per claim, newspaper text',
      value: round(newspaper.check / newspaper.claims, 3),
      target: null,
      detail: `${round(newspaper.check, 0)} ms for ${newspaper.claims} claims; labelled passages ${round(dense.check / dense.claims, 3)} ms`,
    },
  ];
}

/** The texts of the labelled training passages. */
function labelledTexts(): string[] {
  const files = [1, 2, 3, 4].map((n) => new URL(`../fixtures/eval/train-${n}.jsonl`, import.meta.url));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => line.trim() !== '').map((line) => (JSON.parse(line) as { text: string }).text);
}
