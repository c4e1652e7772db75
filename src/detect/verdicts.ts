/**
 * Verdicts: the words that say of claims before them that they are not so ("None of this is true", "…, and pigs fly"). What they
 * take back is decided in `account.ts`.
 */
import type { Attribution } from '../model.ts';
import type { Speaks } from './account.ts';
import type { Hit } from './concepts.ts';
import { frameAlone, takeFrame } from './frame.ts';
import { BREAK, type Token } from './tokens.ts';
import { firstHit, type SentenceView } from './view.ts';

export interface Verdict {
  /**
   * `last`: what was said last; `near`: that, if it stands in the sentence before at the furthest; `sentence`: all that its sentence
   * says; `all`: all that was told. Each takes back the whole of an account that stands open.
   */
  reach: 'last' | 'near' | 'sentence' | 'all';
  /**
   * Turned: what was denied is affirmed. Denied: not so, whatever was said of it before ("They do not", mockery). Affirmed: so, which
   * takes back a denial alone ("Some say that there is none. There is.").
   */
  effect: 'turned' | 'denied' | 'affirmed';
  /** Who pronounces it; null: the text. */
  by: Attribution | null;
}

/** The verdict that words `from` to `to` of a sentence pronounce; null: none. */
export function verdictOf(view: SentenceView, from: number, to: number): (Verdict & { hit: Hit }) | null {
  const hit = firstHit(view.hits, ['verdict-all', 'verdict-false', 'mock'], from, to);
  if (!hit || (hit.concept !== 'mock' && goesOn(view.tokens, hit.end, to))) return null;
  const reach = hit.concept === 'verdict-all' ? 'all' : 'near';
  // "I used to believe it. I was wrong": who owns up takes back nothing twice.
  const own = ['i', 'we'].includes(view.tokens[hit.start]!.norm);
  return { hit, reach, effect: hit.concept === 'mock' || own ? 'denied' : 'turned', by: null };
}

/** Words that may follow a verdict unparted ("… is wrong, I fear", "… is wrong as well"). */
const TAIL = 3;
/** What may: "the wrong room" is no verdict. */
const TAILS = new Set(
  'too as again though i we however of alas here now either all altogether from on in throughout indeed really either at by anyway after but and or yet so then today yesterday itself once nowadays'.split(
    ' ',
  ),
);
/** How far behind its opening what a sentence rejects may stand ("It is false, a minister told them, that P"). */
const AHEAD = 16;

/** Whether the words behind a verdict say on what it is: then it looks ahead ("It is wrong to say that P"), not back. */
function goesOn(tokens: readonly Token[], end: number, to: number): boolean {
  const next = tokens[end];
  if (!next) return false;
  if (next.before < BREAK.comma && end < to && (to - end > TAIL || !TAILS.has(next.norm))) return true;
  return tokens.slice(end, end + AHEAD).some((t) => t.norm === 'that' && t.before === BREAK.comma);
}

/** A verdict on all, by a clause behind others: on those of its sentence. */
export const within = (reach: Verdict['reach']): Verdict['reach'] => (reach === 'all' ? 'sentence' : reach);

/** Words that may part a claim from the verdict behind it. */
const LINKS = new Set(['and', 'but', 'yet', 'so', 'or']);
/** How far before a verdict the word that parts it from its claim may stand ("… and the tooth fairy"). */
const LINK_REACH = 4;
/** How many words may follow a verdict that stands behind its claim. */
const BEHIND = 2;

/**
 * The verdict of a clause. `alone`: the clause says nothing else. `behind`: the clause first says what the verdict is on
 * ("… and that Q, none of which is so"), up to word `at`.
 */
export function verdictOn(
  text: string,
  view: SentenceView,
  range: { start: number; end: number },
  speaks: Speaks,
): (Verdict & { alone: boolean; behind: boolean; at: number }) | null {
  const { start, end } = range;
  const found = verdictOf(view, start, end);
  if (!found) return null;
  const { hit, reach, effect } = found;
  if (!speaks(view, start, hit.start)) {
    const by = takeFrame(text, view.tokens, view.hits, start, end).attribution;
    return { reach, effect, by, alone: !speaks(view, hit.end, end), behind: false, at: end };
  }
  // "The idea that P is wrong": `foldRejection` takes it off.
  const folded = view.hits.some((h) => h.concept === 'reject-after' && h.start < hit.end && hit.start < h.end);
  if (folded || hit.end < end - BEHIND) return null;
  let at = hit.start;
  for (let i = hit.start; i > Math.max(start + 1, hit.start - LINK_REACH); i--) {
    const token = view.tokens[i]!;
    if (token.before >= BREAK.comma || LINKS.has(token.norm)) at = i;
  }
  return { reach, effect, by: null, alone: false, behind: true, at };
}

/** Who gives an answer that ends before word `end`: "Nonsense, replied his shadow". */
export function saidBy(text: string, { tokens, hits }: SentenceView, end: number): Attribution | null {
  const cue = hits.find((h) => h.concept === 'report' && h.start >= end && h.start <= end + 1);
  if (!cue || tokens[end]!.before < BREAK.quote) return null;
  let to = cue.end;
  while (to < tokens.length && tokens[to]!.before < BREAK.comma) to++;
  return frameAlone(text, tokens, cue, end, to);
}
