/** What a reading asks for. Apart from the readings' schema, so that a start of the program need not load what checks it. */

/** A requirement, parsed. */
export interface Requirement {
  readonly concepts: readonly string[];
  readonly reach: 'clause' | 'sentence' | 'passage';
}

const parsed = new Map<string, Requirement>();

/** Parses a requirement that the schema has accepted; the same one gives the same object. */
export function parseRequirement(source: string): Requirement {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const last = source.at(-1);
  const reach = last === '^' ? 'sentence' : last === '*' ? 'passage' : 'clause';
  const requirement: Requirement = { concepts: (reach === 'clause' ? source : source.slice(0, -1)).split('|'), reach };
  parsed.set(source, requirement);
  return requirement;
}
