/** Whether words stand in somebody's own speech. Pure. */
import type { Article, Block, Span } from '../model.ts';
import { cutBlocks } from './blocks.ts';
import { openingKind, quotations } from './quotations.ts';

/**
 * Share of a claim's words that must stand inside quotation marks. In claims written for the purpose, a term or a
 * phrase taken up in marks made up at most 0.6 of the claim, and a quoted predicate whose subject stands outside
 * at least 0.7.
 */
const SHARE = 2 / 3;
/**
 * The same where the quotation ends as direct speech does, with a comma or a full stop before its mark: then what follows
 * in the claim is who said it ("…," the first of the two wrote).
 */
const SPEECH_SHARE = 1 / 2;
const SPEECH_END = /[,.!?…—，。！？]["'”’“‘»«›‹」』]/;
/** Marks around so few words are scare quotes or a name, unless they hold the whole claim. */
const FEW_WORDS = 2;

interface Quotes {
  blocks: readonly Block[];
  /** In marks, sorted and apart. */
  spans: Span[];
}

/** Marks already paired; those of an article are paired at its first question and kept as long as the article. */
const known = new WeakMap<Article, Quotes>();

/**
 * Whether `span` lies in a block quotation, or in quotation marks by two thirds of its words (half where direct speech is
 * followed by who said it); marks around one or two words of it do not count. Knows curly, straight, low and angle marks and corner brackets, quotations that run over
 * several sentences, and those whose every paragraph opens with a mark while only the last closes. Apostrophes, years
 * ('90s) and inches are no marks. The marks of an article are paired once, in time linear in its text; a question
 * then takes time in the length of the span.
 */
export function isQuoted(article: Article, span: Span): boolean {
  let quotes = known.get(article);
  if (quotes === undefined) {
    quotes = quotesOf(article);
    known.set(article, quotes);
  }
  const block = quotes.blocks[lastBefore(quotes.blocks, span.start)];
  if (block?.kind === 'quote' && span.start < block.end) return true;
  return isMostlyIn(article.text, span, quotes.spans);
}

function quotesOf({ text, blocks: given }: Article): Quotes {
  const blocks = given.length > 0 ? given : cutBlocks(text);
  const spans: Span[] = [];
  for (const [index, { start, end, kind }] of blocks.entries()) {
    const next = blocks[index + 1];
    const goesOn = kind === 'paragraph' && next?.kind === 'paragraph';
    const opens = goesOn ? openingKind(text, next.start, next.end) : null;
    for (const span of quotations(text, start, end, { opens })) spans.push(span);
  }
  return { blocks, spans };
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const HAN = /^\p{Script=Han}/u;

/** Whether enough of the words from `start` to `end` stand in `spans`. */
function isMostlyIn(text: string, { start, end }: Span, spans: readonly Span[]): boolean {
  let at = Math.max(0, lastBefore(spans, start));
  const first = spans[at];
  if (!first || first.start >= end) return false;
  let all = 0;
  let inside = 0;
  let long = false;
  let here = 0;
  let share = SHARE;
  const endSpan = (): void => {
    const span = spans[at]!;
    if (here > FEW_WORDS || (here > 0 && (span.start < start - 1 || span.end > end + 1))) {
      long = true;
      if (span.start <= start && SPEECH_END.test(text.slice(Math.max(0, span.end - 2), span.end))) share = SPEECH_SHARE;
    }
    inside += here;
    here = 0;
  };
  for (const found of text.slice(start, end).matchAll(WORDS)) {
    const place = start + found.index;
    while (spans[at] && spans[at]!.end <= place) {
      endSpan();
      at++;
    }
    // A run of Chinese characters counts by its characters, about two to a word.
    const count = HAN.test(found[0]) ? Math.ceil(found[0].length / 2) : 1;
    all += count;
    if (spans[at] && spans[at]!.start <= place) here += count;
  }
  if (spans[at]) endSpan();
  return all > 0 && (inside === all || (long && inside >= all * share));
}

/** The index of the last of `spans` that begins at or before `offset`; -1 without one. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
