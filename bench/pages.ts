/** Main text from HTML: how much of it is found on the pages of `fixtures/pages`, and how long hostile pages take. */
import { readdirSync, readFileSync } from 'node:fs';
import { ExtractError } from '../src/errors.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { type HostilePage, hostilePages } from './hostile-pages.ts';
import { matchOf, meanMatch } from './shingles.ts';
import { round } from './stats.ts';

const PAGES = new URL('../fixtures/pages/', import.meta.url);
/** Milliseconds that no page may take. */
const LIMIT = 5000;
/** How many of the slowest pages are named. */
const NAMED = 5;

/** A page as its extractor sees it. */
type Extract = (bytes: Buffer) => Promise<string>;

/** The figures of this group, as they come. */
export async function* pages(): AsyncGenerator<Figure> {
  const { decodeBytes } = await import('../src/article/decode.ts');
  const { extractHtml } = await import('../src/article/html.ts');
  const extract: Extract = async (bytes) => {
    const { text } = await decodeBytes(bytes, { html: true });
    return extractHtml(text, { id: 'page.html', sha256: '' }).article.text;
  };
  yield* quality(extract);
  yield* hostile(extract);
}

async function* quality(extract: Extract): AsyncGenerator<Figure> {
  const rows = [];
  for (const name of readdirSync(PAGES).sort()) {
    const wanted = readFileSync(new URL(`${name}/expected.txt`, PAGES), 'utf8');
    const html = readFileSync(new URL(`${name}/input.html`, PAGES));
    rows.push({ name, ...matchOf(wanted, await extract(html)) });
  }
  const { precision, recall, f1 } = meanMatch(rows);
  const worst = rows.sort((a, b) => a.f1 - b.f1).slice(0, NAMED);
  yield {
    name: 'pages: F1 of main text',
    value: round(f1, 4),
    target: atLeast(0.99),
    detail: `${rows.length} pages, precision ${round(precision, 4)}, recall ${round(recall, 4)}; worst: ${worst.map(({ name, f1: own }) => `${name} ${round(own, 3)}`).join(', ')}`,
  };
}

async function* hostile(extract: Extract): AsyncGenerator<Figure> {
  const rows: { name: string; ms: number }[] = [];
  let failed = 0;
  for (const page of hostilePages()) {
    const { ms, isKnown } = await timed(page, extract);
    rows.push({ name: page.name, ms });
    if (!isKnown) failed++;
  }
  rows.sort((a, b) => b.ms - a.ms);
  const slowest = rows.slice(0, NAMED).map(({ name, ms }) => `${name}: ${round(ms, 0)} ms`);
  const total = rows.reduce((sum, { ms }) => sum + ms, 0);
  yield {
    name: 'pages: hostile pages that end in neither an article nor a known error',
    value: failed,
    target: atMost(0),
    detail: `${rows.length} pages, ${round(total / rows.length, 0)} ms a page`,
  };
  yield {
    name: 'pages: slowest hostile page, ms',
    value: round(rows[0]!.ms, 0),
    target: atMost(LIMIT),
    detail: slowest.join('; '),
  };
}

async function timed(page: HostilePage, extract: Extract): Promise<{ ms: number; isKnown: boolean }> {
  const bytes = page.make();
  const start = performance.now();
  let isKnown = true;
  try {
    await extract(bytes);
  } catch (error) {
    isKnown = error instanceof ExtractError;
  }
  return { ms: performance.now() - start, isKnown };
}
