/** Which clauses come nearest to a claim's words. */
import { type Token, tokenize } from '../detect/tokens.ts';
import { isDeterminer, isPreposition } from '../detect/verbs.ts';

/** Words that nearly every clause has. */
const COMMON = new Set('social credit china chinese system and or is are was were has have not be been'.split(' '));

const isTelling = ({ norm }: Token): boolean => !COMMON.has(norm) && !isDeterminer(norm) && !isPreposition(norm);

/** The clauses, those first that share most of their telling words with the claim; those that share as many, as they stand. */
export function byNearness(clauses: readonly string[], claim: readonly Token[]): string[] {
  const said = new Set(claim.filter(isTelling).map(({ stem }) => stem));
  const share = (clause: string): number => {
    const telling = tokenize(clause).filter(isTelling);
    return telling.filter(({ stem }) => said.has(stem)).length / Math.max(1, telling.length);
  };
  return clauses
    .map((clause) => ({ clause, share: share(clause) }))
    .sort((a, b) => b.share - a.share)
    .map(({ clause }) => clause);
}
