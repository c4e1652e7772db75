import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../src/review/fingerprint.ts';
import { counts, decidingFact } from '../../src/review/review.ts';
import { DEFAULT_SETTINGS } from '../../src/review/settings.ts';
import { noted, reviewOf, shown } from './drafts.ts';
import { finding } from './findings.ts';

const SCORE = 'Every citizen in China has a social credit score.';
const CITIES = 'China chose 43 cities as models of social credit.';
const FACT = 'no-national-score';
const only = (...lines: number[]) => ({
  touches: (a: number, b: number) => lines.some((line) => a <= line && line <= b),
});

describe('findings', () => {
  it('are the claims that have a severity', async () => {
    const text = `${SCORE}\n\nThe blacklists are mostly used against judgment defaulters.`;
    const { findings } = await reviewOf('markdown', text);
    expect(findings).toMatchObject([{ factId: FACT, severity: 'error', excuse: null, place: { start: { line: 1 } } }]);
    expect(findings[0]!.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const severity = { contradicted: 'off', unverified: 'off', supported: 'note' } as const;
    expect((await reviewOf('markdown', text, { severity })).findings).toMatchObject([{ severity: 'note' }]);
  });

  it('below the least confidence, on facts turned off and on lines that did not change are left out', async () => {
    expect(shown(await reviewOf('markdown', SCORE, { minConfidence: 0.99 }))).toEqual([]);
    expect(shown(await reviewOf('markdown', SCORE, { factsOff: [FACT] }))).toEqual([]);
    const review = await reviewOf('markdown', `${SCORE}\n\n${CITIES}`, {}, only(3));
    expect(shown(review)).toEqual(['3 model-cities']);
    expect(review.hidden).toMatchObject([{ factId: FACT }]);
  });

  it('in quotations do what the setting says', async () => {
    const text = `> ${SCORE}\n`;
    const at = async (quoted: 'ignore' | 'note' | 'fail') => {
      const { findings } = await reviewOf('markdown', text, { quoted });
      return findings.map(({ severity, excuse }) => [severity, excuse?.kind ?? null]);
    };
    expect(await at('fail')).toEqual([['error', null]]);
    expect(await at('note')).toEqual([['note', 'quoted']]);
    expect(await at('ignore')).toEqual([]);
  });

  it('count at or above the label to fail on, where nothing excuses them', async () => {
    const [contradicted] = (await reviewOf('markdown', SCORE)).findings;
    const unverified = { ...contradicted!, claim: { ...contradicted!.claim, label: 'unverified' as const } };
    const failing = (failOn: 'contradicted' | 'unverified' | 'supported' | 'never') =>
      [contradicted!, unverified].map((finding) => counts(finding, { failOn }));
    expect(failing('never')).toEqual([false, false]);
    expect(failing('contradicted')).toEqual([true, false]);
    expect(failing('unverified')).toEqual([true, true]);
    expect(failing('supported')).toEqual([true, true]);
    expect(counts({ ...contradicted!, excuse: { kind: 'baseline' } }, { failOn: 'supported' })).toBe(false);
  });

  it('name the fact that decides', () => {
    const evidence = [
      { factId: 'a', locator: '1', relation: 'entails' as const, statement: '' },
      { factId: 'b', locator: '1', relation: 'contradicts' as const, statement: '' },
    ];
    expect(decidingFact({ evidence, label: 'contradicted' })).toBe('b');
    expect(decidingFact({ evidence, label: 'supported' })).toBe('a');
    expect(decidingFact({ evidence, label: 'unverified' })).toBeNull();
    expect(decidingFact({ evidence: [], label: 'supported' })).toBeNull();
  });

  it('keep their fingerprints when lines move', async () => {
    const prints = async (text: string) => (await reviewOf('markdown', text)).findings.map((one) => one.fingerprint);
    const here = await prints(`${SCORE}\n\n${CITIES}`);
    expect(new Set(here).size).toBe(2);
    expect(
      (await prints(`# Title\n\n${CITIES}\n\nMore.\n\n*Every* citizen in China\nhas a social-credit score.`)).sort(),
    ).toEqual(here.sort());
  });

  it('that say the same in one file have different fingerprints', () => {
    const made = ['All have a score', 'all have a score!', 'Some have a score', 'All have a score'];
    const prints = fingerprints(made.map((quote) => finding({ quote })));
    expect(new Set(prints).size).toBe(4);
    expect(fingerprints([...made].reverse().map((quote) => finding({ quote }))).sort()).toEqual(prints.sort());
    expect(fingerprints([finding({ quote: made[0]!, factId: 'other' })])[0]).not.toBe(prints[0]);
  });
});

describe('suppressions', () => {
  it.each([
    ['markdown', `<!-- scscheck-disable-next-line ${FACT}: a myth we report -->\n${SCORE}`],
    ['markdown', `<!-- scscheck-disable-next-line: a myth -->\n\nOnce upon a time it was told:\n${SCORE}`],
    ['markdown', `${SCORE} <!-- scscheck-disable-line ${FACT}: a myth -->`],
    ['markdown', `Title\n\n${SCORE}\n\n<!-- scscheck-disable-file ${FACT}: satire -->`],
    ['markdown', `<!-- scscheck-disable ${FACT}: a myth -->\n\n${SCORE}\n\n<!-- scscheck-enable ${FACT} -->\n\nText.`],
    ['markdown', `[//]: # (scscheck-disable-next-line ${FACT}: a myth)\n${SCORE}`],
    ['html', `<!doctype html><p><!-- scscheck-disable-next-line ${FACT}: a myth -->\n${SCORE}</p>`],
    ['text', `Title\n\n[scscheck-disable-next-line ${FACT}: a myth]\n${SCORE}`],
    ['text', `# scscheck-disable-file ${FACT}: a myth\n${SCORE}`],
    ['text', `${SCORE} [scscheck-disable-line ${FACT}: a myth]`],
  ] as const)('excuse what they cover: %s %#', async (format, text) => {
    const review = await reviewOf(format, text);
    expect(review.findings).toMatchObject([{ factId: FACT, excuse: { kind: 'suppressed' } }]);
    expect(review.notices).toEqual([]);
  });

  it('leave alone what they do not cover', async () => {
    const text = `<!-- scscheck-disable-next-line ${FACT}: x -->\n${SCORE}\n\n${SCORE}\n\n<!-- scscheck-disable-next-line ${FACT}: x -->\n${CITIES}`;
    const review = await reviewOf('markdown', text);
    expect(shown(review)).toEqual([`2 ${FACT} suppressed`, `4 ${FACT}`, '7 model-cities']);
    expect(noted(review)).toEqual(['6 suppression-unused']);
    expect(review.findings[0]!.excuse).toEqual({ kind: 'suppressed', reason: 'x', line: 1 });
  });

  it('end where they are taken back, for all facts or one', async () => {
    const off = `<!-- scscheck-disable: x -->`;
    const both = `${SCORE}\n\n${CITIES}`;
    expect(shown(await reviewOf('markdown', `${off}\n\n${both}\n\n<!-- scscheck-enable -->\n\n${both}`))).toEqual([
      `3 ${FACT} suppressed`,
      '5 model-cities suppressed',
      `9 ${FACT}`,
      '11 model-cities',
    ]);
    expect(shown(await reviewOf('markdown', `${off}\n\n<!-- scscheck-enable ${FACT} -->\n\n${both}`))).toEqual([
      `5 ${FACT}`,
      '7 model-cities suppressed',
    ]);
  });

  it('without a reason do not work and are reported, unless none is required', async () => {
    const text = `<!-- scscheck-disable-next-line ${FACT} -->\n${SCORE}`;
    const strict = await reviewOf('markdown', text);
    expect(shown(strict)).toEqual([`2 ${FACT}`]);
    expect(strict.notices).toMatchObject([
      {
        code: 'suppression-without-reason',
        severity: 'warning',
        line: 1,
        message: `a suppression without a reason does not work (write one: "scscheck-disable-next-line ${FACT}: because …")`,
      },
    ]);
    const lax = await reviewOf('markdown', text, { suppressions: { requireReason: false, reportUnused: true } });
    expect(shown(lax)).toEqual([`2 ${FACT} suppressed`]);
    expect(noted(lax)).toEqual([]);
  });

  it('of facts that are not known are reported with the nearest, and work for the others', async () => {
    const review = await reviewOf(
      'markdown',
      `<!-- scscheck-disable-next-line no-natonal-score, ${FACT}: x -->\n${SCORE}`,
    );
    expect(shown(review)).toEqual([`2 ${FACT} suppressed`]);
    expect(review.notices.map(({ message }) => message)).toEqual([
      `there is no fact "no-natonal-score" (did you mean "${FACT}"?)`,
    ]);
  });

  it('that nothing needs are reported by fact, unless that is off', async () => {
    const text = `<!-- scscheck-disable-next-line ${FACT}, model-cities: x -->\n${SCORE}\n\nThe end. <!-- scscheck-disable-line: x -->`;
    const review = await reviewOf('markdown', text);
    expect(review.notices.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 nothing here needs this suppression of "model-cities"',
      '4 nothing here needs this suppression',
    ]);
    const quiet = await reviewOf('markdown', text, { suppressions: { requireReason: true, reportUnused: false } });
    expect(quiet.notices).toEqual([]);
  });

  it('are not stale because other settings leave the claim out', async () => {
    const text = `<!-- scscheck-disable-next-line ${FACT}: x -->\n${SCORE}`;
    for (const changes of [{ factsOff: [FACT] }, { minConfidence: 1 }]) {
      expect(noted(await reviewOf('markdown', text, changes))).toEqual([]);
    }
    const quoted = `> <!-- scscheck-disable-next-line ${FACT}: x -->\n> ${SCORE}`;
    expect(noted(await reviewOf('markdown', quoted, { quoted: 'ignore' }))).toEqual([]);
    const right = `<!-- scscheck-disable-next-line ${FACT}: x -->\nNo citizen of China has a national social credit score.`;
    expect(noted(await reviewOf('markdown', right))).toEqual(['1 suppression-unused']);
  });

  it('are spoken of where they, or the lines below them, changed', async () => {
    const text = `<!-- scscheck-disable-next-line ${FACT}: x -->\nNothing of the kind\nis said here.\n\nThe end.`;
    for (const line of [1, 2, 3])
      expect(noted(await reviewOf('markdown', text, {}, only(line)))).toEqual(['1 suppression-unused']);
    expect(noted(await reviewOf('markdown', text, {}, only(5)))).toEqual([]);
  });

  it('in text keep the places of what follows', async () => {
    const { findings } = await reviewOf('text', `[scscheck-disable-next-line model-cities: x]\n${SCORE}`);
    expect(findings).toMatchObject([
      { claim: { line: 2, column: 1, quote: SCORE.slice(0, -1) }, place: { start: { line: 2, column: 1 } } },
    ]);
  });
});

it('the settings are those agreed', () => {
  expect(DEFAULT_SETTINGS.suppressions).toEqual({ requireReason: true, reportUnused: true });
});
