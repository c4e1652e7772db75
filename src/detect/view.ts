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

/** What a sentence of some text holds: its words as they stood when it was read, and the concepts in them. */
interface Read {
  /** The sentence's own characters; no slice, which would keep the whole text of its version. */
  key: string;
  start: number;
  tokens: Token[];
  hits: Hit[];
}

/** What is read of an article's sentences, by their text: those of the version before, and of the one being read. */
const memories = new WeakMap<ConceptIndex, { before: ReadonlyMap<string, Read>; now: Map<string, Read> }>();

/**
 * An equal index for the versions of one text: with it, a sentence of the version before is not read again. Equal
 * sentences share their `hits`, and none others do.
 */
export function remembering(index: ConceptIndex): ConceptIndex {
  const own = { ...index };
  memories.set(own, { before: new Map(), now: new Map() });
  return own;
}

/** The words and concepts of a sentence, from the index's memory where it has one. */
function read(text: string, { start, end }: Sentence, index: ConceptIndex): Pick<Read, 'tokens' | 'hits'> {
  const memory = memories.get(index);
  if (!memory) return readAnew(text, start, end, index);
  const sentence = text.slice(start, end);
  const known = memory.now.get(sentence) ?? memory.before.get(sentence);
  const found = known
    ? movedTo(start, known)
    : { key: ` ${sentence}`.slice(1), start, ...readAnew(text, start, end, index) };
  memory.now.set(found.key, found);
  return found;
}

function readAnew(text: string, start: number, end: number, index: ConceptIndex): Pick<Read, 'tokens' | 'hits'> {
  const tokens = tokenize(text, start, end);
  return { tokens, hits: findConcepts(tokens, index) };
}

/** The same with its words at the place where they stand now. */
function movedTo(start: number, read: Read): Read {
  const by = start - read.start;
  if (by === 0) return read;
  const tokens = read.tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }));
  return { ...read, start, tokens };
}

/** Every sentence of the article with its words and concepts but those `unheard`, in order. */
export function viewSentences(
  article: Article,
  index: ConceptIndex,
  unheard: ReadonlySet<string> = new Set(),
): SentenceView[] {
  const memory = memories.get(index);
  if (memory) memories.set(index, { before: memory.now, now: new Map() });
  return splitSentences(article.text, article.blocks).map((sentence, i) => {
    const { tokens, hits } = read(article.text, sentence, index);
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
