/** The comments of a file that say which findings not to report. Pure. */
import type { Article } from '../model.ts';
import type { Directive, Notice } from './finding.ts';

/** The directives in the article's file, in order, and what is wrong with those that are malformed. */
export function directivesIn(_article: Article): { directives: Directive[]; notices: Notice[] } {
  return { directives: [], notices: [] };
}
