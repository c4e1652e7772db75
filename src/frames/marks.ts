/** What stands around a sentence and how it is built, as hits that entries may ask for like concepts. Pure. */
import type { Draft } from '../detect/claims.ts';
import type { Hit } from '../detect/concepts.ts';
import { isReply, readLabel } from '../detect/replies.ts';
import { firstHit, type SentenceView } from '../detect/view.ts';

/**
 * `mark-answered`: the next sentence answers this one with a denial ("It does not."). `mark-labelled`: a label says what it
 * is worth ("MYTH:"). `mark-rejected`: a clause of it is rejected. `mark-question`: it asks.
 */
export const MARKS = ['mark-answered', 'mark-labelled', 'mark-rejected', 'mark-question'] as const;
export type Mark = (typeof MARKS)[number];

/** Answers longer than this are sentences of their own that happen to begin with a denial. */
const LONGEST_ANSWER = 9;

/** The marks of a sentence, each over all its words. `next` is the sentence behind it. */
export function marksOf(
  text: string,
  view: SentenceView,
  next: SentenceView | undefined,
  drafts: readonly Draft[],
): Hit[] {
  const label = readLabel(text, view).kind;
  const has: Record<Mark, boolean> = {
    'mark-answered': next !== undefined && denies(text, next),
    'mark-labelled': label === 'rejects' || label === 'affirms',
    'mark-rejected': drafts.some(({ rejected }) => rejected),
    'mark-question': view.question || label === 'question',
  };
  return MARKS.flatMap((concept) => (has[concept] ? [{ concept, start: 0, end: view.tokens.length, gaps: [] }] : []));
}

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
