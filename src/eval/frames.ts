/** Scores frame codes against a coded set: F1, Krippendorff's alpha and stance, frame by frame. Pure. */
import { FRAMES, type Frame, type FrameCode, type Stance } from '../model.ts';
import type { CodedPassage } from './coded.ts';

type Codes = readonly Pick<FrameCode, 'frame' | 'stance'>[];

/** How codes of one frame agree with those of the set. Shares are 0 to 1; null where nothing is to be shared. */
export interface FrameScore {
  frame: Frame;
  /** Passages that carry it by the set, by the program, by both, by neither. */
  gold: number;
  said: number;
  both: number;
  neither: number;
  f1: number | null;
  /** Krippendorff's alpha, nominal, of presence (Krippendorff 2011); null where all agree on one value. */
  alpha: number | null;
  /** Of the passages that both find, how many have the same stance. */
  sameStance: number;
  stance: number | null;
  /** Of those that both find: the stance of the set, and of the program. */
  stances: Record<Stance, Record<Stance, number>>;
}

export interface FrameScores {
  passages: number;
  frames: FrameScore[];
  /** Means over the frames with at least `COUNTED` passages. */
  macroF1: number | null;
  meanAlpha: number | null;
  /** Share of all codes found with the right stance. */
  stance: number | null;
}

/** Frames of fewer passages are left out of the means: one passage would swing them. */
export const COUNTED = 5;

/** Krippendorff's alpha of two coders and a binary code without missing values; null where nothing varies. */
export function binaryAlpha(both: number, one: number, passages: number): number | null {
  const n = 2 * passages;
  const ones = 2 * both + one;
  const expected = (2 * ones * (n - ones)) / (n * (n - 1));
  return expected > 0 ? 1 - one / passages / expected : null;
}

/** The scores of `code` on a set. */
export function scoreFrames(set: readonly CodedPassage[], code: (passage: CodedPassage) => Codes): FrameScores {
  const stanceOf = (codes: Codes): Map<Frame, Stance> => new Map(codes.map(({ frame, stance }) => [frame, stance]));
  const units = set.map((passage) => ({ gold: stanceOf(passage.frames), said: stanceOf(code(passage)) }));
  const frames = FRAMES.map((frame): FrameScore => {
    const stances = { advanced: { advanced: 0, rejected: 0 }, rejected: { advanced: 0, rejected: 0 } };
    let [gold, said, both] = [0, 0, 0];
    for (const unit of units) {
      const [a, b] = [unit.gold.get(frame), unit.said.get(frame)];
      if (a) gold++;
      if (b) said++;
      if (!a || !b) continue;
      both++;
      stances[a][b]++;
    }
    const sameStance = stances.advanced.advanced + stances.rejected.rejected;
    return {
      frame,
      gold,
      said,
      both,
      neither: units.length - gold - said + both,
      f1: gold + said > 0 ? (2 * both) / (gold + said) : null,
      alpha: binaryAlpha(both, gold + said - 2 * both, units.length),
      sameStance,
      stance: both > 0 ? sameStance / both : null,
      stances,
    };
  });
  const counted = frames.filter(({ gold }) => gold >= COUNTED);
  const mean = (of: (score: FrameScore) => number | null): number | null =>
    counted.length > 0 ? counted.reduce((sum, score) => sum + (of(score) ?? 1), 0) / counted.length : null;
  const found = frames.reduce((sum, { both }) => sum + both, 0);
  return {
    passages: units.length,
    frames,
    macroF1: mean(({ f1 }) => f1),
    meanAlpha: mean(({ alpha }) => alpha),
    stance: found > 0 ? frames.reduce((sum, { sameStance }) => sum + sameStance, 0) / found : null,
  };
}
