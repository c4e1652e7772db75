/** Folders of generated drafts, for measuring whole processes on what a newsroom keeps in a repository. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draft } from './linters-draft.ts';
import { seeded } from './random.ts';

/** Drafts in a folder, and their words on average: 330,000 in all. */
const DRAFTS = 200;
const WORDS = 1650;
/** Shortest and longest drafts differ by this many words from the average. */
const SPREAD = 700;
/** As in a newsroom: one draft in so many is on topic. */
const ONE_IN = 20;

export interface Folders {
  /** One draft in twenty is about the social credit system. */
  newsroom: string;
  /** Every draft is. */
  onTopic: string;
  files: number;
}

/** Writes both folders below `root`; the same bytes every time. */
export function writeFolders(root: string): Folders {
  const newsroom = join(root, 'newsroom');
  const onTopic = join(root, 'on-topic');
  write(newsroom, 11, (index) => index % ONE_IN === 7);
  write(onTopic, 12, () => true);
  return { newsroom, onTopic, files: DRAFTS };
}

function write(folder: string, seed: number, isOnTopic: (index: number) => boolean): void {
  mkdirSync(folder, { recursive: true });
  const random = seeded(seed);
  let off = 0;
  for (let index = 0; index < DRAFTS; index++) {
    // Drafts come in pairs, one as much longer than the average as the other is shorter: the sum stays the same.
    off = index % 2 === 0 ? Math.round((2 * random() - 1) * SPREAD) : -off;
    const name = `draft-${String(index + 1).padStart(3, '0')}.md`;
    writeFileSync(join(folder, name), draft(random, WORDS + off, isOnTopic(index)));
  }
}
