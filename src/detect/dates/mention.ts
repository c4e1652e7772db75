import type { Span } from '../../model.ts';

/** A date as far as the text gives it; what it does not give is null. */
export interface DateMention extends Span {
  year: number | null;
  /** 1 to 12. */
  month: number | null;
  /** 1 to 31. */
  day: number | null;
  /** Last year of a span of years ("2018-19", "the 2010s"); null otherwise. */
  endYear?: number | null;
}
