/** The measures of a study, and what each is counted from. Pure. */
import { FRAMES, LABELS, STANCES } from '../../model.ts';
import type { Measure } from '../model.ts';
import { frameCode } from './frame-code.ts';

/** Numbers of what is counted beside frames, which have those before; facts have those from `FIRST_FACT` on. */
export const CODES = { contradictedArticle: 28, supported: 29, contradicted: 30, unverified: 31, quoted: 32 } as const;
export const FIRST_FACT = 33;

/** Facts with a measure of their own, those that most articles get wrong; the bundled fact base has fewer in all. */
export const MOST_FACTS = 100;

export interface Counted extends Measure {
  /** Its `k` is the sum over these codes. */
  codes: number[];
  /** What its `n` counts: articles, those whose frames were coded, claims, or the sum over codes. */
  of: 'articles' | 'coded' | 'claims' | readonly number[];
}

const NONE = { frame: null, stance: null, factId: null };

/** All measures, in the order in which reports have them; `facts` are those with a contradicted claim. */
export function measuresOf(facts: readonly string[]): Counted[] {
  const codesOf = (frame: (typeof FRAMES)[number]): number[] => STANCES.map((stance) => frameCode(frame, stance));
  return [
    ...FRAMES.flatMap((frame): Counted[] => [
      { ...NONE, id: `frame:${frame}`, family: 'frame', unit: 'articles', frame, codes: codesOf(frame), of: 'coded' },
      ...STANCES.map((stance): Counted => {
        const id = `frame:${frame}:${stance}`;
        return {
          ...NONE,
          id,
          family: 'frame',
          unit: 'articles',
          frame,
          stance,
          codes: [frameCode(frame, stance)],
          of: 'coded',
        };
      }),
    ]),
    ...FRAMES.map((frame): Counted => {
      const codes = [frameCode(frame, 'advanced')];
      return { ...NONE, id: `stance:${frame}`, family: 'stance', unit: 'articles', frame, codes, of: codesOf(frame) };
    }),
    {
      ...NONE,
      id: 'article:contradicted',
      family: 'article',
      unit: 'articles',
      codes: [CODES.contradictedArticle],
      of: 'articles',
    },
    ...LABELS.map((label): Counted => {
      return { ...NONE, id: `label:${label}`, family: 'label', unit: 'claims', codes: [CODES[label]], of: 'claims' };
    }),
    { ...NONE, id: 'attribution:quoted', family: 'attribution', unit: 'claims', codes: [CODES.quoted], of: 'claims' },
    ...facts.map((factId, i): Counted => {
      const codes = [FIRST_FACT + i];
      return {
        ...NONE,
        id: `misreport:${factId}`,
        family: 'misreport',
        unit: 'articles',
        factId,
        codes,
        of: 'articles',
      };
    }),
  ];
}

/** The measure without what it is counted from. */
export function plainMeasure({ id, family, unit, frame, stance, factId }: Counted): Measure {
  return { id, family, unit, frame, stance, factId };
}
