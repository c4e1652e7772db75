import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeedRecord } from '../../src/facts/seed.ts';
import { splitSentences } from '../../src/facts/source-layout.ts';
import { sentenceHash, sourceSentences, verifySource } from '../../src/facts/verify.ts';
import { root, seed } from './files.ts';

const SENTENCES = {
  'roads.1.1': 'Oz’s roads are paved.',
  'roads.1.2': '“Yellow” is a “working colour.”',
  'roads.2.1': 'Bricks cost nothing?',
  'roads.2.2': 'They grow (in pots).',
  'tolls.1.1': 'Nobody pays – 4.5 pence excepted.',
  'tolls.1.2': 'That was 3 May 2001.',
};
const s = (id: keyof typeof SENTENCES) => SENTENCES[id];
const DOCUMENT = `Roads of Oz

By A. Tinman - 3 May 2001

Where do the roads of Oz lead?

${s('roads.1.1')} ${s('roads.1.2')}

${s('roads.2.1')} ${s('roads.2.2')}


${s('tolls.1.1')} ${s('tolls.1.2')}

r1 - 3 May 2001
`;
const RECORD: SeedRecord = {
  id: 'oz-2001',
  title: 'Roads of Oz',
  author: null,
  date: '2001-05-03',
  language: 'en',
  revision: null,
  publisher: null,
  url: null,
  sha256: sentenceHash(DOCUMENT),
  outline: [
    { id: 'roads', heading: null, sentences: [2, 2] },
    { id: 'tolls', heading: null, sentences: [2] },
  ],
  locators: Object.fromEntries(Object.entries(SENTENCES).map(([locator, text]) => [locator, sentenceHash(text)])),
};
const statuses = (text: string) => verifySource(text, RECORD).map((check) => check.status);
const allOk = Object.keys(SENTENCES).map(() => 'ok');

describe('sourceSentences and verifySource', () => {
  it('derive the locators from the layout', () => {
    expect(Object.fromEntries(sourceSentences(DOCUMENT, RECORD))).toEqual(SENTENCES);
    expect(statuses(DOCUMENT)).toEqual(allOk);
  });

  it.each([
    ['CR LF', (t: string) => t.replaceAll('\n', '\r\n')],
    ['lone CR', (t: string) => t.replaceAll('\n', '\r')],
    ['a byte-order mark', (t: string) => `\uFEFF${t}`],
    ['white space at line ends', (t: string) => t.replaceAll('\n', ' \t\n')],
    ['no line end at the end', (t: string) => t.trimEnd()],
    ['blank lines collapsed', (t: string) => t.replace(/\n{3,}/g, '\n\n')],
    ['title, byline and headings dropped', (t: string) => t.slice(t.indexOf('Oz’s'))],
  ])('are not put off by %s', (_, change) => {
    expect(Object.fromEntries(sourceSentences(change(DOCUMENT), RECORD))).toEqual(SENTENCES);
    expect(statuses(change(DOCUMENT))).toEqual(allOk);
  });

  it('read a copy wrapped at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (width) => {
        const wrap = (line: string) =>
          line.split(' ').length <= 8 ? line : line.replace(new RegExp(`(.{${width},}?) `, 'g'), '$1\n');
        expect(statuses(DOCUMENT.split('\n').map(wrap).join('\n'))).toEqual(allOk);
      }),
    );
  });

  it('report straight quotes for curly ones as a mismatch, with what stands there', () => {
    const checks = verifySource(DOCUMENT.replaceAll(/[“”]/g, '"').replaceAll('’', "'"), RECORD);
    expect(checks.map((c) => c.status)).toEqual(['mismatch', 'mismatch', 'ok', 'ok', 'ok', 'ok']);
    expect(checks[0]!.text).toBe("Oz's roads are paved.");
  });

  it('report a dropped sentence as missing and prove the ones after it', () => {
    const checks = verifySource(DOCUMENT.replace(`${s('roads.1.1')} `, ''), RECORD);
    expect(checks.map((c) => c.status)).toEqual(['missing', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(checks[0]!.text).toBeNull();
  });

  it('report another document, or none, as not the source', () => {
    expect(statuses('')).toEqual(allOk.map(() => 'missing'));
    expect(statuses('Kansas is flat. It is grey, too.')).toEqual([
      'mismatch',
      'mismatch',
      ...allOk.slice(2).map(() => 'missing'),
    ]);
  });

  it('splits sentences so that joining them gives the paragraph back', () => {
    const piece = fc.constantFrom('Yes', 'no', '. ', '.', '?” ', '! ', ' ', '4.5', '“', '...', 'e.g. ');
    fc.assert(
      fc.property(
        fc.array(piece).map((a) => a.join('')),
        (text) => {
          expect(splitSentences(text).join(' ')).toBe(text.replace(/\s+/g, ' ').trim());
        },
      ),
    );
  });
});

const copy = `${root}../shared/seed/000_9e4a2c1d29ebf481.txt`;
const why = existsSync(copy) ? '' : ' (skipped: no copy of the source document beside the repository)';
if (why !== '') console.log(`facts verify against the real document${why}`);

describe.skipIf(why !== '')(`seeds/scs-2022.json against the document${why}`, () => {
  const text = existsSync(copy) ? readFileSync(copy, 'utf8') : '';
  const record = seed.record!;

  it('proves every locator', () => {
    expect(verifySource(text, record).filter((check) => check.status !== 'ok')).toEqual([]);
    expect(sentenceHash(text)).toBe(record.sha256);
  });

  it('reproduces the list of locators, hashes and sentences', () => {
    const listed = readFileSync(`${root}../shared/seed/locators.tsv`, 'utf8').trim().split('\n').slice(1);
    const derived = [...sourceSentences(text, record)].map(([l, sentence]) =>
      [l, sentenceHash(sentence), sentence].join('\t'),
    );
    expect(derived).toEqual(listed);
  });

  it('holds for a copy with CR LF and collapsed blank lines, not for one with straight quotes', () => {
    const statusesOf = (t: string) => new Set(verifySource(t, record).map((check) => check.status));
    expect(statusesOf(text.replace(/\n{3,}/g, '\n\n').replaceAll('\n', '\r\n'))).toEqual(new Set(['ok']));
    expect(statusesOf(text.replaceAll(/[“”]/g, '"')).has('mismatch')).toBe(true);
  });
});
