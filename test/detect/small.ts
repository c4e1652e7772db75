/** Small lexicons of the tests' own, so that a test shows every word it rests on. */
import { type Concept, compileConcepts, type Hit } from '../../src/detect/concepts.ts';
import type { SentenceView } from '../../src/detect/view.ts';
import { viewSentences } from '../../src/detect/view.ts';
import { claimArticle } from '../../src/judge-text.ts';
import type { FacetName } from '../../src/model.ts';

/** A lexicon entry; what is left out is empty. */
export function concept(id: string, phrases: string[], rest: Partial<Concept> = {}): Concept {
  return { id, facet: null as FacetName | null, says: id, phrases, not: [], content: false, ...rest };
}

/** How sentences say things, in as few words as the tests need. */
export const STRUCTURE: Concept[] = [
  concept('neg', ['(not|no|never|nobody|none|nor|nothing)', 'no longer'], { not: ['not (only|just)'] }),
  concept('bar', ['(ban|bar|block|deny|lose)', '(shut|lock) ...2 out']),
  concept('plan', ['(plan|aim|want) to', 'will']),
  concept('may', ['(may|might|can|could)']),
  concept('all', ['(all|every|everyone)']),
  concept('national', ['nationwide', 'across (the)? country']),
  concept('local', ['(riverton|lakeside)', '(one|a) (town|city)']),
  concept('local-org', ['(a|one|the) (company|firm)']),
  concept('local-anaphor', ['residents']),
  concept('report', [
    '(say|says|said|claim|claims|claimed|tell|tells|told|warn|warns|warned|believe|believes|believed|note|noted|write|writes|deny|denies|denied|hold|holds|held)',
  ]),
  concept('reject-before', [
    'it (is|was) a myth that',
    '(deny|denies|denied) that',
    'no evidence that',
    'contrary to reports that',
    '(falsely|supposedly)',
  ]),
  concept('double-reject', ['(nobody|no one) (denies|doubts) that', 'never denied that']),
  concept('reject-after', ['(is|are|be) (a|pure)? (myth|nonsense|lie)', 'bunk', '(do|does) not (exist|hold up)'], {
    not: ['is not a myth'],
  }),
  concept('reply-false', [
    '(false|wrong|nonsense|no|not (so|true))',
    '(that|this|it) is (not true|wrong|false|a myth)',
  ]),
  concept('reply-true', ['(true|yes|right|correct)', '(that|it) is (so|true)']),
];

/** The hits of one sentence, as `concept [words]`, in the order they are given. */
export function found(text: string, lexicon: Concept[]): string[] {
  const view = viewOf(text, lexicon);
  return view.hits.map((hit) => `${hit.concept} [${wordsOf(text, view, hit)}]`);
}

/** The words of a hit, or of any range of words, as the text has them. */
export function wordsOf(text: string, view: SentenceView, { start, end }: Pick<Hit, 'start' | 'end'>): string {
  return text.slice(view.tokens[start]!.start, view.tokens[end - 1]!.end);
}

/** The sentences of a text with their hits. */
export function viewsOf(text: string, lexicon: Concept[] = STRUCTURE): SentenceView[] {
  return viewSentences(claimArticle(text), compileConcepts(lexicon));
}

/** The first sentence of a text with its hits. */
export function viewOf(text: string, lexicon: Concept[] = STRUCTURE): SentenceView {
  return viewsOf(text, lexicon)[0]!;
}
