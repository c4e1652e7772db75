/** The report in a real browser, with and without script, on light and dark, wide and narrow. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outside, overlaps } from './boxes.ts';
import { CHROMIUM, sayIfMissing, startChromium } from './chromium.ts';
import { contrasts, cutText, misbehave, textBoxes } from './page-functions.js';
import { ODD_NAMES } from './shapes.ts';
import { open, reportFolder, reportOf } from './written.ts';

sayIfMissing();
describe.skipIf(CHROMIUM === null)('the report in Chromium', () => {
  const folder = reportFolder();
  let browser: Browser;
  const urls = { years: '', months: '', odd: '', empty: '' };
  const names = ['years', 'months', 'odd', 'empty'] as const;
  beforeAll(async () => {
    browser = await startChromium();
    urls.years = folder.write('years', await reportOf({}));
    urls.months = folder.write('months', await reportOf({ unit: 'month', periods: 132, articles: 40 }));
    urls.odd = folder.write('odd', await reportOf({ outlets: ODD_NAMES, articles: 40 }));
    urls.empty = folder.write('empty', await reportOf({ periods: 0, outlets: [], extras: false }));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    folder.remove();
  });

  it.each(names)('%s: asks for nothing but itself and complains of nothing', async (name) => {
    const { page, asked, complaints, close } = await open(browser, urls[name]);
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    expect(asked).toEqual([urls[name]]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('the policy of the page forbids what it does not do', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { page, complaints, close } = await open(browser, urls.years);
    await page.evaluate(misbehave, address);
    await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(4);
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expect(asked).toEqual([]);
    await close();
    await new Promise((closed) => server.close(closed));
  });

  it.each(['light', 'dark'] as const)('%s: all text has the contrast of WCAG AA', async (colorScheme) => {
    for (const name of ['years', 'odd', 'empty'] as const) {
      const { page, close } = await open(browser, urls[name], { colorScheme });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      const found = await page.evaluate(contrasts);
      expect(found.length).toBeGreaterThan(name === 'empty' ? 50 : 500);
      expect(found.filter(({ ratio, needed }) => ratio < needed)).toEqual([]);
      await close();
    }
  });

  it.each([360, 768, 1280])('%i pixels wide: no text is cut, and the page does not scroll sideways', async (width) => {
    for (const name of names) {
      const { page, close } = await open(browser, urls[name], { viewport: { width, height: 800 } });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await page.evaluate(cutText), name).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
      await close();
    }
  });

  it.each([360, 1280])(
    '%i pixels wide: no label of the chart overlaps or is cut, whatever is chosen',
    async (width) => {
      for (const name of ['years', 'months'] as const) {
        const { page, close } = await open(browser, urls[name], { viewport: { width, height: 800 } });
        for (const measure of ['frame:score', 'frame:spread', 'label:supported', 'misreport:no-ai-scoring']) {
          await page.selectOption('#x-measure', measure);
          const text = await page.locator('#explorer .chart').evaluate(textBoxes);
          expect(text.boxes.length).toBeGreaterThan(5);
          expect(overlaps(text.boxes), measure).toEqual([]);
          expect(outside(text), measure).toEqual([]);
        }
        await close();
      }
    },
  );

  it('without script all figures and tables are there, and nothing that needs it', async () => {
    const { page, complaints, close } = await open(browser, urls.years, { javaScriptEnabled: false });
    expect(await page.locator('figure svg[role="img"]').count()).toBeGreaterThan(8);
    await expect.poll(() => page.locator('figure svg').first().isVisible()).toBe(true);
    expect(await page.locator('#explorer').isVisible()).toBe(false);
    await page.locator('#framing-figure summary').click();
    expect(await page.locator('#framing-figure table').first().isVisible()).toBe(true);
    await page.locator('#examples summary').first().click();
    expect(await page.locator('#examples mark').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('on paper the controls are gone and the colours are those of light', async () => {
    const { page, close } = await open(browser, urls.years, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('#explorer').isVisible()).toBe(false);
    expect(await page.locator('figure svg').first().isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await close();
  });
});
