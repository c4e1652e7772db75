/** The claim with a few of its own words changed, as the fact's entry has it. */
import { casedLike } from './cased.ts';

/** Longest claim that is put right by a swap, in words: what else it says would stay as it is. */
const MOST_WORDS = 16;
/** What holds a claim against another or draws a conclusion: turning one half of it leaves the other. */
const AGAINST =
  /[,;:–—]|\b(?:but|rather than|instead|nor|except|not|only|alone|because|since|such|too|again|any ?more|which|who)\b|n['’]t\b|and every\b/i;
/** Words that need a denial before them. */
const DENIED = /\b(?:any|ever|anyone|anybody|anything|at all|in the slightest|what(?:so)?ever|either|yet)\b/i;
const DENIES = /\b(?:no|not|never|lacks?|hardly|cannot)\b/i;

/**
 * The claims that the swaps make of `text`, in their order: each changes the first place where its words stand; one that
 * begins with `^`, only the head of the claim.
 */
export function* swapped(text: string, swaps: readonly string[]): Iterable<string> {
  const lower = text.toLowerCase().replaceAll('’', "'");
  // Lower case can be longer than the text, and then its offsets are not the text's.
  if (lower.length !== text.length || text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS) return;
  for (const swap of swaps) {
    const [wrong, right] = swap.split(' -> ') as [string, string];
    const first = wrong.startsWith('^');
    const words = (first ? wrong.slice(1) : wrong).toLowerCase();
    const at = placeOf(lower, words);
    if (at < 0 || (first && at > 0)) continue;
    const [before, behind] = [text.slice(0, at), text.slice(at + words.length)];
    const rest = before + behind;
    // "one and the same" is one phrase.
    if (AGAINST.test(rest) || (DENIED.test(rest) && !DENIES.test(right)) || /\band $/i.test(before)) continue;
    yield before + casedLike(right, text.slice(at)) + behind;
  }
}

/** Where `words` first stand as whole words; -1 where they do not. */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, behind] = [text[at - 1] ?? ' ', text[at + words.length] ?? ' '];
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}-]/u.test(behind)) return at;
  }
  return -1;
}
