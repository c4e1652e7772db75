/**
 * Ways a text takes a claim back, or lets it stand, to put claims of the example bank into: the scorer learns from them
 * what such words do to any claim, true or false. `*` stands for the claim within a sentence, `^` for it as one of its own.
 */

/** The text asserts the opposite. */
export const TAKEN_BACK: readonly string[] = [
  'It is a myth that *.',
  'It is simply not true that *.',
  'There is no evidence that *, the authors found.',
  'Contrary to what many believe, it is not the case that *.',
  'The ministry denied that *.',
  'It would be wrong to conclude that *.',
  'The claim that * falls apart once you read the record.',
  'The idea that * is nonsense.',
  'That * is a legend.',
  'The rumour that * is false, officials say.',
  'It is often said that *. It is not so.',
  'Many people think that *. They are wrong.',
  '^. Not so.',
  '^. False.',
  '^. That is wrong.',
  '^. That is a myth.',
  '^. Nothing could be further from the truth.',
  '^? No.',
  'Is it true that *? It is not.',
  'MYTH: ^.',
  'FALSE: ^.',
  'An earlier version of this article said that *. It was a mistake.',
  'In our last issue we wrote that *. That was wrong, and we apologise.',
  'Oh sure, *. And pigs fly.',
  'Do not believe anyone who tells you that *.',
  'Critics claim that *. The evidence says otherwise.',
  'The professor dismissed the notion that *.',
  'We rated the statement that * false.',
  'It is a fallacy to think that *.',
  'A video insists that *. It is a fabrication.',
];

/** The text asserts it, or lets a source assert it. */
export const LET_STAND: readonly string[] = [
  'Critics say that *.',
  'According to a report published in Berlin, *.',
  '*, the lawyer told us.',
  'The study concludes that *.',
  'Make no mistake: *.',
  'It is true that *.',
  'Nobody disputes that *.',
  'The spokesman conceded that *.',
  'FACT: ^.',
  'TRUE: ^.',
  'Is it true that *? It is.',
  '^. That much is clear.',
  'It is wrong to deny that *.',
  'Some people doubt it, but *.',
  'The truth is that *.',
  'We found no reason to doubt that *.',
  'There is no denying that *.',
  'As everybody knows, *.',
];

const SMALL =
  /^(?:The|A|An|It|In|There|No|Every|All|People|Most|Many|Some|Nobody|Each|Its|Their|This|Those|Not|On|Under|Firms|Companies|Local)\b/;

/** A claim in a wrapper, and where it stands in it. */
export function wrap(claim: string, wrapper: string): { text: string; start: number; end: number } {
  const bare = claim.replace(/[.!?…]+["”’]?$/, '');
  const start = wrapper.search(/[*^]/);
  // Names and words in capitals stay as they are.
  const small = wrapper[start] === '*' && start > 0 && SMALL.test(bare);
  const inner = small ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
  return { text: wrapper.slice(0, start) + inner + wrapper.slice(start + 1), start, end: start + inner.length };
}
