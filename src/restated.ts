/** Joins what a sentence says twice. */
import type { CheckedClaim } from './model.ts';

/** Nothing but a comma, a dash or a quotation mark: the second clause goes on with what the first one says. */
function onlyPunctuation(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!' ,:\u2014\u2013-"\u201c\u201d\u2019\''.includes(text[i]!)) return false;
  return to - from <= 4;
}

/**
 * "No county may deviate, the rulebook is one and the same": neighbouring clauses of a sentence with the same
 * label, decided by a fact in common, with no word between them, are one claim. The first one's verdict stays.
 */
export function joinRestated(
  text: string,
  claims: CheckedClaim[],
  idOf: (start: number, end: number) => string,
): CheckedClaim[] {
  const out: CheckedClaim[] = [];
  for (const claim of claims) {
    const last = out.at(-1);
    const joins =
      last !== undefined &&
      last.sentence === claim.sentence &&
      last.label === claim.label &&
      claim.label !== 'unverified' &&
      onlyPunctuation(text, last.end, claim.start) &&
      last.evidence.some((e) => claim.evidence.some((f) => f.locator === e.locator));
    if (!joins) out.push(claim);
    else
      out[out.length - 1] = {
        ...last,
        end: claim.end,
        text: text.slice(last.start, claim.end),
        id: idOf(last.start, claim.end),
      };
  }
  return out;
}
