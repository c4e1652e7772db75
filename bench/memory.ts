/** Resident memory while a million articles go through, against a hundred thousand. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { atMost, type Figure } from './figure.ts';
import { peak } from './peak.ts';
import { offTopicArticle, onTopicArticle } from './prose.ts';
import { seeded } from './random.ts';

/** Writes `count` articles as JSONL, one in a hundred on the topic. */
async function writeArticles(path: string, count: number): Promise<void> {
  const random = seeded(3);
  const off = Array.from({ length: 200 }, () => offTopicArticle(random, 120));
  const lines = function* (): Generator<string> {
    for (let i = 0; i < count; i++) {
      const text = i % 100 === 0 ? onTopicArticle(random, 100) : off[i % off.length]!;
      yield `${JSON.stringify({ id: `a${i}`, text })}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** Peak memory of a durable run over a hundred thousand and over a million articles. */
export async function memory(): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'scscheck-memory-'));
  try {
    const peaks: number[] = [];
    for (const count of [100_000, 1_000_000]) {
      const path = join(root, `${count}.jsonl`);
      await writeArticles(path, count);
      const { most } = await peak(['check', path, '--run', join(root, `run-${count}`), '--quiet']);
      peaks.push(most);
      rmSync(path);
    }
    const [small, large] = peaks as [number, number];
    return [
      {
        name: 'MB resident at most, a million articles',
        value: Math.round(large),
        target: atMost(400),
        detail: `JSONL, one article in a hundred on the topic, with --run`,
      },
      {
        name: 'memory, a million to a hundred thousand articles',
        value: Number((large / small).toFixed(2)),
        target: atMost(1.15),
        detail: `${Math.round(large)} MB to ${Math.round(small)} MB`,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
