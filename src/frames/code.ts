/** Codes the frames of an article: passage by passage, pooled to the article. Pure. */
import { namedIn } from '../detect/topic.ts';
import type { SentenceView } from '../detect/view.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import { type Article, FRAMES, type Frame, type FrameCode, type Span, type Stance } from '../model.ts';
import type { FramesBase } from './base.ts';
import { evidenceOf, outermost } from './evidence.ts';
import { type SeenSentence, seePassages, signsOf, stanceOf } from './judge.ts';
import { carries, logOdds } from './model.ts';

/** An article as `check` has read it: all its sentences, and the clauses that may be claims with what was made of them. */
export interface ReadArticle {
  views: readonly SentenceView[];
  candidates: readonly ScoredCandidate[];
}

/** How frames are looked for. */
export interface CodeOptions {
  /** Take every sentence to be about the social credit system; default false. */
  assumeTopic?: boolean;
  /** Leave the learned part out, to see what it is worth; default false. */
  signsAlone?: boolean;
}

/**
 * The frames of an article (`docs/frames.md`), in the order of `FRAMES`, one a frame, with the stance of the last passage
 * that carries it. Only sentences that name the system, or stand near one that does, count, so an article that never names
 * it has none. Guarantees: spans are exact offsets into `article.text`, sorted, none within another, at least one a frame.
 * The same article and bases give the same codes. Takes time linear in the text.
 */
export function codeFrames(
  article: Article,
  { views, candidates }: ReadArticle,
  base: FactBase,
  frames: FramesBase,
  { assumeTopic = false, signsAlone = false }: CodeOptions = {},
): FrameCode[] {
  const topical = assumeTopic ? null : namedIn(views, article);
  const about = topical ? views.filter((view) => topical[view.index]) : views;
  const codes = new Map<Frame, { stance: Stance; spans: Span[] }[]>();
  for (const passage of seePassages(article.text, about, candidates, base, frames)) {
    for (const [frame, stance] of codePassage(passage, signsAlone ? { ...frames, model: null } : frames)) {
      const spans = evidenceOf(passage, frame, stance, frames.model);
      codes.set(frame, [...(codes.get(frame) ?? []), { stance, spans }]);
    }
  }
  return FRAMES.flatMap((frame): FrameCode[] => {
    const found = codes.get(frame);
    if (!found) return [];
    const { stance } = found.at(-1)!;
    const spans = found.filter((code) => code.stance === stance).flatMap((code) => code.spans);
    return [{ frame, stance, spans: outermost(spans) }];
  });
}

/** The frames a passage carries and its stance on them; without a model those that have signs, with that of the last. */
function codePassage(passage: readonly SeenSentence[], { model }: FramesBase): [Frame, Stance][] {
  if (!model) {
    return FRAMES.flatMap((frame): [Frame, Stance][] => {
      const last = signsOf(passage, frame).at(-1);
      return last && last.sign.kind !== 'hint' ? [[frame, last.stance]] : [];
    });
  }
  const odds = logOdds(
    passage.map(({ features }) => features),
    model,
  );
  return FRAMES.filter((_, k) => carries(k, odds[k]!, model)).map((frame) => [frame, stanceOf(passage, frame, model)]);
}
