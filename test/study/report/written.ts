/** Reports as files, for a browser to open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { drawFigures } from '../../../src/study/figures/draw.ts';
import { renderReport } from '../../../src/study/report/report.ts';
import { type Shape, syntheticResult } from './result.ts';

/** The report of a corpus of this shape. */
export async function reportOf(shape: Partial<Shape>): Promise<string> {
  const result = syntheticResult(shape);
  return renderReport(result, await drawFigures(result));
}

/** A folder for reports; `remove` when done. */
export function reportFolder(): { write(name: string, html: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-report-'));
  return {
    write(name, html) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, html);
      return pathToFileURL(file).href;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A page on which a report is open, and what it asked for and complained of. */
export interface Opened {
  page: Page;
  /** Addresses asked for, the report's own first. */
  asked: string[];
  complaints: string[];
  close(): Promise<void>;
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, asked, complaints, close: () => context.close() };
}
