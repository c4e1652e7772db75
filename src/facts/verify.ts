/** Proves the locators of a seed record against a copy of the document. Pure. */
import { createHash } from 'node:crypto';
import type { SeedRecord } from './seed.ts';
import { type SourceBlock, sourceBlocks } from './source-layout.ts';

export interface LocatorCheck {
  locator: string;
  /** `ok`: the sentence is there, letter for letter; `mismatch`: another stands in its place; `missing`: none does. */
  status: 'ok' | 'mismatch' | 'missing';
  /** The copy's sentence: the source's own for `ok`, the one in its place for `mismatch`, null for `missing`. */
  text: string | null;
}

/** SHA-256 (hex) of a sentence's UTF-8. */
export function sentenceHash(sentence: string): string {
  return createHash('sha256').update(sentence, 'utf8').digest('hex');
}

/**
 * The paragraphs of a copy with the first two parts of their locators. Where the copy has as many sections as the
 * outline, its own layout decides; else (blank lines lost, headings dropped) the outline's paragraph counts do,
 * and paragraphs beyond them are left out.
 */
function placed(blocks: readonly SourceBlock[], outline: SeedRecord['outline']): [string, SourceBlock][] {
  const paragraphs = blocks.filter(({ section }) => section !== null);
  const sections = (paragraphs.at(-1)?.section ?? -1) + 1;
  if (sections !== outline.length) {
    const slots = outline.flatMap(({ id, sentences }) => sentences.map((_, p) => `${id}.${p + 1}`));
    return paragraphs.slice(0, slots.length).map((paragraph, i) => [slots[i]!, paragraph]);
  }
  return outline.flatMap(({ id }, number) =>
    paragraphs
      .filter(({ section }) => section === number)
      .map((paragraph, p): [string, SourceBlock] => [`${id}.${p + 1}`, paragraph]),
  );
}

/**
 * The sentences of a copy of a source document by locator (`section.paragraph.sentence`), in the copy's order,
 * as its layout and the record's outline give them; whether they are the source's own is for `verifySource`.
 */
export function sourceSentences(fileText: string, record: SeedRecord): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [prefix, paragraph] of placed(sourceBlocks(fileText), record.outline)) {
    for (const [i, sentence] of paragraph.sentences.entries()) sentences.set(`${prefix}.${i + 1}`, sentence);
  }
  return sentences;
}

/**
 * Holds a copy against the record: one check a locator, in the record's order. A sentence that stands elsewhere
 * than its locator says (a paragraph was dropped, a sentence inserted) is `ok` all the same, since its hash
 * proves it. Letter for letter means just that: straight quotes for curly ones are a mismatch.
 */
export function verifySource(fileText: string, record: SeedRecord): LocatorCheck[] {
  const byLocator = sourceSentences(fileText, record);
  const byHash = new Map<string, string>();
  for (const { sentences } of sourceBlocks(fileText)) {
    for (const sentence of sentences) byHash.set(sentenceHash(sentence), sentence);
  }
  const proven = new Set(Object.values(record.locators).filter((hash) => byHash.has(hash)));
  return Object.entries(record.locators).map(([locator, hash]): LocatorCheck => {
    const exact = byHash.get(hash);
    if (exact !== undefined) return { locator, status: 'ok', text: exact };
    const there = byLocator.get(locator);
    if (there === undefined || proven.has(sentenceHash(there))) return { locator, status: 'missing', text: null };
    return { locator, status: 'mismatch', text: there };
  });
}
