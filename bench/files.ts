/** Generated input files, in a folder that lives as long as the run. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offTopicArticle, onTopicArticle } from './prose.ts';
import { seeded } from './random.ts';

/** A folder for generated files, removed when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An on-topic draft of about a thousand words; gives its path. */
export function writeDraft(folder: string): string {
  const file = join(folder, 'draft.txt');
  writeFileSync(file, onTopicArticle(seeded(1), 1000));
  return file;
}

/**
 * JSONL of off-topic articles of about 600 words, at least `bytes` long, a share of `near` of which come near the
 * topic; gives its path and size.
 */
export function writeOffTopic(folder: string, bytes: number, near: number) {
  const file = join(folder, `off-topic-${near}.jsonl`);
  const random = seeded(2);
  // The articles repeat, each time with another id: what a line costs does not depend on earlier lines.
  const texts = Array.from({ length: 2000 }, () => offTopicArticle(random, 600, near));
  const out = openSync(file, 'w');
  let written = 0;
  let articles = 0;
  while (written < bytes) {
    const batch = texts.map((text, i) => {
      const meta = { id: `article-${articles + i}`, outlet: 'The Daily Sample', publishedAt: '2021-06-01' };
      return `${JSON.stringify({ ...meta, text })}\n`;
    });
    written += writeSync(out, batch.join(''));
    articles += batch.length;
  }
  closeSync(out);
  return { file, bytes: written, articles };
}
