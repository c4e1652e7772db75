import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outside, overlaps } from './boxes.ts';
import { CHROMIUM, sayIfMissing, startChromium } from './chromium.ts';
import { cutText, focused, rememberFocus, textBoxes } from './page-functions.js';
import { ODD_NAMES } from './shapes.ts';
import { open, reportFolder, reportOf } from './written.ts';

sayIfMissing();
describe.skipIf(CHROMIUM === null)('using the report in Chromium', () => {
  const folder = reportFolder();
  let browser: Browser;
  const urls = { years: '', months: '', odd: '' };
  beforeAll(async () => {
    browser = await startChromium();
    urls.years = folder.write('years', await reportOf({}));
    urls.months = folder.write('months', await reportOf({ unit: 'month', periods: 132, articles: 40 }));
    urls.odd = folder.write('odd', await reportOf({ outlets: ODD_NAMES, articles: 40 }));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    folder.remove();
  });

  it('the tab key reaches every control, every chart and every link, and each shows that it has the focus', async () => {
    const { page, close } = await open(browser, urls.years);
    const reached: NonNullable<ReturnType<typeof focused>>[] = [];
    for (let stop = 0; stop < 400; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(focused);
      if (at === null || (reached.length > 0 && at.words === reached[0]!.words && at.tag === reached[0]!.tag)) break;
      reached.push(at);
    }
    expect(reached[0]!.words).toBe('Skip to the report');
    expect(reached.filter(({ seen }) => !seen)).toEqual([]);
    const charts = await page.locator('svg:has([data-point], [data-label])').count();
    expect(
      reached.filter(({ figure, words }) => figure !== null || /95% interval/.test(words)).length,
    ).toBeGreaterThanOrEqual(charts);
    // Of each set of choices the tab key reaches one; arrow keys, as everywhere, the others.
    const sets = await page.locator('.controls fieldset:visible').count();
    expect(reached.filter(({ tag }) => tag === 'input')).toHaveLength(sets);
    expect(reached.filter(({ tag }) => tag === 'select').map(({ id }) => id)).toEqual([
      'x-measure',
      'x-group-measure',
      'x-group-by',
    ]);
    expect(reached.filter(({ tag }) => tag === 'summary')).toHaveLength(await page.locator('summary').count());
    const links = await page.locator('a[href]:visible').count();
    expect(reached.filter(({ tag }) => tag === 'a').length).toBeGreaterThanOrEqual(links);
    await close();
  });

  it('arrow keys walk through all points of a chart, and say what they are of', async () => {
    const { page, close } = await open(browser, urls.years);
    await page.locator('#figure-framing [data-point][tabindex="0"]').focus();
    const walked: (string | null)[] = [];
    for (let step = 0; step < 11; step++) {
      const at = (await page.evaluate(focused))!;
      expect(at.words).toMatch(/^\S.*, 20\d\d: [\d.]+% \(95% interval [\d.]+ to [\d.]+\), \d+ of \d+ articles$/);
      expect(await page.locator('#tip').textContent()).toBe(at.words);
      expect(await page.locator('#tip').isVisible()).toBe(true);
      walked.push(at.point);
      await page.keyboard.press('ArrowRight');
    }
    const [measure] = walked[0]!.split('.');
    expect(walked).toEqual(Array.from({ length: 11 }, (_, index) => `${measure}.${index}`));
    const last = (await page.evaluate(focused))!.point;
    await page.keyboard.press('ArrowDown');
    const below = (await page.evaluate(focused))!.point!;
    expect(below.split('.')[1]).toBe(last!.split('.')[1]);
    expect(below).not.toBe(last);
    // Through every row, from its first point to its last.
    await page.evaluate(rememberFocus);
    await page.keyboard.press('Home');
    for (let row = 0; row < 28; row++) {
      for (let step = 0; step < 10; step++) await page.keyboard.press(row % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
      await page.keyboard.press('ArrowDown');
    }
    for (let row = 0; row < 28; row++) await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
    const seen = new Set([...walked, ...((await page.evaluate('globalThis.remembered')) as string[])]);
    expect(seen.size).toBe(await page.locator('#figure-framing [data-point]').count());
    await close();
  });

  it('Enter opens the example sentences of a point, Escape closes them and gives the focus back', async () => {
    const { page, close } = await open(browser, urls.years);
    const first = page.locator('#explorer [data-point][tabindex="0"]');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    const words = (await page.evaluate(focused))!.words;
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    expect(await page.locator('dialog h2').textContent()).toBe('Example sentences: Score, advanced, 2015');
    expect(await page.locator('dialog').textContent()).toContain(words);
    expect(await page.locator('dialog mark').count()).toBeGreaterThan(0);
    expect((await page.evaluate(cutText)).length).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect((await page.evaluate(focused))!.words).toBe(words);
    await close();
  });

  it('the pointer finds points too', async () => {
    const { page, close } = await open(browser, urls.months);
    const point = page.locator('#figure-framing [data-point]').nth(40);
    await point.scrollIntoViewIfNeeded();
    const box = (await point.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.locator('#tip').textContent()).toMatch(/May 2017|Apr 2017|Jun 2017/);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await close();
  });

  it('every choice changes the chart, its words and its table', async () => {
    const { page, close } = await open(browser, urls.years);
    const state = async (): Promise<string[]> => [
      (await page.locator('#explorer .chart-place').innerHTML()) ?? '',
      (await page.locator('#explorer .status').textContent()) ?? '',
      (await page.locator('#explorer table').textContent()) ?? '',
    ];
    const seen: string[][] = [await state()];
    const choose = async (name: string, value: string): Promise<void> => {
      await page.locator(`input[name="x-${name}"][value="${value}"]`).check();
      const now = await state();
      for (const [part, text] of now.entries())
        expect(
          seen.map((one) => one[part]),
          `${name} ${value}`,
        ).not.toContain(text);
      seen.push(now);
    };
    await choose('counting', 'article');
    await choose('dating', 'sure');
    await choose('stance', 'advanced');
    await choose('stance', 'rejected');
    await choose('stance', 'either');
    await choose('interval', 'byOutlet');
    await choose('value', 'corrected');
    expect(await page.locator('input[name="x-interval"][value="byOutlet"]').isDisabled()).toBe(true);
    await choose('stance', 'ratio');
    expect(await page.locator('input[name="x-value"][value="corrected"]').isDisabled()).toBe(true);
    await page.selectOption('#x-measure', 'label:contradicted');
    expect((await state())[1]).toMatch(/^Contradicted claims: .* claims, by year/);
    expect(await page.locator('fieldset[data-name="stance"]').isVisible()).toBe(false);
    await close();
  });

  it.each([360, 1280])('%i pixels wide: outlets and countries are compared on what is chosen', async (width) => {
    for (const name of ['years', 'odd'] as const) {
      const { page, close } = await open(browser, urls[name], { viewport: { width, height: 800 } });
      const chart = page.locator('#groups-explorer .chart');
      const seen: string[] = [];
      for (const [by, rows] of [
        ['outlet', name === 'years' ? 6 : ODD_NAMES.length],
        ['country', 3],
      ] as const) {
        await page.selectOption('#x-group-by', by);
        for (const measure of ['Score', 'Contradicted claims', 'Misreport: no ai scoring']) {
          await page.selectOption('#x-group-measure', { label: measure });
          expect(await page.locator('#groups-explorer .status').textContent()).toContain(
            `${measure}, by ${by}: share of`,
          );
          expect(await chart.locator('[data-label]').count()).toBe(rows);
          const text = await chart.evaluate(textBoxes);
          expect(overlaps(text.boxes), measure).toEqual([]);
          expect(outside(text), measure).toEqual([]);
          seen.push(await chart.innerHTML());
        }
      }
      expect(new Set(seen).size).toBe(seen.length);
      await chart.locator('[data-label][tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      expect((await page.evaluate(focused))!.words).toMatch(
        /: [\d.]+% \(95% interval [\d.]+ to [\d.]+\), \d+ of \d+ articles$/,
      );
      await close();
    }
  });

  it('headings are in order, landmarks are there, the skip link leads to the report', async () => {
    const { page, close } = await open(browser, urls.years);
    const levels = (await page.evaluate(
      "[...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => !one.closest('dialog')).map((one) => Number(one.tagName[1]))",
    )) as number[];
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    for (const landmark of ['header', 'nav[aria-label]', 'main', 'footer'])
      expect(await page.locator(landmark).count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await page.evaluate(focused))!.id).toBe('main');
    const targets = (await page.evaluate(
      "[...document.querySelectorAll('a[href^=\"#\"]')].filter((one) => !document.querySelector(one.getAttribute('href'))).length",
    )) as number;
    expect(targets).toBe(0);
    await close();
  });
});
