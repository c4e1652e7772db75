/** The words that show a frame. Pure. */
import type { Frame, Span, Stance } from '../model.ts';
import { type SeenSentence, signsOf } from './judge.ts';
import { type FramesModel, frameIndex, logOdds } from './model.ts';

/**
 * The words of a passage that show a frame: its signs of the stance that was coded, else its other signs, else the clause
 * or sentence that speaks for it the most. At least one span.
 */
export function evidenceOf(
  passage: readonly SeenSentence[],
  frame: Frame,
  stance: Stance,
  model: FramesModel | null,
): Span[] {
  const signs = signsOf(passage, frame);
  const fitting = signs.filter((sign) => sign.stance === stance);
  const shown = fitting.length > 0 ? fitting : signs;
  if (shown.length > 0) return outermost(shown.map(({ span }) => span));
  return model ? [heaviest(passage, frameIndex(frame), model)] : [];
}

/** The spans that no other one holds, sorted, each once. */
export function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const { start, end } of sorted) if (out.length === 0 || end > out.at(-1)!.end) out.push({ start, end });
  return out;
}

/** The sentence that weighs most for a frame; its only clause, where it holds one. */
function heaviest(passage: readonly SeenSentence[], k: number, model: FramesModel): Span {
  let best = passage[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const sentence of passage) {
    const odds = logOdds([sentence.features], model)[k]!;
    if (odds > most) [best, most] = [sentence, odds];
  }
  const [clause, ...others] = best.candidates;
  const { start, end } = clause && others.length === 0 ? clause.proposition.draft.span : best.heard.view.sentence;
  return { start, end };
}
