/**
 * What the network reads of a clause: its words and those on either side in their order, with the concepts that stand on
 * them, and a few plain facts of how it stands. Pure.
 */
import { BREAK } from '../detect/tokens.ts';
import type { SentenceView } from '../detect/view.ts';
import type { Candidate } from '../detect/worth.ts';
import type { Ruled } from './features.ts';
import { kind, mix } from './hash.ts';
import { numberMarks } from './numbers.ts';
import { conceptHashes } from './sentence-features.ts';

/** Words of a clause that are read: more say little. */
const MOST_WORDS = 50;
/**
 * Words read on either side of the clause within its sentence; and those that end the sentence before and open the one behind,
 * where the clause stands so near to the head or the end of its own. On the rounds and groups twice as many words say hardly
 * more, half as many say less; the sentence behind, which may take the claim back, turns one label of a hundred to the right.
 */
const AHEAD = 12;
const BEHIND = 8;
const EARLIER = 10;
const LATER = 10;

const CONCEPT = kind('concept');
const BROKEN = [0, 1, 2, 3, 4].map((strength) => mix(kind('break'), strength));
const OPENS = kind('opens a sentence');
const IS_EARLIER = kind('in the sentence before');
const IS_AHEAD = kind('ahead of the clause');
const IS_BEHIND = kind('behind the clause');
const IS_LATER = kind('in the sentence behind');

export interface NetworkInput {
  /** The words, as hashes. */
  words: number[];
  /** What stands on them, as hashes: `marks[i]` on the word numbered `at[i]`. */
  marks: number[];
  at: number[];
  /** Which of `STATES` hold, by number, rising. */
  states: number[];
}

/** Words of a clause that is short, and of one that is long. */
const SHORT = 5;
const LONG = 20;

/** How many plain facts there are; the first `RULED_STATES` of them come from the readings. */
export const STATES = 22;
export const RULED_STATES = 4;

/** What the network reads of a candidate, with the verdict that the readings alone give on it. */
export function networkInput({ proposition: p, matches }: Candidate, verdict: Ruled): NetworkInput {
  const { view, from, to: end, before, after } = p.draft;
  const to = Math.min(end, from + MOST_WORDS);
  const input: NetworkInput = { words: [], marks: [], at: [], states: statesOf(p, matches.length > 0, verdict) };
  const earlier = before[0];
  if (from <= AHEAD && earlier) {
    const { length } = earlier.tokens;
    readWords(earlier, Math.max(0, length - EARLIER), length, () => IS_EARLIER, input);
  }
  const where = (k: number): number | null => (k < from ? IS_AHEAD : k >= to ? IS_BEHIND : null);
  const shift = readWords(view, Math.max(0, from - AHEAD), Math.min(view.tokens.length, to + BEHIND), where, input);
  const later = after[0];
  if (later && to + BEHIND >= view.tokens.length)
    readWords(later, 0, Math.min(later.tokens.length, LATER), () => IS_LATER, input);
  for (const { start, end, says } of numberMarks(p))
    for (let k = from; k < to; k++) {
      const token = view.tokens[k]!;
      if (token.start >= end || token.end <= start) continue;
      for (const hash of says) {
        input.marks.push(hash);
        input.at.push(k + shift);
      }
    }
  return input;
}

/**
 * Reads words `first` to `last` of a sentence, with what stands on each: breaks, concepts, and what `where` says of it. Gives how
 * much further on among all words that are read a word of the sentence stands.
 */
function readWords(
  view: SentenceView,
  first: number,
  last: number,
  where: (word: number) => number | null,
  { words, marks, at }: NetworkInput,
): number {
  const shift = words.length - first;
  const mark = (hash: number, word: number): void => {
    marks.push(hash);
    at.push(word + shift);
  };
  for (let k = first; k < last; k++) {
    const { hash, before } = view.tokens[k]!;
    words.push(hash);
    if (k === 0) mark(OPENS, k);
    else if (before !== BREAK.none) mark(BROKEN[before]!, k);
    const there = where(k);
    if (there !== null) mark(there, k);
  }
  const concepts = conceptHashes(view);
  for (let i = 0; i < view.hits.length; i++) {
    const { start, end } = view.hits[i]!;
    if (start >= last || end <= first) continue;
    const concept = mix(CONCEPT, concepts[i]!);
    for (let k = Math.max(start, first); k < Math.min(end, last); k++) mark(concept, k);
  }
  return shift;
}

function statesOf(p: Candidate['proposition'], matched: boolean, verdict: Ruled): number[] {
  const { draft, local, modality, quantities, dates } = p;
  const { before, after, view, from, to } = draft;
  const odd = p.negations.reduce((n, { refusal }) => (refusal ? n : n + 1), 0) % 2 === 1;
  const holds: boolean[] = [
    verdict.label === 'supported',
    verdict.label === 'contradicted',
    verdict.label === 'unverified',
    matched,
    draft.rejected,
    odd,
    odd !== draft.rejected,
    local !== null,
    modality === 'is',
    modality === 'may',
    modality === 'plan',
    before[0]?.question === true,
    draft.attribution !== null,
    before.length === 0,
    after.length === 0,
    from === 0,
    quantities.length > 0,
    dates.length > 0,
    to - from < SHORT,
    to - from > LONG,
    view.question,
    view.heading,
  ];
  const states: number[] = [];
  for (let k = 0; k < STATES; k++) if (holds[k]) states.push(k);
  return states;
}
