/** How a whole clause begins that stands where a claim stands. */
import { BREAK, type Token, tokenize } from '../detect/tokens.ts';
import { finiteVerbs, isDeterminer, isPreposition, SUBJECT_PRONOUNS } from '../detect/verbs.ts';
import { BINDING, hasVerb } from './behind.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words behind which a clause with a subject of its own may stand. */
const JOINERS = set('and but or yet so while whereas although though that then');
/** A clause behind "that" is the writer's own word only where the writer vouches for it. */
const VOUCHED = set('so fact true clear means mean meant certain known obvious');
/** Marks behind which a clause begins with a small letter. */
const INNER = /[;–—•▪(/]$/u;
/** "Under the system,": where the clause holds, whatever it says. */
const PLACING = set('under across throughout');
const MOST_PLACING = 8;
/** "1.", "(a)", "B)": what numbers a point. */
const NUMBER = /^[([]?\w{1,3}[.)\]]*$/;

export type Opening = 'capital' | 'small';

/** How a clause begins in place of `claim` behind `before`; null where a whole clause cannot stand. */
export function openingBehind(before: string, claim: string): Opening | null {
  const first = claim.charAt(0);
  if (before === '') return first !== first.toUpperCase() ? 'small' : 'capital';
  if (/["“‘'«„]$/.test(before)) return null;
  const mirrored: Opening = startsSentence(claim) ? 'capital' : 'small';
  const tokens = tokenize(before);
  if (tokens.length === 0 || NUMBER.test(before) || /[:-]$/.test(before)) return mirrored;
  const own = tokenize(claim);
  if (INNER.test(before)) return finiteVerbs(own)[0] ? null : 'small';
  if (before.endsWith(',')) return standsAlone(tokens) && isClause(own) ? 'small' : null;
  const last = tokens.at(-1)!;
  if (!JOINERS.has(last.norm)) return null;
  return last.norm !== 'that' || VOUCHED.has(tokens.at(-2)?.norm ?? '') ? 'small' : null;
}

/** Whether a claim between commas is a clause, and no part of the one before. */
function isClause(tokens: Token[]): boolean {
  const { norm } = tokens[0]!;
  return hasVerb(tokens) && !finiteVerbs(tokens)[0] && !isPreposition(norm) && !BINDING.has(norm);
}

/** Whether what stands before a comma, back to the last strong mark, says something by itself. */
function standsAlone(tokens: Token[]): boolean {
  let from = tokens.length - 1;
  while (from > 0 && tokens[from]!.before < BREAK.strong) from--;
  const chunk = tokens.slice(from);
  // "Still," and "In fact," bind nothing.
  if (chunk.length <= 2) return !chunk.some(({ norm }) => /\d/.test(norm));
  const { norm } = chunk[0]!;
  if (PLACING.has(norm))
    return chunk.length <= MOST_PLACING && chunk.slice(1).every(({ before }) => before < BREAK.comma);
  return !BINDING.has(norm) && !isPreposition(norm) && norm !== 'contrary' && finiteVerbs(chunk).some(Boolean);
}

/** A capital at the claim's head that is not that of a name. */
function startsSentence(claim: string): boolean {
  const word = /^[A-Z][a-z’']*/.exec(claim)?.[0].toLowerCase();
  if (word === undefined) return false;
  return isDeterminer(word) || SUBJECT_PRONOUNS.has(word) || isPreposition(word) || STARTS.has(word);
}
const STARTS = set('only citizens people anyone not blacklisted companies social every everyone nobody there');
