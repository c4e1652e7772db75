/** The typed facets of a claim: what its words say on each, by the lexicons. */
import type { FactBase } from '../facts/compile.ts';
import type { Facet, FacetName } from '../model.ts';
import type { Proposition } from './proposition.ts';

/** The facets of a proposition, in the order of the words; the longest hit of a facet's concepts speaks. */
export function facetsOf(p: Proposition, base: FactBase): Facet[] {
  const facets: Facet[] = [];
  for (const [concept, hits] of p.clause) {
    const entry = base.concepts.concepts.get(concept);
    const hit = hits[0]!;
    if (!entry?.facet) continue;
    const span = { start: p.tokens[hit.start]!.start, end: p.tokens[hit.end - 1]!.end };
    facets.push({ name: entry.facet, value: entry.says, span });
  }
  for (const q of p.quantities)
    facets.push({
      name: 'quantity',
      value: q.value === null ? q.kind : String(q.value),
      span: { start: q.start, end: q.end },
    });
  for (const d of p.dates)
    facets.push({
      name: 'time',
      value: [d.year, d.month, d.day].filter((n) => n !== null).join('-'),
      span: { start: d.start, end: d.end },
    });
  const polarity: Facet = {
    name: 'polarity' as FacetName,
    value: p.draft.rejected ? 'denied' : 'affirmed',
    span: null,
  };
  return [...facets.sort((a, b) => a.span!.start - b.span!.start || a.span!.end - b.span!.end), polarity];
}
