/** Rewordings of contradicted claims that agree with the facts. Pure. */
import type { FactBase } from '../facts/compile.ts';
import type { Article, CheckedClaim } from '../model.ts';

/** What to write in place of a contradicted claim's words; null where nothing fits. */
export function suggestionFor(_article: Article, _claim: CheckedClaim, _base: FactBase): string | null {
  return null;
}
