/** The figures in a real browser: nothing overlaps, nothing is cut. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFigures } from '../../../src/study/figures/draw.ts';
import { textWidth } from '../../../src/study/figures/metrics.ts';
import { FONT } from '../../../src/study/figures/palette.ts';
import { outside, overlaps } from './boxes.ts';
import { CHROMIUM, sayIfMissing, startChromium } from './chromium.ts';
import { textBoxes, textWidths } from './page-functions.js';
import { syntheticResult } from './result.ts';
import { ODD_NAMES, SHAPES } from './shapes.ts';

sayIfMissing();
describe.skipIf(CHROMIUM === null)('figures in Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  });
  afterAll(() => browser.close());

  it.each(Object.entries(SHAPES))('%s: no label overlaps another or is cut', async (_, shape) => {
    const figures = await drawFigures(syntheticResult(shape));
    expect(figures.length).toBeGreaterThan(3);
    for (const { id, svg } of figures) {
      await page.setContent(svg);
      const text = await page.locator('svg').evaluate(textBoxes);
      expect(text.boxes.length, id).toBeGreaterThan(3);
      expect(overlaps(text.boxes), id).toEqual([]);
      expect(outside(text), id).toEqual([]);
    }
  });

  it('many events and changes: those that have no room have no label, and the caption says so', async () => {
    const result = syntheticResult({ unit: 'month', periods: 132, articles: 40 });
    const [change] = result.changePoints;
    const figures = await drawFigures({
      ...result,
      events: Array.from({ length: 90 }, (_, index) => ({
        date: `20${14 + (index % 11)}-${String(1 + (index % 12)).padStart(2, '0')}-1${index % 9}`,
        label: `Event ${index} with a name of ${'some '.repeat(index % 7)}length, ${ODD_NAMES[index % ODD_NAMES.length]}`,
      })),
      changePoints: [
        ...result.changePoints,
        ...[9, 11, 40, 43, 90, 128, 131].map((at) => ({ ...change!, period: result.periods[at]!.id })),
      ],
    });
    const changes = figures.find(({ id }) => id === 'changes')!;
    await page.setContent(changes.svg);
    const text = await page.locator('svg').evaluate(textBoxes);
    expect(overlaps(text.boxes)).toEqual([]);
    expect(outside(text)).toEqual([]);
    expect(changes.caption).toMatch(/\d+ events have no room for a label; the table has them\./);
    expect(text.boxes.filter((box) => box.text.startsWith('Event ')).length).toBeGreaterThan(5);
  });

  it('no text is wider than the figures reckon', async () => {
    const samples = [
      ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((one) => one !== ' '),
      ...'–—…‘’“”•×−±°·≥≤→†№œæøß',
      ...'αβγδεζηθλμξπρστφχψωΑΒΓΔΩабвгдежзиклмнопрстуфхцчшщъыьэюяАБВГДЖМШЩЮЯ',
      ...'éÉüñÇžŁőÅ',
      'Fragmentation, advanced',
      'Articles with a contradicted claim',
      'Ежедневная газета',
    ];
    for (const bold of [false, true]) {
      const font = `${bold ? 'bold ' : ''}100px ${FONT}`;
      const widths = await page.evaluate(textWidths, { samples, font });
      const narrow = samples.filter((text, index) => textWidth(text, 100, bold) < widths[index]! - 0.01);
      expect(narrow.map((text) => `${text} ${bold}`)).toEqual([]);
    }
  });
});
