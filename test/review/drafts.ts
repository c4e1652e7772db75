/** Small drafts through the whole way from text to review. */

import { checkArticle } from '../../src/check.ts';
import { type FactBase, loadFactBase } from '../../src/facts/load.ts';
import { extractArticle } from '../../src/library.ts';
import { toRecord } from '../../src/reporters/record.ts';
import { claimPlaces } from '../../src/review/claim-place.ts';
import { directivesIn, withoutDirectives } from '../../src/review/directives.ts';
import type { Review } from '../../src/review/finding.ts';
import { type ChangedLines, reviewRecord } from '../../src/review/review.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/review/settings.ts';
import { ENGINE } from '../reporters/samples.ts';

type Format = 'text' | 'markdown' | 'html';

let base: Promise<FactBase> | undefined;

/** The review of a draft, as `check` makes it of a file of the author's. */
export async function reviewOf(
  format: Format,
  text: string,
  settings: Partial<Settings> = {},
  changed?: ChangedLines,
): Promise<Review> {
  base ??= loadFactBase();
  const facts = await base;
  const { article } = await extractArticle(format, text, { id: 'draft' });
  const own = format === 'text' ? withoutDirectives(article) : article;
  const result = checkArticle(own, facts);
  return reviewRecord({
    record: toRecord(result, { engine: ENGINE }),
    file: { places: claimPlaces(own, result.claims), ...directivesIn(own, format) },
    settings: { ...DEFAULT_SETTINGS, ...settings },
    knownFacts: facts.byId.keys(),
    changed,
  });
}

/** Each finding as `line fact`, with what excuses it. */
export const shown = ({ findings }: Review): string[] =>
  findings.map(({ place, factId, excuse }) => `${place.start.line} ${factId}${excuse ? ` ${excuse.kind}` : ''}`);

/** Each notice as `line code`. */
export const noted = ({ notices }: Review): string[] => notices.map(({ line, code }) => `${line} ${code}`);
