/** A sentence as the later stages see it: its words, the concepts in them and what each hit covers. */
import type { Article, Sentence } from '../model.ts';
import type { ConceptIndex, Hit } from './concepts.ts';
import { findConcepts } from './find-concepts.ts';
import { splitSentences } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';

export interface SentenceView {
  index: number;
  sentence: Sentence;
  tokens: Token[];
  hits: Hit[];
  /** Ends with a question mark. */
  question: boolean;
  heading: boolean;
}

/** Every sentence of the article with its words and concepts but those `unheard`, in order. */
export function viewSentences(
  article: Article,
  index: ConceptIndex,
  unheard: ReadonlySet<string> = new Set(),
): SentenceView[] {
  return splitSentences(article.text, article.blocks).map((sentence, i) => {
    const tokens = tokenize(article.text, sentence.start, sentence.end);
    const hits = findConcepts(tokens, index);
    return {
      index: i,
      sentence,
      tokens,
      hits: unheard.size === 0 ? hits : hits.filter((h) => !unheard.has(h.concept)),
      question: endsWithQuestion(article.text, sentence),
      heading: article.blocks[sentence.block]?.kind === 'heading',
    };
  });
}

function endsWithQuestion(text: string, sentence: Sentence): boolean {
  for (let i = sentence.end - 1; i >= sentence.start && i > sentence.end - 6; i--) {
    const c = text[i]!;
    if (c === '?') return true;
    if (!'"”’\'!)] '.includes(c)) return false;
  }
  return false;
}

/** The hits that lie within words `from` to `to`. */
export function hitsWithin(hits: Hit[], from: number, to: number): Hit[] {
  return hits.filter((hit) => hit.start >= from && hit.end <= to);
}

/** The first hit of one of the concepts within words `from` to `to`, the longest of those that begin first. */
export function firstHit(hits: Hit[], concepts: readonly string[], from: number, to: number): Hit | null {
  let best: Hit | null = null;
  for (const hit of hits) {
    if (hit.start < from || hit.end > to || !concepts.includes(hit.concept)) continue;
    if (!best || hit.start < best.start || (hit.start === best.start && hit.end > best.end)) best = hit;
  }
  return best;
}

/** The last hit of one of the concepts within words `from` to `to`, the longest of those that end last. */
export function lastHit(hits: Hit[], concepts: readonly string[], from: number, to: number): Hit | null {
  let best: Hit | null = null;
  for (const hit of hits) {
    if (hit.start < from || hit.end > to || !concepts.includes(hit.concept)) continue;
    if (!best || hit.end > best.end || (hit.end === best.end && hit.start < best.start)) best = hit;
  }
  return best;
}
