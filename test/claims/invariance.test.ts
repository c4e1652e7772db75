/** What may be done to a claim without changing its label, and what must turn it: tried on the fact base's examples. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/check.ts';
import type { FactBase } from '../../src/facts/compile.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { claimArticle, judgeText } from '../../src/judge-text.ts';
import { decide } from '../../src/label.ts';
import type { Label } from '../../src/model.ts';
import { facts } from '../facts/files.ts';

/** One in three keeps the test quick; which ones depends on nothing but their order. */
const EVERY = 3;
const texts = [...new Set(facts.flatMap(({ examples }) => [...examples.entailed, ...examples.contradicted]))].filter(
  (_, i) => i % EVERY === 0,
);

let base: FactBase;
beforeAll(async () => {
  base = await loadFactBase();
});
const judged = (text: string) => judgeText(text, base)?.claim ?? null;
const labelOf = (text: string): Label | null => judged(text)?.label ?? null;

/** `text` in lines of at most `width` characters, where words allow. */
function wrapped(text: string, width: number, newline: string): string {
  let column = 0;
  return text
    .split(' ')
    .map((word, i) => {
      const fits = column + 1 + word.length <= width;
      column = i > 0 && fits ? column + 1 + word.length : word.length;
      return i === 0 ? word : (fits ? ' ' : newline) + word;
    })
    .join('');
}

describe('typography changes no label', () => {
  const CHANGES: Record<string, (text: string) => string> = {
    'curly apostrophes': (t) => t.replaceAll("'", '’'),
    'spaces that do not break': (t) => t.replaceAll(' ', '\u00a0'),
    'white space around it': (t) => `\n  ${t} \t\n`,
    'lines of 40': (t) => wrapped(t, 40, '\n'),
    'lines of 60, ended as on Windows': (t) => wrapped(t, 60, '\r\n'),
    'no full stop': (t) => t.replace(/\.$/, ''),
    'an exclamation mark for the full stop': (t) => t.replace(/\.$/, '!'),
    'a bullet': (t) => `- ${t}`,
  };
  it.each(Object.entries(CHANGES))('%s', (_, change) => {
    const changed = texts.filter((text) => labelOf(change(text)) !== labelOf(text));
    expect(changed).toEqual([]);
  });
});

/** Sentences on which a frame or a rejection can be hung: no headline, no frame or rejection of their own. */
const plain = texts.filter(
  (text) =>
    /^[A-Z][a-z]/.test(text) &&
    !/[:?;“"]|\b(?:myth|false|true|contrary|evidence|den[iy]\w*|wrong|that is|says?|said|writes?|claims?|notes?|reports?|confirms?|warns?|explains?|reminds?|adds?|told|argues?|points? out)\b/i.test(
      text,
    ),
);
const NAME =
  /^(?:China|Chinese|Beijing|Shanghai|Ningbo|Uighurs?|Uyghurs?|Hong|Western|Ant|Alibaba|Xi|Section|Article|Communist)\b/;
const inner = (text: string): string => (NAME.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
const open = (text: string): string => text.replace(/\.$/, '');

/** The share of plain sentences for which `holds`; at least a hundred are tried. */
function share(candidates: readonly string[], holds: (text: string) => boolean): number {
  expect(candidates.length).toBeGreaterThan(100);
  return candidates.filter(holds).length / candidates.length;
}

describe('a frame changes no label and is recorded', () => {
  const FRAMES: [name: string, frame: (text: string) => string, source: string][] = [
    ['say that', (t) => `Critics say that ${inner(t)}`, 'Critics'],
    ['told', (t) => `A lawyer told us that ${inner(t)}`, 'A lawyer'],
    ['according to', (t) => `According to the lawyer, ${inner(t)}`, 'the lawyer'],
    ['at the end', (t) => `${open(t)}, a lawyer said.`, 'a lawyer'],
  ];
  it.each(FRAMES)('%s', (_, frame, source) => {
    expect(share(plain, (text) => labelOf(frame(text)) === labelOf(text))).toBeGreaterThanOrEqual(0.95);
    expect(
      share(plain, (text) => judged(frame(text))?.attribution?.source.startsWith(source) ?? false),
    ).toBeGreaterThanOrEqual(0.9);
  });
});

const TURNED: Partial<Record<Label, Label>> = { supported: 'contradicted', contradicted: 'supported' };
// Shares of the readings alone are those measured less five points: rejection of a sentence that itself denies is the
// hard part.
const REJECTIONS: [name: string, reject: (text: string) => string, byReadings: number][] = [
  ['myth', (t) => `It is a myth that ${inner(t)}`, 0.85],
  ['label', (t) => `MYTH: ${t}`, 0.91],
  ['denial', (t) => `The spokesman denied that ${inner(t)}`, 0.85],
  ['reply', (t) => `${t} That is wrong.`, 0.89],
  ['idea', (t) => `The idea that ${open(inner(t))} is false.`, 0.86],
];

/** The label that the readings alone give to the clause that is judged. */
function readingsLabel(text: string): Label | null {
  const { candidates } = findCandidates(claimArticle(text), base, { assumeTopic: true });
  const best = candidates.find((c) => c.matches.length > 0) ?? candidates[0];
  return best ? decide(best.proposition, best.matches, base).label : null;
}

describe('a rejection turns supported and contradicted', () => {
  /**
   * The scorer weighs words beside what the readings say, and may miss a turn that they see; much more than one in
   * five missed is no rejection understood.
   */
  const LEAST = 0.78;
  it.each(REJECTIONS)('%s', (_, reject) => {
    const decided = plain.filter((text) => TURNED[labelOf(text)!] !== undefined);
    expect(share(decided, (text) => labelOf(reject(text)) === TURNED[labelOf(text)!])).toBeGreaterThanOrEqual(LEAST);
  });

  it.each(REJECTIONS)('%s: as the readings alone have it', (_, reject, least) => {
    const decided = plain.filter((text) => TURNED[readingsLabel(text)!] !== undefined);
    expect(
      share(decided, (text) => readingsLabel(reject(text)) === TURNED[readingsLabel(text)!]),
    ).toBeGreaterThanOrEqual(least);
  });

  // Measured from 0.92 to 0.97.
  it.each(REJECTIONS)('%s: is recorded', (_, reject) => {
    const own = plain.filter((text) => judged(text)?.rejected === false);
    expect(share(own, (text) => judged(reject(text))?.rejected ?? false)).toBeGreaterThanOrEqual(0.87);
  });

  it('confirmation turns nothing', () => {
    expect(share(plain, (text) => labelOf(`${text} That is true.`) === labelOf(text))).toBeGreaterThanOrEqual(0.98);
  });
});
