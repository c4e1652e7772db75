/** Suggestions on claims of the bank and of fresh passages: how many there are, and that each holds. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../src/check.ts';
import { bankClaims } from '../../src/eval/bank.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { passageArticle } from '../../src/eval/sets.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { claimArticle } from '../../src/judge-text.ts';
import type { Article, CheckedClaim } from '../../src/model.ts';
import { suggestionFor } from '../../src/suggest/suggest.ts';

const base = await loadFactBase();
const assumed = { assumeTopic: true };

interface Item {
  article: Article;
  claim: CheckedClaim;
  words: string | null;
}

const itemsOf = (article: Article): Item[] =>
  checkArticle(article, base, assumed)
    .claims.filter((claim) => claim.label === 'contradicted')
    .map((claim) => ({ article, claim, words: suggestionFor(article, claim, base) }));

/** What is the writer's own: nobody's words, nothing taken back. */
const isOwn = ({ claim }: Item): boolean => !claim.rejected && !claim.quoted && claim.attribution === null;

const bank = bankClaims().filter(({ label }) => label === 'contradicted');
const bankItems = bank.flatMap(({ text, fact }) => itemsOf(claimArticle(text)).map((item) => ({ ...item, fact })));
const folder = 'fixtures/eval';
const rounds = readdirSync(folder).filter((name) => /^round-\d+\.jsonl$/.test(name));
const roundItems = rounds
  .flatMap((name) => parseGold(readFileSync(`${folder}/${name}`, 'utf8'), name))
  .flatMap((passage) => itemsOf(passageArticle(passage)));
const offered = [...bankItems, ...roundItems].filter(({ words }) => words !== null);

const share = (items: readonly Item[]): number => {
  const own = items.filter(isOwn);
  return own.filter(({ words }) => words !== null).length / own.length;
};

/** The suggestion for the only claim of a text that gets one. */
function suggested(text: string): string | null {
  const found = itemsOf(claimArticle(text)).flatMap(({ words }) => words ?? []);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
}

describe('suggestions', () => {
  // Measured: 0.92 of the bank, 0.58 of the rounds; most of the rest there tells what others say.
  it('are offered for nine in ten claims of the bank, and for more than half of those in running text', () => {
    expect(share(bankItems)).toBeGreaterThanOrEqual(0.9);
    expect(share(roundItems)).toBeGreaterThanOrEqual(0.52);
  });

  it('are there for a claim of each fact', () => {
    const mended = new Set(bankItems.flatMap(({ words, fact }) => (words === null ? [] : [fact])));
    expect([...new Set(bank.map(({ fact }) => fact))].filter((fact) => !mended.has(fact))).toEqual([]);
  });

  it('are supported by a fact that contradicted the claim when the whole text is checked with them in place', () => {
    const wrong = offered.filter(({ article, claim, words }) => {
      const text = article.text.slice(0, claim.start) + words + article.text.slice(claim.end);
      const { claims } = checkArticle({ ...article, text }, base, assumed);
      const there = claims.filter((c) => c.start < claim.start + words!.length && c.end > claim.start);
      const known = new Set(claim.evidence.flatMap((e) => [e.factId, e.locator]));
      const agrees = there.some(
        (c) => c.label === 'supported' && c.evidence.some((e) => known.has(e.factId) || known.has(e.locator)),
      );
      return !agrees || there.some((c) => c.label === 'contradicted');
    });
    expect(wrong.map(({ claim, words }) => `${claim.text} => ${words}`)).toEqual([]);
  });

  it('are one line, without white space or a full stop at their ends', () => {
    expect(offered.filter(({ words }) => /^\s|[\s.]$|\n| {2}/.test(words!)).map(({ words }) => words)).toEqual([]);
  });

  it('begin with a capital where a sentence does', () => {
    const starts = offered.filter(({ article, claim }) => /(?:^|[.!?] )$/.test(article.text.slice(0, claim.start)));
    expect(starts.length).toBeGreaterThan(100);
    const small = starts.filter(({ claim, words }) => /^\p{Lu}/u.test(claim.text) && /^\p{Ll}/u.test(words!));
    expect(small.map(({ words }) => words)).toEqual([]);
  });

  it('are the same each time, wherever the paragraph stands', () => {
    const text = 'Visitors ask about social credit. Every citizen of China has a score. Few know why.';
    const words = suggested(text);
    expect(words).not.toBeNull();
    const paragraph = fc.string({ maxLength: 60 }).map((s) => s.replace(/[\n\r"“”'‘’«»]/g, ''));
    fc.assert(
      fc.property(paragraph, paragraph, (before, after) => {
        const whole = `${before}\n\n${text}\n\n${after}`;
        const article = claimArticle(whole);
        const start = before.length + 2;
        const items = itemsOf(article).filter(({ claim }) => claim.start >= start && claim.end <= start + text.length);
        expect(items.map((item) => item.words)).toEqual([words]);
      }),
      // "Li" has the stem of "lie".
      { numRuns: 50, examples: [['Li', 'Li']] },
    );
  });
});

describe('the smallest change', () => {
  it.each([
    [
      'Only nine model cities were chosen for social credit in 2018 and 2019.',
      /^Twenty-eight model cities were chosen/,
    ],
    ['There are 150 social credit model cities in China.', /^There are 28 social credit model cities in China$/],
    ["China's PIPL dates from 2013.", /^China's PIPL dates from 2021$/],
    ["China's blacklists are not linked to ID numbers.", /^China's blacklists are linked to ID numbers$/],
    ['A single law governs Chinese social credit.', /^No single law governs Chinese social credit$/],
    ["CHINA'S BLACKLISTED ARE FREE TO FLY", /^CHINA'S BLACKLISTED ARE BARRED FROM FLYING$/],
  ])('%s', (text, words) => {
    expect(suggested(text)).toMatch(words);
  });
});

describe('no suggestion', () => {
  const told = 'China gives every citizen a social credit score';
  it.each([
    ['for what somebody says', `Critics say that ${told.toLowerCase()}.`],
    ['for a quotation', `“${told},” a trader from Lyon wrote last week in a long letter.`],
    ['where somebody is named behind it', `${told}, according to a brochure.`],
    ['where the text rejects it', 'It is a myth that blacklisted people in China may not fly.'],
    ['in a question', `${told}, right?`],
    ['where a reason hangs on it', `${told}, which is why trains there run half empty.`],
    [
      'where what follows has no subject of its own',
      `${told} on his or her eighteenth birthday, and takes points off them for jaywalking at night.`,
    ],
    ['for what a paper says', 'The leaflet puts the institutions that shape Chinese social credit at nine.'],
  ])('%s', (_, text) => {
    expect(itemsOf(claimArticle(text)).filter(({ claim, words }) => words !== null && claim.start < 70)).toEqual([]);
  });

  it('for a claim that is not contradicted', () => {
    const article = claimArticle('Social credit has been tested in pilot cities in China.');
    const { claims } = checkArticle(article, base, assumed);
    expect(claims.map(({ label }) => label)).toEqual(['supported']);
    expect(claims.map((claim) => suggestionFor(article, claim, base))).toEqual([null]);
  });

  it('where the fact base has no words for the fact', () => {
    const bare = { ...base, rewordings: new Map() };
    const article = claimArticle('China has no social credit system.');
    const [claim] = checkArticle(article, bare, assumed).claims;
    expect(claim!.label).toBe('contradicted');
    expect(suggestionFor(article, claim!, bare)).toBeNull();
    expect(suggestionFor(article, claim!, base)).not.toBeNull();
  });
});
