/** The example bank: differently worded claims for every fact, which the scorer learns from. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bankClaims } from '../../src/eval/bank.ts';
import { LABELS } from '../../src/model.ts';
import { claimFiles, facts } from '../facts/files.ts';
import { bankFacts } from './bank.ts';

const MINIMUM = { entailed: 10, contradicted: 10, neither: 5 };
const KINDS = ['entailed', 'contradicted', 'neither'] as const;
type Kind = (typeof KINDS)[number];

const entries = claimFiles('bank').flatMap(({ file, text }) =>
  Object.entries(parse(text) as Record<string, Record<Kind, string[]>>).map(([id, kinds]) => ({ file, id, kinds })),
);
const texts = entries.flatMap(({ id, kinds }) =>
  KINDS.flatMap((kind) => kinds[kind].map((text) => ({ id, kind, text }))),
);
/** A claim as its words alone, so that a comma or a capital does not make another of it. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu)!
    .join(' ');

describe('the example bank', () => {
  it('has every fact once, beside the facts of its topic, and nothing else', () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(facts.map((fact) => fact.id).sort());
    const topics = new Map(facts.map((fact) => [fact.id, `claims/bank/${fact.topic}.yml`]));
    expect(entries.filter(({ id, file }) => topics.get(id) !== file)).toEqual([]);
    for (const { id, kinds } of entries) expect(Object.keys(kinds).sort(), id).toEqual([...KINDS].sort());
  });

  it('has at least ten, ten and five claims a fact', () => {
    const few = entries.flatMap(({ id, kinds }) =>
      KINDS.filter((kind) => kinds[kind].length < MINIMUM[kind]).map((kind) => `${id} ${kind}: ${kinds[kind].length}`),
    );
    expect(few).toEqual([]);
  });

  it('has claims that are text, of two words or more, on one line', () => {
    expect(texts.filter(({ text }) => typeof text !== 'string' || !/^\S+( \S+)+$/.test(text))).toEqual([]);
  });

  it('has no claim twice, nor one of the facts’ own examples', () => {
    const seen = new Set(facts.flatMap(({ examples }) => KINDS.flatMap((kind) => examples[kind].map(wordsOf))));
    const twice = texts.filter(({ text }) => {
      const words = wordsOf(text);
      return seen.size === seen.add(words).size;
    });
    expect(twice).toEqual([]);
  });

  it('has, with the facts’ own examples, at least 3,000 claims', () => {
    const own = facts.flatMap(({ examples }) => KINDS.flatMap((kind) => examples[kind]));
    expect(texts.length + own.length).toBeGreaterThanOrEqual(3000);
  });
});

describe('what models learn from it', () => {
  const claims = bankClaims();

  it('is the bank and the facts’ own examples, each with its label', () => {
    const own = facts.flatMap(({ examples }) => [...examples.entailed, ...examples.contradicted, ...examples.neither]);
    expect(claims).toHaveLength(texts.length + own.length);
    expect(claims.slice(0, texts.length).map((c) => [c.label, c.text])).toEqual(
      texts.map(({ kind, text }) => [LABELS[KINDS.indexOf(kind)], text]),
    );
    expect(new Set(claims.slice(texts.length).map((c) => c.text))).toEqual(new Set(own));
  });

  it('names a known fact where the claim is decided, and none where it is not', () => {
    const ids = new Set(facts.map((fact) => fact.id));
    expect(claims.filter((c) => (c.label === 'unverified' ? c.fact !== null : !ids.has(c.fact!)))).toEqual([]);
  });
});

it('the examples of a fact may be those of the bank', () => {
  const own = bankFacts(facts);
  expect(own.map((fact) => fact.id)).toEqual(facts.map((fact) => fact.id));
  const { id, kinds } = entries[0]!;
  expect(own.find((fact) => fact.id === id)!.examples).toEqual(kinds);
});
