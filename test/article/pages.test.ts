/** Main text from whole pages: as much of it as was measured once, whatever becomes of the rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostilePages } from '../../bench/hostile-pages.ts';
import { matchOf, meanMatch } from '../../bench/shingles.ts';
import { decodeBytes } from '../../src/article/decode.ts';
import { extractHtml } from '../../src/article/html.ts';
import { ExtractError } from '../../src/errors.ts';
import { expectMapped } from './mapped.ts';

const PAGES = new URL('../../fixtures/pages/', import.meta.url);
const names = readdirSync(PAGES).sort();
const fixture = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, PAGES), 'utf8');
const read = (html: string) => extractHtml(html, { id: 'page.html', sha256: '' }).article;

/** F1 of all pages after `change`, with the worst of them for a person to look at. */
function measured(change: (html: string) => string) {
  const rows = names.map((name) => ({
    name,
    ...matchOf(fixture(name, 'expected.txt'), read(change(fixture(name, 'input.html'))).text),
  }));
  const worst = rows.sort((a, b) => a.f1 - b.f1).slice(0, 5);
  const listed = worst.map(({ name, f1 }) => `${name} ${f1.toFixed(3)}`).join(', ');
  return { f1: meanMatch(rows).f1, lowest: worst[0]!.f1, listed };
}

const CHANGES: [string, (html: string) => string, number][] = [
  ['as they are', (html) => html, 0.995],
  ['without classes and ids', (html) => html.replace(/ (?:class|id)="[^"]*"/g, ''), 0.93],
  [
    'without what they say of themselves',
    (html) =>
      html.replace(/ (?:itemprop|itemtype|role|rel)="[^"]*"|<script type="application\/ld\+json">.*?<\/script>/gs, ''),
    0.98,
  ],
  [
    'with div for every element of a page’s plan',
    (html) =>
      html.replace(/<(\/?)(?:article|main|section|aside|header|footer|nav|figure|figcaption|address)\b/g, '<$1div'),
    0.99,
  ],
];

describe('the text of sixty pages', () => {
  test('there are sixty, of at least 25 styles', () => {
    expect(names).toHaveLength(60);
    expect(new Set(names.map((name) => name.replace(/-2$/, ''))).size).toBeGreaterThanOrEqual(25);
  });

  test.each(CHANGES)('is found: %s', (label, change, floor) => {
    const { f1, listed } = measured(change);
    console.info(`${label}: F1 ${f1.toFixed(4)}; worst: ${listed}`);
    expect(f1, `worst: ${listed}`).toBeGreaterThanOrEqual(floor);
  });

  test('is found on every single one', () => {
    const { lowest, listed } = measured((html) => html);
    expect(lowest, `worst: ${listed}`).toBeGreaterThanOrEqual(0.95);
  });

  test.each(names)('maps to the file: %s', (name) => expectMapped(read(fixture(name, 'input.html'))));
});

describe('hostile pages', () => {
  const all = hostilePages();

  test('there are two hundred', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(200);
  });

  // The third size of each kind; `npm run bench -- pages` reads them all, against the clock.
  test.each(all.filter((_, index) => index % 8 === 2))('ends in an article or a known error: $name', async (page) => {
    const outcome = await decodeBytes(page.make(), { html: true }).then(
      ({ text }) => read(text),
      (error: unknown) => error,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExtractError);
    else expectMapped(outcome as ReturnType<typeof read>);
  });
});
