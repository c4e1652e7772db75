/** Whether a claim can be cut out of its text. */

const count = (text: string, mark: string): number => text.split(mark).length - 1;
const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
] as const;

/** "5/", "Two,": what numbers a point belongs to the list, not to the claim. */
const NUMBERED = /^(?:\d{1,3}|one|two|three|four|five|first|second|third|finally|lastly)\s?[,:/).]/i;

/**
 * Whether marks that come in pairs are opened and closed within the claim, and no more than two words are quoted in it:
 * a quotation is not ours to change, and half a pair would be left behind.
 */
export function isWhole(claim: string): boolean {
  if (NUMBERED.test(claim) || claim.includes('?') || claim.includes('\n\n') || count(claim, '"') % 2 === 1)
    return false;
  if (PAIRS.some(([open, close]) => count(claim, open) !== count(claim, close))) return false;
  return !/[“"][^”"\s]*\s[^”"\s]*\s[^”"]*[”"]/.test(claim);
}
