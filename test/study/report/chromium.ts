/** A real browser for tests: Chromium as Debian packages it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const inPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));

/** Where Chromium is; null where there is none. */
export const CHROMIUM: string | null = ['/usr/bin/chromium', ...inPath].find((path) => existsSync(path)) ?? null;

/** Says once, on standard error, why tests are skipped. */
export function sayIfMissing(): void {
  if (CHROMIUM === null) console.warn('skipped: no chromium in /usr/bin or in PATH, so the report is not looked at');
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startChromium = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
