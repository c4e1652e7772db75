/** An article as frames are judged in: passages with their signs and features. Pure. */
import type { SentenceView } from '../detect/view.ts';
import type { FactBase } from '../facts/compile.ts';
import type { ScoredCandidate } from '../label.ts';
import type { Frame, Stance } from '../model.ts';
import type { FramesBase } from './base.ts';
import { type FrameFeatures, featuresOf } from './features.ts';
import { type FramesModel, rejectionOdds, type SignStances, type StanceFeatures, stanceFeatures } from './model.ts';
import { passagesOf } from './passages.ts';
import { type FoundSign, type Heard, hear, signsIn } from './signs.ts';

/** A sentence of a passage. */
export interface SeenSentence {
  heard: Heard;
  signs: FoundSign[];
  features: FrameFeatures;
  candidates: readonly ScoredCandidate[];
}

/** The passages of the sentences given, which are those on the topic. */
export function seePassages(
  text: string,
  views: readonly SentenceView[],
  candidates: readonly ScoredCandidate[],
  base: FactBase,
  frames: FramesBase,
): SeenSentence[][] {
  const bySentence = new Map<number, ScoredCandidate[]>();
  for (const candidate of candidates) {
    const at = candidate.proposition.draft.sentence;
    const list = bySentence.get(at);
    if (list) list.push(candidate);
    else bySentence.set(at, [candidate]);
  }
  const drafts = candidates.map((candidate) => candidate.proposition.draft);
  return passagesOf(hear(text, views, drafts, frames)).map((passage) =>
    passage.map((heard, i): SeenSentence => {
      const signs = signsIn(passage, i, frames);
      const own = bySentence.get(heard.view.index) ?? [];
      return { heard, signs, features: featuresOf(heard, signs, own, base), candidates: own };
    }),
  );
}

/** The signs of a frame in a passage, in order; its hints where there is none. */
export function signsOf(passage: readonly SeenSentence[], frame: Frame): FoundSign[] {
  const found = passage.flatMap(({ signs }) => signs.filter((sign) => sign.frame === frame));
  const sure = found.filter(({ sign }) => sign.kind !== 'hint');
  return sure.length > 0 ? sure : found;
}

/** How the signs of a frame stand in a passage. */
function signStances(signs: readonly FoundSign[]): SignStances {
  return {
    last: signs.at(-1)?.stance ?? 'none',
    rejected: signs.filter(({ stance }) => stance === 'rejected').length,
    all: signs.length,
  };
}

/** What the stance of a passage on a frame is read from. */
export function stanceFeaturesOf(passage: readonly SeenSentence[], frame: Frame): StanceFeatures {
  const signs = signsOf(passage, frame);
  const sentences = new Set(signs.map(({ sentence }) => sentence));
  const at = new Set(passage.flatMap(({ heard }, i) => (sentences.has(heard.view.index) ? [i] : [])));
  return stanceFeatures(
    frame,
    signStances(signs),
    passage.map(({ features }) => features),
    at,
  );
}

/** The stance a passage takes on a frame that it carries. */
export function stanceOf(passage: readonly SeenSentence[], frame: Frame, model: Pick<FramesModel, 'stance'>): Stance {
  return rejectionOdds(stanceFeaturesOf(passage, frame), model) > 0 ? 'rejected' : 'advanced';
}
