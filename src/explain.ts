/** Explains one claim step by step. */
import type { FactBase } from './facts/load.ts';
import type { CheckedClaim, Fact, Label, Match } from './model.ts';

/** One step on the way to the label. */
export interface ExplainStep {
  stage: string;
  text: string;
}

export interface Explanation {
  /** The claim and its verdict; null when the text holds no claim. */
  result: CheckedClaim | null;
  steps: ExplainStep[];
  /** The facts nearest to the claim, the nearest first. */
  nearest: { fact: Fact; match: Match }[];
  /** The smallest change that would turn the label. */
  turn: { to: Label; change: string; rewording: string } | null;
}

/** Explains the first claim of `text`. */
export async function explainClaim(_text: string, _factBase: FactBase): Promise<Explanation> {
  return { result: null, steps: [], nearest: [], turn: null };
}
