/** How many of a sample each stratum gets. Pure. */

/**
 * Shares `size` out among strata with these numbers of members: in proportion, at least one each. Takes all where there are
 * no more. Throws a RangeError where there are more strata with members than `size`; a stratum without members gets none.
 */
export function allocate(members: readonly number[], size: number): number[] {
  const all = members.reduce((sum, one) => sum + one, 0);
  if (size >= all) return [...members];
  let open = [...members.keys()].filter((i) => members[i]! > 0);
  if (open.length > size) throw new RangeError(`${size} cannot be shared out among ${open.length} strata`);
  const given = members.map(() => 0);
  let left = size;
  // Those whose share is less than one get one; what is left is shared out among the others, until none is short.
  for (;;) {
    const total = open.reduce((sum, i) => sum + members[i]!, 0);
    const short = open.filter((i) => left * members[i]! < total);
    if (short.length === 0) break;
    for (const i of short) given[i] = 1;
    left -= short.length;
    const done = new Set(short);
    open = open.filter((i) => !done.has(i));
  }
  return largestRemainders(members, open, left, given);
}

/** Hamilton's method; of equal remainders the first counts. */
function largestRemainders(
  members: readonly number[],
  open: readonly number[],
  left: number,
  given: number[],
): number[] {
  const total = open.reduce((sum, i) => sum + members[i]!, 0);
  const rest: { i: number; remainder: number }[] = [];
  for (const i of open) {
    // In whole numbers, so that equal shares are equal.
    given[i] = Math.floor((left * members[i]!) / total);
    rest.push({ i, remainder: (left * members[i]!) % total });
  }
  rest.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const over = left - open.reduce((sum, i) => sum + given[i]!, 0);
  for (const { i } of rest.slice(0, over)) given[i]!++;
  return given;
}
