/** Whether what follows a claim in its sentence hangs on what the claim says. */
import { type Token, tokenize } from '../detect/tokens.ts';
import { finiteVerbs, isDeterminer, SUBJECT_PRONOUNS } from '../detect/verbs.ts';
import type { Surroundings } from './surroundings.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Joiners whose clause says something of its own. */
const BESIDE = set('and but or yet while whereas although though');
/** What makes a clause depend on the one beside it, so that neither can be exchanged alone. */
export const BINDING = set(
  'if when because since once unless until after before as whenever wherever should had were so',
);
const RELATIVE = set('that which who whose whom where what');
/** How far on a verb may stand whose subject stands between, in words. */
const SOON = 10;

/**
 * Whether another clause may stand in the claim's place as far as what follows goes: the sentence ends there, or goes on
 * with a clause that has a subject and a verb of its own. Never in a question, nor before "Nor …", a list or a reason.
 */
export function endsFreely(claim: string, { behind, tail, next }: Surroundings): boolean {
  if (next.startsWith('?')) return false;
  // "Nor does it …" would take up what is no longer said.
  if (/^[.!…;\s]{1,4}(?:nor|neither|likewise|ditto)\b/i.test(next)) return false;
  const [first, second] = tail;
  if (!first) return !/["”“:]/.test(behind);
  const mark = behind.slice(0, first.start).trim();
  const finite = finiteVerbs(tail);
  const verbSoon = finite.slice(0, SOON).some(Boolean);
  const [head] = tokenize(claim);
  // "While trams are dear, ferries …": what follows is the main clause of what the claim begins.
  if (mark === ',' && head && (BINDING.has(head.norm) || BESIDE.has(head.norm))) return false;
  if (BESIDE.has(first.norm)) {
    // Without a comma, "and" may join two nouns.
    if (mark === '' && (first.norm === 'and' || first.norm === 'or') && !SUBJECT_PRONOUNS.has(second?.norm ?? ''))
      return false;
    // A second predicate would lose its subject.
    if (!second || finite[1] || second.norm === 'not' || BINDING.has(second.norm)) return false;
    return verbSoon || SUBJECT_PRONOUNS.has(second.norm);
  }
  if (!/^[,–—-]$/.test(mark) || BINDING.has(first.norm) || RELATIVE.has(first.norm)) return false;
  const subject = SUBJECT_PRONOUNS.has(first.norm) || isDeterminer(first.norm) || first.capital;
  return subject && verbSoon && hasVerb(tokenize(claim));
}

/** Whether the words have a verb of their own, not only in a relative clause. */
export function hasVerb(tokens: Token[]): boolean {
  const verb = finiteVerbs(tokens).indexOf(true);
  return verb >= 0 && tokens[0]!.norm !== 'not' && tokens.slice(1, verb).every(({ norm }) => !RELATIVE.has(norm));
}
