/** Rewordings of contradicted claims that agree with the facts. Pure. */
import { type Token, tokenize } from '../detect/tokens.ts';
import type { FactBase } from '../facts/compile.ts';
import type { Article, CheckedClaim } from '../model.ts';
import { endsFreely } from './behind.ts';
import { inCapitals, upperFirst } from './cased.ts';
import { withDate } from './dates.ts';
import { excerptOf } from './excerpt.ts';
import { holds } from './holds.ts';
import { byNearness } from './nearness.ts';
import { withNumber } from './numbers.ts';
import { openingBehind } from './opening.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { swapped } from './swaps.ts';
import { isTold } from './told.ts';
import { isWhole } from './whole.ts';

/** How many rewordings are read again before none is offered: each costs about as much as the claim did. */
const MOST_TRIED = 6;
/** How many of the facts that decide a claim lend their words. */
const MOST_FACTS = 3;
/** Where no reading decides, a fact less sure than this is often about something else: of thirty read, a third were. */
const LEAST_SURE = 0.8;
/** "four hundred and [forty departments]": the claim begins within a number. */
const WITHIN_NUMBER = /\b(?:hundred|thousand|million|billion)(?: and)?$/i;

/**
 * What to write in place of a contradicted claim's words (its span), so that the sentence agrees with the fact; null
 * where nothing fits. Before it is offered it is read again in its place: the program labels it supported by the fact
 * that contradicted the claim, or by one that rests on the same sentence of the source. The same article, claim and
 * fact base give the same words. Takes time bounded by the length of the claim, not of the article.
 *
 * Null for what is not the writer's to change: a claim in quotation marks, one that is attributed to somebody or tells
 * what a report says (other words would misreport it; an editor adds a sentence instead), and one that the text rejects,
 * as the rejection stands outside the claim.
 */
export function suggestionFor(article: Article, claim: CheckedClaim, base: FactBase): string | null {
  if (claim.label !== 'contradicted' || claim.rejected || claim.quoted || claim.attribution !== null) return null;
  if (!isWhole(claim.text) || (claim.confidence < LEAST_SURE && !isRead(claim))) return null;
  const excerpt = excerptOf(article, claim);
  const around = surroundingsOf(excerpt);
  const tokens = tokenize(claim.text);
  if (isTold(tokens, around)) return null;
  const loud = inCapitals(claim.text);
  let tried = 0;
  for (const candidate of candidates(claim, tokens, around, base)) {
    if (tried++ === MOST_TRIED) return null;
    const words = loud ? candidate.toUpperCase() : candidate;
    if (words !== claim.text && holds(excerpt, words, claim, base)) return words;
  }
  return null;
}

/** Whether a reading of the deciding fact says that the claim clashes with it. */
function isRead({ matches, reason }: CheckedClaim): boolean {
  return matches.some((m) => m.relation === 'contradicts' && m.factId === reason.factId);
}

/** Rewordings, the smallest change first: the claim's own words with one put right, then clauses that state the fact. */
function* candidates(
  { text, evidence, reason: { factId } }: CheckedClaim,
  tokens: Token[],
  around: Surroundings,
  base: FactBase,
): Iterable<string> {
  if (factId === null || around.lead.at(-1)?.norm === 'that' || WITHIN_NUMBER.test(around.before)) return;
  for (const { quantity, date } of base.readingsOf.get(factId) ?? []) {
    const words = quantity ? withNumber(text, quantity) : date ? withDate(text, date) : null;
    if (words !== null) yield words;
  }
  const opening = openingBehind(around.before, text);
  if (opening === null || !endsFreely(text, around)) return;
  // The fact that decided comes first; another may come nearer to what the claim is about.
  const facts = [...new Set([factId, ...evidence.map((e) => e.factId)])].slice(0, MOST_FACTS);
  const rewordings = facts.flatMap((id) => base.rewordings.get(id) ?? []);
  yield* swapped(text, rewordings[0]?.swaps ?? []);
  const clauses = rewordings.flatMap((r) => r.clauses);
  for (const clause of byNearness(clauses, tokens)) yield opening === 'capital' ? upperFirst(clause) : clause;
}
