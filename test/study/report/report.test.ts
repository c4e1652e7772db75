import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlinedText } from '../../../page.config.ts';
import { PALETTE } from '../../../src/study/figures/palette.ts';
import { SCRIPT, STYLE } from '../../../src/study/report/page/inlined.ts';
import { renderReport } from '../../../src/study/report/report.ts';
import { syntheticResult } from './result.ts';
import { ODD_NAMES } from './shapes.ts';
import { reportOf } from './written.ts';

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!);
/** Without script, style and data. */
const proseOf = (html: string): string => html.replaceAll(/<(style|script)\b.*?<\/\1>/gs, '');
/** What of `text` a pattern finds: short enough to be printed. */
const found = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
const sections = (html: string): string[] => [...html.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id!);

describe('the report', () => {
  let html: string;
  beforeAll(async () => {
    html = await reportOf({});
  });

  it('has every part', () => {
    expect(sections(html)).toEqual([
      'summary',
      'flow',
      'framing',
      'labels',
      'misreports',
      'changes',
      'outlets',
      'comparisons',
      'examples',
      'dates',
      'syndication',
      'reliability',
      'corrections',
      'cautions',
      'methods',
      'citing',
      'references',
    ]);
    expect(found(proseOf(html), /.{20}(?:undefined|NaN|\[object|Infinity).{20}/g)).toEqual([]);
  });

  it('says what changed, by how much, and what was not found', () => {
    const text = proseOf(html.slice(0, html.indexOf('<section id="flow"'))).replaceAll(/<[^>]+>/g, '');
    expect(text).toMatch(
      /The share of articles that speak of the system as a rating of people fell in 2019 from [\d.]+% \(\d+ of \d+\) to [\d.]+% \(\d+ of \d+\), p = 0\.018\./,
    );
    expect(text).toMatch(/as a patchwork of local schemes rose in 2019/);
    expect(text).toMatch(
      /No change of level was found in 22 of 25 measures that were tested; of 14 frames, 12 show neither a change of level nor a trend: Surveillance,/,
    );
    expect(text).toMatch(
      /With 928 articles, copies counted once, a change half-way is found four times in five where it is at least some [\d.]+ points for a share of 10% and [\d.]+ points for a share of 50%/,
    );
  });

  it('says how much of a change is within outlets, in words and in the table', () => {
    const text = html.replaceAll(/<[^>]+>/g, ' ');
    expect(text).toMatch(/Of this fall of ([\d.]+) points [\d.]+ are left where the mix of outlets is held\./);
    expect(html).toContain('<th scope="col" class="n">Within outlets</th><th scope="col" class="n">Their mix</th>');
  });

  it('speaks of adjusted p-values only where its summary has some', () => {
    expect(html).toContain('The p-values in this part are adjusted');
    const nothing = renderReport({ ...syntheticResult(), changePoints: [], trends: [], comparisons: [] }, []);
    expect(nothing).not.toContain('The p-values in this part are adjusted');
  });

  it('says nothing twice where all dates are sure', () => {
    const base = syntheticResult();
    const twice = <T extends { dating: string }>(all: T[]): T[] => [
      ...all,
      ...all.map((one) => ({ ...one, dating: 'sure' })),
    ];
    const { trends, changePoints, flow } = base;
    const rows = (sure: number): number[] => {
      const more = { trends: twice(trends), changePoints: twice(changePoints), flow: { ...flow, sure } };
      const page = renderReport({ ...base, ...more }, []);
      const part = page.slice(page.indexOf('<section id="changes"'), page.indexOf('<section id="outlets"'));
      return [found(part, /all dates<\/td>/g).length, found(part, /sure dates alone<\/td>/g).length];
    };
    const own = trends.length + changePoints.length;
    expect(rows(flow.studied - 1)).toEqual([own, own]);
    expect(rows(flow.studied)).toEqual([own, 0]);
  });

  it('has the clearest of many comparisons of outlets, and says how many there are', async () => {
    const outlets = Array.from({ length: 40 }, (_, i) => `Outlet ${i}`);
    const many = renderReport(syntheticResult({ outlets }), []);
    const part = many.slice(many.indexOf('Show each outlet and all others'), many.indexOf('<h3>Countries'));
    expect(part).toContain('(60 of 80; the table “comparisons” of the study has all)');
    expect(found(part, /<th scope="row">/g)).toHaveLength(60);
  });

  it('has the denominator of claims beside that of articles in the table of outlets', () => {
    const part = html.slice(html.indexOf('Outlets: articles n'), html.indexOf('<h3>Countries'));
    expect(part).toMatch(/>\d+ of \d+ · [\d.]+% \(/);
  });

  it('is the same text each time', async () => {
    expect((await reportOf({})) === html).toBe(true);
  });

  it('has a policy with the hashes of its one script and one style', () => {
    const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
    const inline = (name: string): string[] =>
      [...html.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text]) => text!);
    expect(inline('script')).toEqual([SCRIPT]);
    expect(inline('style')).toEqual([STYLE]);
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
    expect(policy!.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; script-src 'sha256-${hash(SCRIPT)}'; style-src 'sha256-${hash(STYLE)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(
      found(
        html.replace(SCRIPT, ''),
        /<(?:link|img|iframe|object|embed|base|form)\b|\son\w+="|\sstyle="|url\(|@import/g,
      ),
    ).toEqual([]);
  });

  it('links to http and https alone, without telling where from', async () => {
    const result = syntheticResult();
    const urls = [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://user:pw@news.example/',
      '//news.example',
      ' https://news.example/a b"><script>',
      'HTTPS://NEWS.EXAMPLE/x',
      null,
    ];
    const example = result.examples[0]!;
    const page = renderReport(
      { ...result, examples: urls.map((url, index) => ({ ...example, period: result.periods[index]!.id, url })) },
      [],
    );
    const links = [...page.matchAll(/<a href="(?!#)([^"]*)"([^>]*)>/g)];
    expect(links.map(([, href]) => href)).toEqual([
      'https://news.example/a%20b%22%3E%3Cscript%3E',
      'https://news.example/x',
    ]);
    for (const [, , rest] of links) expect(rest).toBe(' rel="noopener noreferrer"');
  });

  it('escapes whatever comes from the corpus, in text, in attributes and in data', () => {
    const nasty = '</script><script>alert(1)</script>\u2028\u2029"\'<!--&amp;\u0000';
    const result = syntheticResult({ outlets: [nasty, ...ODD_NAMES] });
    const page = renderReport(
      {
        ...result,
        events: [{ date: '2018-01-01', label: nasty }],
        statements: { 'no-ai-scoring': nasty },
        cautions: [{ code: nasty, values: { [nasty]: nasty } }],
        agreement: [{ variable: nasty, coders: [nasty, 'B'], units: 3, alpha: null, kappa: 0.5, agreement: 1 }],
        examples: result.examples.slice(0, 4).map((one) => ({
          ...one,
          before: nasty,
          quote: nasty,
          after: nasty,
          outlet: nasty,
          articleId: nasty,
          publishedAt: nasty,
        })),
        engine: { version: nasty, factBase: nasty, asOf: nasty },
      },
      [],
    );
    expect([...page.matchAll(/<script/g)]).toHaveLength(2);
    expect(found(page, /.{9}alert\(1\)<\/script>/g)).toEqual([]);
    expect(found(JSON.stringify(dataOf(page).events), /\\u0000|[\u2028\u2029]/g)).toEqual([]);
    expect(dataOf(page).events[0].label).toContain('</script><script>alert(1)</script>');
  });

  it('states no share where there is nothing to count', async () => {
    const empty = await reportOf({ periods: 0, outlets: [], extras: false });
    expect(sections(empty)).toEqual(['summary', 'flow', 'reliability', 'cautions', 'methods', 'references']);
    const text = proseOf(empty.slice(0, empty.indexOf('<section id="cautions"')));
    expect(text).toContain(
      'none is about China’s social credit system and carries a date, so that this report can state no share.',
    );
    expect(text).not.toMatch(/\d% \(/);
    const nothing = renderReport(
      {
        ...syntheticResult({ periods: 0, outlets: [], extras: false }),
        flow: {
          read: 0,
          failed: 0,
          offTopic: 0,
          otherLanguage: 0,
          undated: 0,
          future: 0,
          studied: 0,
          stories: 0,
          sure: 0,
          dateSources: {},
          outlets: 0,
          withoutOutlet: 0,
          coders: [],
          copiesFrom: [],
        },
      },
      [],
    );
    expect(found(nothing, /No article was read\./g)).toHaveLength(2);
  });

  it('stays under five megabytes for eleven years of months, 60 outlets and all frames', async () => {
    const large = await reportOf({
      unit: 'month',
      periods: 132,
      articles: 150,
      outlets: Array.from({ length: 60 }, (_, index) => `Outlet ${index}`),
    });
    expect(Buffer.byteLength(large)).toBeLessThan(5_000_000);
    expect(found(large, /[\d,]+ of 11,088 are shown; the file result\.json has all\./g)).toHaveLength(1);
  });
});

describe('the script and style of the page', () => {
  it('are what the files beside them make', async () => {
    expect(
      readFileSync('src/study/report/page/inlined.ts', 'utf8') === (await inlinedText()),
      'run `npm run page`',
    ).toBe(true);
  });

  it('end nothing that they stand in, and are plain ASCII', () => {
    expect(found(SCRIPT, /<\/script|<!--|[^\x20-\x7e\n\t]/gi)).toEqual([]);
    expect(found(STYLE, /<\/style|[^\x20-\x7e\n]/gi)).toEqual([]);
    expect(
      found(SCRIPT, /\beval\(|new Function|innerHTML|outerHTML|document\.write|fetch\(|XMLHttpRequest|localStorage/g),
    ).toEqual([]);
  });

  it('give every colour of the figures its counterpart on dark', () => {
    for (const [name, colour] of Object.entries(PALETTE)) {
      expect(STYLE.includes(`--${name}: ${colour};`), name).toBe(true);
      expect(
        new RegExp(`svg \\[(?:fill|stroke)="${colour}"\\] \\{\\n  (?:fill|stroke): var\\(--${name}\\);`).test(STYLE),
        name,
      ).toBe(true);
      expect([...STYLE.matchAll(new RegExp(`--${name}: `, 'g'))].length, name).toBe(3);
    }
  });
});
