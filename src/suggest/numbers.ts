/** The claim with the fact's number in place of the wrong one. */
import { compatible, type FactNumber } from '../detect/compare-quantity.ts';
import { findQuantities } from '../detect/quantities.ts';
import type { Quantity } from '../model.ts';
import { casedLike } from './cased.ts';
import { inWords } from './number-words.ts';

/** Words before a number that make little or much of it: they would do so of the right one. */
const SLANT =
  /\b(?:(?:only|just|merely|barely|fully|exactly|precisely|maybe|perhaps|like|some|all of|as many as|not more than|a mere|a total of|a grand total of|a full|a whopping|a round|the grand total of)\s+)+$/i;
/** What says elsewhere in the claim that the number is all there is, or holds it against another. */
const BOUND =
  /\b(?:only|no more|no fewer|nothing more|tops|at most|mere|merely|alone|not|nor|rather than|instead|few|none|ever|any|confined|limited|down to|reduced|the lot|all that|full stop|and more|and counting|or so|or more)\b|n['’]t\b/i;
/** Behind these a number stands for things already named, or is one of them. */
const NAMED = /\b(?:the|these|those|its|their|all|of the|another|other|page|no\.|number|section|step|question)\s+$/i;
/** Looked at before a number, in characters: the longest slant there is. */
const LOOK = 40;

/**
 * `text` with its only number that clashes with the fact's replaced by that, in digits or words as it was; null where
 * there is none, where there are several, or where the sentence would not bear it ("a single office", "only nine").
 */
export function withNumber(text: string, fact: FactNumber): string | null {
  const wrong = findQuantities(text).filter((q) => compatible(q, fact) === 'clashes');
  const [q] = wrong;
  if (wrong.length !== 1 || !q || !isPlural(q)) return null;
  const head = text.slice(Math.max(0, q.start - LOOK), q.start);
  const slant = SLANT.exec(head)?.[0].length ?? 0;
  const before = text.slice(0, q.start - slant);
  let behind = text.slice(q.end);
  const was = text.slice(q.start, q.end);
  // "hundreds of bodies": the noun then stands by itself.
  if (/(?:dozens|hundreds|thousands|scores|handful|dozen)$/i.test(was)) behind = behind.replace(/^\s+of\b/, '');
  // "Nine ministries and the police" are ten; the fact counts them all.
  if (/^(?:\s+[\w'’-]+){1,3}\s+and\b/.test(behind.slice(0, 2 * LOOK))) return null;
  if (BOUND.test(before) || BOUND.test(behind) || NAMED.test(before.slice(-LOOK))) return null;
  const value = /\d/.test(was) ? String(fact.value) : inWords(fact.value);
  const words = fact.op === 'over' ? `more than ${value}` : value;
  return before + casedLike(words, text.slice(q.start - slant)) + behind;
}

/** Of one thing the verb and the noun are singular. */
const isPlural = ({ min, value }: Quantity): boolean => (value ?? min ?? 2) >= 2;
