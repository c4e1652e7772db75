/** The figures that stand in the first lines of a report, each with its name and how to read it off. */
import type { Scores } from './measure.ts';

export const HEADLINES = {
  detectionPrecision: { title: 'detection precision', of: (s: Scores) => s.detection.precision },
  detectionRecall: { title: 'detection recall', of: (s: Scores) => s.detection.recall },
  detectionF1: { title: 'detection F1', of: (s: Scores) => s.detection.f1 },
  labelMacroF1: { title: 'label macro-F1', of: (s: Scores) => s.labelMacroF1 },
  accuracy: { title: 'label accuracy', of: (s: Scores) => s.accuracy },
  supportedF1: { title: 'supported F1', of: (s: Scores) => s.perLabel.supported.f1 },
  contradictedF1: { title: 'contradicted F1', of: (s: Scores) => s.perLabel.contradicted.f1 },
  unverifiedF1: { title: 'unverified F1', of: (s: Scores) => s.perLabel.unverified.f1 },
  contradictionPrecision: { title: 'contradiction precision', of: (s: Scores) => s.contradictionPrecision },
  contradictionRecall: { title: 'contradiction recall', of: (s: Scores) => s.contradictionRecall },
  strict: { title: 'strict', of: (s: Scores) => s.strict },
  noClaimPassagesClean: { title: 'claim-free passages clean', of: (s: Scores) => s.noClaimPassagesClean },
} as const;
export type Headline = keyof typeof HEADLINES;
export const HEADLINE_NAMES = Object.keys(HEADLINES) as Headline[];

/** Every headline figure of a set of scores. */
export function headlines(scores: Scores): Record<Headline, number> {
  return mapHeadlines((name) => HEADLINES[name].of(scores));
}

/** A record with one entry a headline, in their order. */
export function mapHeadlines<T>(make: (name: Headline) => T): Record<Headline, T> {
  return Object.fromEntries(HEADLINE_NAMES.map((name) => [name, make(name)])) as Record<Headline, T>;
}
