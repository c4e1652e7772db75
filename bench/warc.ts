/** Archives in WARC: how fast they pass, held against zlib merely inflating the same file. */
import { createReadStream, type ReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { fileChunks } from '../src/source/bytes.ts';
import { articleOf } from '../src/source/raw.ts';
import { warcArticles } from '../src/source/warc-articles.ts';
import { engine } from './engine.ts';
import { atLeast, type Figure } from './figure.ts';
import { scratchFolder } from './files.ts';
import { median, round } from './stats.ts';
import { type Corpus, writeCorpus } from './warc-corpus.ts';

const PAGES = 8000;
const ROUNDS = 5;
const TARGET = 0.7;
/** One page in so many comes near the topic, in the second archive. */
const NEAR = 0.05;
const MB = 1_048_576;

/**
 * Rate at which an archive passes in which one page in a thousand is on the topic, those pages extracted and checked,
 * over the rate at which zlib inflates it; and where one page in twenty comes near the topic. Processor time of this
 * process, which is what one core takes.
 */
export async function* warc(): AsyncGenerator<Figure> {
  const check = await engine();
  const folder = scratchFolder();
  for (const near of [0, NEAR]) {
    const corpus = writeCorpus(folder, PAGES, near);
    const times = await taken({
      check: () => checked(corpus, check),
      usual: () => inflated(createReadStream(corpus.file), {}),
      fast: () => inflated(createReadStream(corpus.file, { highWaterMark: MB }), { chunkSize: MB }),
    });
    const where = near === 0 ? 'one page in 1,000 on topic' : 'and one in 20 near it';
    const rate = (ms: number) => `${round(corpus.inflated / 1e3 / ms, 0)} MB/s`;
    const archive = `${PAGES} pages, ${round(corpus.packed / 1e6, 0)} MB packed, ${round(corpus.inflated / 1e6, 0)} MB inflated`;
    const detail = `${rate(times.check)}; ${archive}, processor time, medians of ${ROUNDS}`;
    yield {
      name: `WARC.gz, ${where}: rate of reading and checking / rate of createGunzip`,
      value: round(times.usual / times.check),
      target: near === 0 ? atLeast(TARGET) : null,
      detail: `${rate(times.usual)} as a stream with node's defaults; ${detail}`,
    };
    yield {
      name: 'the same, inflating in pieces of 1 MB',
      value: round(times.fast / times.check),
      target: null,
      detail: `${rate(times.fast)}, the fastest that node's streams get; ${detail}`,
    };
  }
}

/** Reads, extracts and checks; throws unless what is on topic, and it alone, was let through. */
async function checked({ file, pages }: Corpus, check: (text: string) => unknown): Promise<void> {
  let passed = 0;
  let articles = 0;
  for await (const batch of warcArticles(file, fileChunks(file), { gate: true })) {
    for (const item of batch) {
      const made = item.kind === 'raw' ? await articleOf(item) : item;
      if (made.kind === 'error') throw made.error;
      if (made.kind === 'article') {
        check(made.article.text);
        articles++;
      } else passed++;
    }
  }
  if (passed + articles !== pages || articles < pages / 1000) throw new Error(`${articles} of ${pages} on topic`);
}

async function inflated(file: ReadStream, options: { chunkSize?: number }): Promise<void> {
  let bytes = 0;
  for await (const piece of file.pipe(createGunzip(options))) bytes += (piece as Buffer).length;
  if (bytes === 0) throw new Error('nothing was inflated');
}

/** Median milliseconds of processor time of each job; they take turns, and a first round does not count. */
async function taken<K extends string>(jobs: Record<K, () => Promise<void>>): Promise<Record<K, number>> {
  const names = Object.keys(jobs) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const start = process.cpuUsage();
      await jobs[name]();
      const { user, system } = process.cpuUsage(start);
      if (round > 0) times[name].push((user + system) / 1e3);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}
