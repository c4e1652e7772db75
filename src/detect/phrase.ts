/**
 * The phrase language of the lexicons, parsed into flat sequences of elements. See `claims/README.md`:
 *
 *   word        the word in any inflection (stems are compared)
 *   =word       this form alone
 *   (a|b c|d)   alternatives; (…)? or word? may be left out
 *   ...  ...N   a gap of at most 3, or N, words, never across a full stop, colon, semicolon or dash
 *   <concept>   whatever the named concept matches
 *   NUM         a number in digits;  _  any one word
 */
import { FactBaseError } from '../errors.ts';
import { tokenize } from './tokens.ts';
import { stem } from './words.ts';

export type Element =
  | { kind: 'stem'; value: string }
  | { kind: 'exact'; value: string }
  | { kind: 'concept'; value: string }
  | { kind: 'gap'; max: number }
  | { kind: 'number' }
  | { kind: 'any' };

/** The default length of a gap in words: long enough for an adverb and an adjective, short of a new clause. */
const DEFAULT_GAP = 3;
/** Bounds the work a phrase may cause; a phrase past it is better written as several, or as a concept. */
const MAX_GAP = 12;

/** Splits at top-level white space or bars, leaving parenthesised groups whole. */
function split(source: string, at: ' ' | '|'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const c of source) {
    if (c === '(') depth++;
    if (c === ')') depth--;
    if (c === at && depth === 0) {
      if (part) parts.push(part);
      part = '';
    } else part += c;
  }
  if (depth !== 0) throw new FactBaseError('phrase', `unbalanced parentheses in "${source}"`);
  if (part) parts.push(part);
  return parts;
}

function atom(source: string): Element[] {
  if (source === 'NUM') return [{ kind: 'number' }];
  if (source === '_') return [{ kind: 'any' }];
  if (source.startsWith('...')) {
    const max = source === '...' ? DEFAULT_GAP : Number(source.slice(3));
    if (!Number.isInteger(max) || max < 1 || max > MAX_GAP) {
      throw new FactBaseError('phrase', `"${source}": a gap is ... or ...1 to ...${MAX_GAP}`);
    }
    return [{ kind: 'gap', max }];
  }
  if (source.startsWith('<')) {
    if (!source.endsWith('>') || source.length < 3) throw new FactBaseError('phrase', `"${source}" is no concept`);
    return [{ kind: 'concept', value: source.slice(1, -1) }];
  }
  // In a text it is a word of its own, cut from the one before.
  if (source === "'s") return [{ kind: 'exact', value: "'s" }];
  const exact = source.startsWith('=');
  const words = tokenize(exact ? source.slice(1) : source);
  if (words.length === 0) throw new FactBaseError('phrase', `"${source}" holds no word`);
  return words.map((w) => (exact ? { kind: 'exact', value: w.norm } : { kind: 'stem', value: stem(w.norm) }));
}

/** A step of a phrase: one of `options`, each a phrase of its own, or nothing where it may be left out. */
export interface Step {
  options: Step[][] | Element;
  optional: boolean;
}

/** The steps of a phrase. Throws FactBaseError when it cannot be read, or begins or ends with a gap. */
export function parsePhrase(source: string): Step[] {
  const steps = split(source.trim(), ' ').flatMap((part): Step[] => {
    const optional = part.length > 1 && part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    if (body.startsWith('(') && body.endsWith(')')) {
      return [{ options: split(body.slice(1, -1), '|').map(parsePhrase), optional }];
    }
    const elements = atom(body).map((element): Step => ({ options: element, optional: false }));
    return optional ? [{ options: [elements], optional: true }] : elements;
  });
  const gap = (step: Step | undefined): boolean =>
    step !== undefined && !Array.isArray(step.options) && step.options.kind === 'gap';
  if (gap(steps[0]) || gap(steps.at(-1))) throw new FactBaseError('phrase', `"${source}" begins or ends with a gap`);
  if (steps.length === 0) throw new FactBaseError('phrase', `"${source}" is empty`);
  return steps;
}

/** The concepts a phrase names. */
export function namedConcepts(steps: Step[]): string[] {
  return steps.flatMap(({ options }) =>
    Array.isArray(options) ? options.flatMap(namedConcepts) : options.kind === 'concept' ? [options.value] : [],
  );
}
