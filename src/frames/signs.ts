/** The signs of frames in an article's sentences, each with the stance the text takes on it. Pure. */
import type { Draft } from '../detect/claims.ts';
import type { Hit } from '../detect/concepts.ts';
import { findConcepts } from '../detect/find-concepts.ts';
import type { SentenceView } from '../detect/view.ts';
import type { Requirement } from '../facts/requirement.ts';
import type { Frame, Span, Stance } from '../model.ts';
import { type FrameSign, type FramesBase, isPhrase } from './base.ts';
import { ABSENT, marksOf, UNFOUNDED } from './marks.ts';
import { isSignNegated } from './negated.ts';

/** A sign found in a sentence. */
export interface FoundSign {
  sign: FrameSign;
  frame: Frame;
  stance: Stance;
  /** Index of the sentence. */
  sentence: number;
  /** Words of the sentence. */
  start: number;
  end: number;
  span: Span;
  /** The names of the entry's phrases that these words are, or of the concept of the fact base. */
  phrases: readonly string[];
}

/** What a sentence holds: its view, what the frames' lexicon hears in it, the clauses whose content it carries. */
export interface Heard {
  view: SentenceView;
  hits: readonly Hit[];
  /** Hits of the phrases of entries. */
  phrases: readonly Hit[];
  drafts: readonly Draft[];
  names: ReadonlySet<string>;
}

/** Hears the frames' lexicon in sentences that are on the topic. */
export function hear(
  text: string,
  views: readonly SentenceView[],
  drafts: readonly Draft[],
  base: FramesBase,
): Heard[] {
  const byView = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const list = byView.get(draft.view.index);
    if (list) list.push(draft);
    else byView.set(draft.view.index, [draft]);
  }
  const heard = views.map((view) => findConcepts(view.tokens, base.index));
  return views.map((view, i) => {
    const own = byView.get(view.index) ?? [];
    const follows = views[i + 1]?.index === view.index + 1;
    const next = follows ? { view: views[i + 1]!, hits: heard[i + 1]! } : undefined;
    const found = heard[i]!;
    const hits = [...found.filter(({ concept }) => !isPhrase(concept)), ...marksOf(text, view, next, own)];
    const names = new Set([...hits, ...view.hits].map((h) => h.concept));
    return { view, hits, phrases: found.filter(({ concept }) => isPhrase(concept)), names, drafts: own };
  });
}

/** The signs in sentence `i` of those heard, by their place. */
export function signsIn(heard: readonly Heard[], i: number, base: FramesBase): FoundSign[] {
  const { view, hits, drafts } = heard[i]!;
  const phrasesAt = new Map<string, string[]>();
  for (const { concept, start, end } of heard[i]!.phrases) {
    const at = `${concept.slice(0, concept.indexOf('/'))} ${start} ${end}`;
    phrasesAt.set(at, [...(phrasesAt.get(at) ?? []), concept]);
  }
  const absent = hits.filter((h) => h.concept === ABSENT);
  const unfounded = hits.filter((h) => h.concept === UNFOUNDED);
  const all = [...hits, ...view.hits];
  const found: FoundSign[] = [];
  const guarded: { frame: Frame; start: number; end: number }[] = [];
  for (const hit of all) {
    for (const sign of base.signs.get(hit.concept) ?? []) {
      if (sign.kind === 'guard') {
        guarded.push({ frame: sign.frame, start: hit.start, end: hit.end });
        continue;
      }
      const place = clauseOf(drafts, view, hit);
      if (!sign.needs.every((need) => meets(need, all, place, heard, i))) continue;
      if (sign.unless.some((bar) => meets(bar, all, place, heard, i))) continue;
      const denied =
        !sign.own &&
        (place.rejected || unfounded.some((h) => h.start <= hit.start && hit.end <= h.end)) !==
          isSignNegated({ view, from: place.from, to: place.to, hit, epithet: sign.kind === 'epithet' }, absent);
      const stance: Stance = sign.denies !== denied ? 'rejected' : 'advanced';
      const span = { start: view.tokens[hit.start]!.start, end: view.tokens[hit.end - 1]!.end };
      const { start, end } = hit;
      const phrases = hit.concept === sign.id ? (phrasesAt.get(`${sign.id} ${start} ${end}`) ?? []) : [hit.concept];
      found.push({ sign, frame: sign.frame, stance, sentence: view.index, start, end, span, phrases });
    }
  }
  return found
    .filter((f) => !guarded.some((g) => g.frame === f.frame && g.start < f.end && f.start < g.end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Place {
  from: number;
  to: number;
  rejected: boolean;
}

/** The clause a hit stands in: that of a draft where one holds it, else the whole sentence. */
function clauseOf(drafts: readonly Draft[], view: SentenceView, hit: Hit): Place {
  let best: Draft | null = null;
  for (const draft of drafts) if (hit.start >= draft.from && hit.start < draft.to) best = draft;
  return best
    ? { from: best.from, to: best.to, rejected: best.rejected }
    : { from: 0, to: view.tokens.length, rejected: false };
}

/** How many sentences back and ahead a passage reaches. */
const PASSAGE = 3;

function meets(
  { concepts, reach }: Requirement,
  hits: readonly Hit[],
  { from, to }: Place,
  heard: readonly Heard[],
  i: number,
): boolean {
  if (reach === 'clause') return hits.some((h) => concepts.includes(h.concept) && h.start >= from && h.start < to);
  const [first, last] =
    reach === 'sentence' ? [i, i] : [Math.max(0, i - PASSAGE), Math.min(heard.length - 1, i + PASSAGE)];
  for (let k = first; k <= last; k++) if (concepts.some((name) => heard[k]!.names.has(name))) return true;
  return false;
}
