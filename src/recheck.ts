/**
 * Checks the versions of one text, each as `checkArticle` would, and works out anew only what a change can have touched.
 * How a clause compares with the facts depends on its sentence, on those it hangs on and on a few characters around; how
 * it scores, on the clauses next to it besides. Each is remembered under all that it depends on.
 */
import { type CheckOptions, checkArticle, type Memory } from './check.ts';
import type { Draft } from './detect/claims.ts';
import { remembering, type SentenceView } from './detect/view.ts';
import type { Candidate } from './detect/worth.ts';
import type { FactBase } from './facts/compile.ts';
import type { ScoredCandidate, Verdict } from './label.ts';
import type { Article, CheckResult, Span } from './model.ts';

/**
 * Characters before and behind a sentence that become part of what is remembered of it. The readers of numbers and dates
 * look past a clause's edge by 14 characters back and a word ahead at most; more costs nothing.
 */
const BEFORE = 48;
const BEHIND = 64;
/** Clauses on either side whose matches may tell of a clause: `detect/worth.ts` looks at 6. All fit into 31 bits. */
const NEAR = 15;
/** Scores kept of a clause: that of the place where it stands, and one of where it stood or an equal one does. */
const SCORES = 2;

/** A clause as it was last seen. */
interface Known {
  id: number;
  draft: Draft;
  around: string;
  candidate: Candidate;
  scores: Score[];
}

/** What the score of a clause depends on besides the clause. */
interface Company {
  /** The clause before it; 0 for none. */
  previous: number;
  sameSentence: boolean;
  /** A bit for each clause near it: whether a reading fires on it. */
  matched: number;
}

interface Score extends Company {
  scored: Pick<ScoredCandidate, 'verdict' | 'probabilities'>;
  /** The last verdict, and how likely the clause was contradicted among the others when it was given. */
  settled: { contradicted: number | undefined; verdict: Verdict } | null;
}

/**
 * A function that checks the versions of one text, one after the other, with the result that `checkArticle` gives. Its
 * memory is of the size of the last two versions.
 */
export function createRecheck(base: FactBase): (article: Article, options?: CheckOptions) => CheckResult {
  const own = { ...base, concepts: remembering(base.concepts) };
  const { memory, next } = createMemory();
  return (article, options = {}) => {
    next();
    return checkArticle(article, own, { ...options, memory });
  };
}

function createMemory(): { memory: Memory; next(): void } {
  /** By the concepts of their sentence, which equal sentences share and no others do (`remembering`). */
  let before = new Map<SentenceView['hits'], Known[]>();
  let now: typeof before = new Map();
  let ids = 0;
  const knownOf = new WeakMap<Candidate, Known>();
  /** By what the readings say of it, which a clause keeps when it is scored again among others. */
  const scoreOf = new WeakMap<Verdict, Score>();
  const memory: Memory = {
    candidate(text, draft, make) {
      const { hits } = draft.view;
      const around = aroundOf(text, draft.view.sentence);
      const isIt = (known: Known): boolean => known.around === around && isSame(known.draft, draft);
      const list = now.get(hits) ?? [];
      let known = list.find(isIt);
      if (!known) {
        known = before.get(hits)?.find(isIt);
        // The copy is no slice of the text, which would keep it.
        known ??= { id: ++ids, draft, around: ` ${around}`.slice(1), candidate: make(), scores: [] };
        list.push(known);
        now.set(hits, list);
      }
      const candidate = known.draft === draft ? known.candidate : moved(known, text, draft);
      Object.assign(known, { draft, candidate });
      knownOf.set(candidate, known);
      return candidate;
    },
    scored(candidates, i, make) {
      const known = knownOf.get(candidates[i]!)!;
      const company = companyOf(candidates, i, (candidate) => knownOf.get(candidate)!.id);
      let score = known.scores.find((s) => isSameCompany(s, company));
      if (!score) {
        const { verdict, probabilities } = make();
        score = { ...company, scored: { verdict, probabilities }, settled: null };
        known.scores = [score, ...known.scores].slice(0, SCORES);
      }
      const scored = { ...candidates[i]!, ...score.scored };
      scoreOf.set(scored.verdict, score);
      // Clauses read again stand among those that were scored.
      knownOf.set(scored, known);
      return scored;
    },
    settled(candidate, make) {
      const score = scoreOf.get(candidate.verdict)!;
      const { contradicted } = candidate;
      if (!score.settled || score.settled.contradicted !== contradicted)
        score.settled = { contradicted, verdict: make() };
      return score.settled.verdict;
    },
  };
  const next = (): void => {
    before = now;
    now = new Map();
  };
  return { memory, next };
}

function aroundOf(text: string, { start, end }: Span): string {
  return `${text.slice(Math.max(0, start - BEFORE), start)}\0${text.slice(end, end + BEHIND)}`;
}

/** Whether two clauses of sentences that are the same stand among the same sentences and are meant in the same way. */
function isSame(a: Draft, b: Draft): boolean {
  const by = b.view.sentence.start - a.view.sentence.start;
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.rejected === b.rejected &&
    a.attribution?.source === b.attribution?.source &&
    a.attribution?.cue === b.attribution?.cue &&
    a.span.start + by === b.span.start &&
    a.span.end + by === b.span.end &&
    areSame([a.view], [b.view]) &&
    areSame(a.before, b.before) &&
    areSame(a.after, b.after)
  );
}

const areSame = (a: readonly SentenceView[], b: readonly SentenceView[]): boolean =>
  a.length === b.length && a.every(({ hits, heading }, i) => hits === b[i]!.hits && heading === b[i]!.heading);

/** A clause at the place where it stands now. */
function moved({ draft: was, candidate }: Known, text: string, draft: Draft): Candidate {
  const by = draft.view.sentence.start - was.view.sentence.start;
  const shift = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const { proposition, matches } = candidate;
  const { quantities, dates } = proposition;
  const here = { draft, text, tokens: draft.view.tokens, quantities: quantities.map(shift), dates: dates.map(shift) };
  return { proposition: { ...proposition, ...here }, matches };
}

function companyOf(candidates: readonly Candidate[], i: number, idOf: (candidate: Candidate) => number): Company {
  const previous = candidates[i - 1];
  let matched = 0;
  for (let k = i - NEAR; k <= i + NEAR; k++)
    matched = (matched << 1) | Number((candidates[k]?.matches.length ?? 0) > 0);
  const sentence = (candidate: Candidate): number => candidate.proposition.draft.sentence;
  return {
    previous: previous ? idOf(previous) : 0,
    sameSentence: previous !== undefined && sentence(previous) === sentence(candidates[i]!),
    matched,
  };
}

const isSameCompany = (a: Company, b: Company): boolean =>
  a.previous === b.previous && a.sameSentence === b.sameSentence && a.matched === b.matched;
