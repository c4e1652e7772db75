/** A claim in the sentence it stands in, cut to a readable length, on one line. Pure. */
import type { Sentence, Span } from '../model.ts';
import { oneLine } from './escape.ts';

/** Most characters of the sentence shown before and after the claim, and of the claim itself. */
const AROUND = 200;
const INSIDE = 600;

/** `text` is safe to print on one line; the claim is `text.slice(mark.start, mark.end)`. */
export interface Context {
  text: string;
  mark: Span;
}

/** Cuts `sentence`, which holds `claim`, out of the article's text; what is left out shows as "…". */
export function claimContext(text: string, sentence: Span, claim: Span): Context {
  const start = Math.max(sentence.start, claim.start - AROUND);
  const end = Math.min(sentence.end, claim.end + AROUND);
  const before = leading(text.slice(start, claim.start), start > sentence.start);
  const after = trailing(text.slice(claim.end, end), end < sentence.end);
  const whole = claim.end - claim.start <= INSIDE;
  const quote = oneLine(text.slice(claim.start, whole ? claim.end : claim.start + INSIDE)) + (whole ? '' : '…');
  return {
    text: before + quote + after,
    mark: { start: before.length, end: before.length + quote.length },
  };
}

/** The claim alone, where there is no article to show it in. */
export function quoteAlone(quote: string): Context {
  return claimContext(quote, { start: 0, end: quote.length }, { start: 0, end: quote.length });
}

/** The sentence that holds the claim; the claim itself when no sentence does. */
export function sentenceOf(claim: Span & { sentence: number }, sentences: readonly Sentence[]): Span {
  const sentence = sentences[claim.sentence];
  return sentence && sentence.start <= claim.start && claim.end <= sentence.end ? sentence : claim;
}

/** What stands before the claim: begins at a word, ends as the text does. */
function leading(text: string, cut: boolean): string {
  const line = oneLine(text);
  if (line === '') return '';
  const shown = cut ? `…${line.slice(line.indexOf(' ') + 1)}` : line;
  return /\s$/.test(text) ? `${shown} ` : shown;
}

/** What stands after the claim: begins as the text does, ends at a word. */
function trailing(text: string, cut: boolean): string {
  const line = oneLine(text);
  if (line === '') return '';
  const lastSpace = line.lastIndexOf(' ');
  const shown = cut ? `${lastSpace > 0 ? line.slice(0, lastSpace) : line}…` : line;
  return /^\s/.test(text) ? ` ${shown}` : shown;
}
