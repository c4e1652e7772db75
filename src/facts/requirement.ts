/** What a reading asks for. Apart from the readings' schema, so that a start of the program need not load what checks it. */

/** A requirement, parsed. */
export interface Requirement {
  concepts: string[];
  reach: 'clause' | 'sentence' | 'passage';
}

/** Parses a requirement that the schema has accepted. */
export function parseRequirement(source: string): Requirement {
  const last = source.at(-1);
  const reach = last === '^' ? 'sentence' : last === '*' ? 'passage' : 'clause';
  return { concepts: (reach === 'clause' ? source : source.slice(0, -1)).split('|'), reach };
}
