/**
 * What tells a claim from other clauses (questions, wishes, remarks on something else), and which clauses of an article
 * are reported, given how likely each is a claim.
 */
import type { WeighedMatch } from '../match/match.ts';
import type { Proposition } from '../match/proposition.ts';
import { isFormal } from './formal.ts';
import { finiteVerbs, isPreposition, SUBJECT_PRONOUNS } from './verbs.ts';
import { isOfClass } from './words.ts';

/** What is known of a clause when its worth is judged. */
export interface Candidate {
  proposition: Proposition;
  matches: WeighedMatch[];
}

const WH = new Set([
  'what',
  'who',
  'which',
  'where',
  'when',
  'why',
  'how',
  'whether',
  'if',
  'because',
  'that',
  'as',
  'while',
  'although',
  'though',
  'since',
  'once',
  'until',
  'for',
]);
const PERSONAL = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'mine']);
const MAX_WORDS = 400;

/** Takes a feature: a name of its own, or a kind and one of its values. */
type Take = (kind: string, value: string) => void;

const FEW = ['0', '1', '2', '3', '4'];
const PRESENT = new Set(['is', 'are', "'s", 'has', 'have', 'can', 'may']);

/** Gives every feature once, but the words at the head, which may be the same. */
export function eachFeature(candidates: readonly Candidate[], i: number, take: Take): void {
  const { proposition: p, matches } = candidates[i]!;
  const { draft } = p;
  const { tokens } = draft.view;
  const { from } = draft;
  const to = Math.min(draft.to, from + MAX_WORDS);
  const count = to - from;
  let domain = 0;
  for (const concept of p.clause.keys()) {
    take('concept', concept);
    if (domain < 4 && !isFormal(concept)) domain++;
  }
  if (matches.length > 0) {
    take('match', '');
    take('match', matches[0]!.relation);
    take('specific', FEW[Math.min(3, matches[0]!.specificity)]!);
  }
  take('domain', FEW[domain]!);
  if (domain === 0 && p.clause.has('social-credit')) take('topic-alone', '');
  const finite = finiteVerbs(tokens);
  const first = tokens[from]?.norm ?? '';
  const last = tokens[to - 1]?.norm ?? '';
  let [verbs, personal, second, past, present] = [0, false, false, false, false];
  for (let k = from; k < to; k++) {
    const { norm } = tokens[k]!;
    if (PERSONAL.has(norm)) personal = true;
    if (norm === 'you' || norm === 'your') second = true;
    if (!finite[k]) continue;
    verbs++;
    if (!past && isOfClass(norm, 'past') && !isOfClass(norm, 'base')) past = true;
    if (!present && (PRESENT.has(norm) || isOfClass(norm, 'present'))) present = true;
  }
  take('verbs', FEW[Math.min(3, verbs)]!);
  take('words', count < 3 ? 'few' : count < 5 ? 'some' : count < 9 ? 'middling' : count < 25 ? 'many' : 'lots');
  if (PERSONAL.has(first)) take('first-person', '');
  else if (personal) take('personal', '');
  if (second) take('second-person', '');
  if (SUBJECT_PRONOUNS.has(first)) {
    take('pronoun', '');
    take('pronoun', first);
  }
  if (WH.has(first)) {
    take('bound', '');
    take('bound', first);
  }
  if (isPreposition(first)) take('preposition-first', '');
  if (count > 0 && finite[from]) take('verb-first', '');
  if (isPreposition(last) || WH.has(last) || last === 'and' || last === 'the') take('cut-short', '');
  if (verbs === 0 && isOfClass(first, 'base')) take('imperative', '');
  if (past) take('past', '');
  if (present) take('present', '');
  if (draft.attribution) take('attributed', '');
  if (draft.rejected) take('rejected', '');
  if (draft.view.heading) take('heading', '');
  if (draft.view.question) take('question', '');
  if (p.quantities.length > 0) take('quantity', '');
  if (p.dates.length > 0) take('date', '');
  if (p.local) take('local', '');
  // Not whether a match stands before or after: that is a habit of short passages, and misleads elsewhere.
  if (!matchNear(candidates, i)) take('no-match-near', '');
  const previous = candidates[i - 1];
  if (previous && previous.proposition.draft.sentence === draft.sentence) take('same-sentence', '');
  if (previous?.proposition.clause.has('social-credit')) take('topic-before', '');
  for (let k = from; k < Math.min(to, from + 3); k++) {
    const { stem } = tokens[k]!;
    if (k === from || (stem !== tokens[from]!.stem && (k === from + 1 || stem !== tokens[from + 1]!.stem)))
      take('head', stem);
  }
}

/** How far a match still tells of a clause, in clauses. */
export const NEAR = 6;
function matchNear(candidates: readonly Candidate[], i: number): boolean {
  const end = Math.min(candidates.length - 1, i + NEAR);
  for (let k = Math.max(0, i - NEAR); k <= end; k++) if (candidates[k]!.matches.length > 0) return true;
  return false;
}

/** How far an anchor reaches, in sentences: as far as a short paragraph and its neighbours. */
const ANCHOR_REACH = 5;

/**
 * The candidates worth checking, in order, given the log-odds that each is a claim. Passing mentions hold many clauses
 * that might be claims and none that surely is, so a clause counts only near one that does: two thresholds keep
 * more claims, and leave more claim-free text clean, than one can.
 */
export function worthy<T extends Candidate>(
  candidates: readonly T[],
  odds: readonly number[],
  least: number,
  anchor: number,
): T[] {
  const anchors = candidates.flatMap((c, i) => (odds[i]! >= anchor ? [c.proposition.draft.sentence] : []));
  let next = 0;
  return candidates.filter((c, i) => {
    if (odds[i]! < least) return false;
    const { sentence } = c.proposition.draft;
    // Candidates and anchors are both in the order of the text.
    while (next < anchors.length && anchors[next]! < sentence - ANCHOR_REACH) next++;
    return next < anchors.length && anchors[next]! <= sentence + ANCHOR_REACH;
  });
}
