/** Which files make one labelled set, and the article a passage is checked as. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Article } from '../model.ts';
import type { GoldPassage } from './gold.ts';

/** Files grouped into sets, in the order of their first file: `train-1.jsonl` and `train-2.jsonl` are `train`. */
export function groupFiles(files: readonly string[]): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const file of files) {
    const name = basename(file, '.jsonl').replace(/-\d+$/, '');
    sets.set(name, [...(sets.get(name) ?? []), file]);
  }
  return sets;
}

/** The article of a passage: its text, published on its date, nothing else known. */
export function passageArticle({ id, text, date }: GoldPassage): Article {
  return {
    id,
    text,
    publishedAt: date,
    url: null,
    title: null,
    outlet: null,
    language: null,
    sha256: createHash('sha256').update(text).digest('hex'),
    blocks: [],
    origin: null,
  };
}
