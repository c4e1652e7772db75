/** Checks open texts as `scscheck check` does their files, and again after each change, as far as it reaches. */
import { fileURLToPath } from 'node:url';
import type { ArticleFormat } from '../article/extract.ts';
import { languageOf } from '../article/language.ts';
import { KnownError } from '../errors.ts';
import type { FactBase } from '../facts/load.ts';
import type { CheckResult } from '../model.ts';
import { createRecheck } from '../recheck.ts';
import { toRecord } from '../reporters/record.ts';
import { claimPlaces } from '../review/claim-place.ts';
import { directivesIn, withoutDirectives } from '../review/directives.ts';
import type { Finding, Review } from '../review/finding.ts';
import { reviewRecord } from '../review/review.ts';
import type { Settings } from '../review/settings.ts';
import { articleOf, rawItem } from '../source/raw.ts';
import { suggestionFor } from '../suggest/suggest.ts';
import { VERSION } from '../version.ts';
import type { Checked, Engine, OpenText } from './engine.ts';
import { type OpenFormat, openFormat } from './text-format.ts';

/**
 * Longest text checked while it is written, in UTF-16 units: 170,000 words, more than a book's draft. A text that is all
 * on the topic takes some two seconds for that at first, and half a second after a change.
 */
const LONGEST = 1_000_000;

/** How the texts of a file are judged. */
export interface Judging {
  base: FactBase;
  settings: Settings;
  /** Left out of the configuration's files. */
  excluded: boolean;
  problem: KnownError | null;
  /** The findings with those excused that the baseline knows. */
  excused(review: Review): Finding[];
}

/** Where the settings of a file come from; `path` is null for a text that is in no file yet. */
export interface Judgement {
  of(path: string | null): Promise<Judging>;
  reload(): void;
}

/** An engine that judges files by `judgement`. */
export function createEngine(judgement: Judgement): Engine {
  /** What checks the versions of a text, by its address; made anew for another fact base. */
  const rechecks = new Map<string, { base: FactBase; recheck: ReturnType<typeof createRecheck> }>();
  const recheckOf = (uri: string, base: FactBase): ReturnType<typeof createRecheck> => {
    const known = rechecks.get(uri);
    if (known?.base === base) return known.recheck;
    const recheck = createRecheck(base);
    rechecks.set(uri, { base, recheck });
    return recheck;
  };
  return {
    async check(open) {
      const format = openFormat(open.languageId, open.uri);
      if (format === null) return null;
      const path = pathOf(open.uri);
      const judging = await judgement.of(path);
      if (judging.excluded) return nothing(format, judging);
      return findingsOf(open, path ?? open.uri, format, judging, recheckOf(open.uri, judging.base));
    },
    forget(uri) {
      rechecks.delete(uri);
    },
    reload: () => judgement.reload(),
  };
}

/** The file of an address; null where it has none on this machine. */
function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

function nothing(format: OpenFormat, { base, problem }: Judging): Checked {
  return {
    format,
    findings: [],
    notices: [],
    hindrance: null,
    problem,
    asOf: (factId) => (factId === null ? null : base.byId.get(factId)?.asOf) ?? base.asOf,
    href: () => null,
    suggestion: () => null,
  };
}

async function findingsOf(
  { text }: OpenText,
  id: string,
  format: OpenFormat,
  judging: Judging,
  recheck: ReturnType<typeof createRecheck>,
): Promise<Checked> {
  const none = nothing(format, judging);
  if (text.trim() === '') return none;
  if (text.length > LONGEST) {
    return {
      ...none,
      hindrance: `too long to be checked while it is written: ${text.length} of ${LONGEST} characters`,
    };
  }
  try {
    const result = await checkedText(text, id, format, recheck);
    return result === null ? none : { ...none, ...reviewed(result, format, judging) };
  } catch (thrown) {
    if (!(thrown instanceof KnownError)) throw thrown;
    return { ...none, hindrance: thrown.message };
  }
}

/** The claims of a text; null where it is on something else, or in another language. */
async function checkedText(
  text: string,
  id: string,
  format: OpenFormat,
  recheck: ReturnType<typeof createRecheck>,
): Promise<CheckResult | null> {
  // A mark that is no part of the text would be taken off, and every place be one too early.
  const bytes = Buffer.from(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
  const raw = await rawItem({
    given: { id },
    bytes,
    format: format as ArticleFormat,
    contentType: null,
    gate: true,
  });
  const item = raw.kind === 'raw' ? await articleOf(raw) : raw;
  if (item.kind === 'error') throw item.error;
  if (item.kind !== 'article') return null;
  const article = format === 'text' ? withoutDirectives(item.article) : item.article;
  const language = await languageOf(article.text);
  return language?.sure && language.language !== 'en' ? null : recheck(article);
}

function reviewed(
  result: CheckResult,
  format: OpenFormat,
  { base, settings, excused }: Judging,
): Pick<Checked, 'findings' | 'notices' | 'suggestion'> {
  const { article, claims } = result;
  const record = toRecord(result, { engine: { version: VERSION, factBase: base.sha256, asOf: base.asOf } });
  const file = { places: claimPlaces(article, claims), ...directivesIn(article, format) };
  const review = reviewRecord({ record, file, settings, knownFacts: base.byId.keys() });
  const suggestion = ({ claim }: Finding): string | null => {
    if (claim.suggestion !== null || claim.label !== 'contradicted') return claim.suggestion;
    const checked = claims.find(({ id }) => id === claim.id);
    return checked ? suggestionFor(article, checked, base) : null;
  };
  return { findings: excused(review), notices: review.notices, suggestion };
}
