/** What stands around a sentence and how it is built, as hits that entries may ask for like concepts. Pure. */
import type { Draft } from '../detect/claims.ts';
import type { Hit } from '../detect/concepts.ts';
import { isReply, readLabel } from '../detect/replies.ts';
import { firstHit, type SentenceView } from '../detect/view.ts';

/**
 * `mark-answered`: the next sentence answers this one with a denial ("It does not."). `mark-labelled`: a label says what it
 * is worth ("MYTH:"). `mark-rejected`: a clause of it is rejected. `mark-question`: it asks. `mark-disputed`: the next sentence
 * begins as those do that dispute ("They are wrong").
 */
export const MARKS = ['mark-answered', 'mark-labelled', 'mark-rejected', 'mark-question', 'mark-disputed'] as const;
export type Mark = (typeof MARKS)[number];

/** Answers longer than this are sentences of their own that happen to begin with a denial. */
const LONGEST_ANSWER = 9;

/** A denial of existence: the part whose hits behind a sign turn it. */
export const ABSENT = 'frame-absent';
/** A thing that is told and not so: the part whose hits turn the signs within them. */
export const UNFOUNDED = 'frame-unfounded';
/** The part whose hits, at the head of a sentence, deny what stands before it. */
export const ANSWER = 'frame-answer';
/** Parts that are heard though no entry asks for them. */
export const TURNING = [ABSENT, UNFOUNDED, ANSWER] as const;

/** The marks of a sentence, each over all its words. `next` is the sentence behind it, with what the frames' lexicon hears in it. */
export function marksOf(
  text: string,
  view: SentenceView,
  next: { view: SentenceView; hits: readonly Hit[] } | undefined,
  drafts: readonly Draft[],
): Hit[] {
  const label = readLabel(text, view).kind;
  const has: Record<Mark, boolean> = {
    'mark-answered': next !== undefined && denies(text, next.view),
    'mark-disputed': next?.hits.some(disputes) ?? false,
    'mark-labelled': label === 'rejects' || label === 'affirms',
    'mark-rejected': drafts.some(({ rejected }) => rejected),
    'mark-question': view.question || label === 'question',
  };
  return MARKS.flatMap((concept) => (has[concept] ? [{ concept, start: 0, end: view.tokens.length, gaps: [] }] : []));
}

/** A word before it may be "well" or "but". */
const disputes = ({ concept, start }: Hit): boolean => concept === ANSWER && start <= 1;

/** Whether a sentence denies the one before it. */
function denies(text: string, view: SentenceView): boolean {
  const from = readLabel(text, view).end;
  if (isReply(view, from)?.says === 'false') return true;
  const hit = firstHit(
    view.hits,
    ['reply-false', 'no-such'],
    from,
    Math.min(view.tokens.length, from + LONGEST_ANSWER),
  );
  return (
    hit !== null && hit.start <= from + 1 && (hit.end - hit.start > 1 || view.tokens.length - from <= LONGEST_ANSWER)
  );
}
