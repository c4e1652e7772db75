import { findDrafts } from '../../src/detect/claims.ts';
import { compileConcepts } from '../../src/detect/concepts.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { STRUCTURE } from './small.ts';

const index = compileConcepts(STRUCTURE);
for (const t of process.argv.slice(2)) {
  const { drafts } = findDrafts(claimArticle(t), index, true);
  console.log(JSON.stringify(t));
  for (const d of drafts)
    console.log(
      '    |',
      JSON.stringify(t.slice(d.span.start, d.span.end)),
      d.rejected,
      d.attribution?.source ?? null,
      '|',
      d.view.tokens
        .slice(d.from, d.to)
        .map((x) => x.norm)
        .join(' '),
    );
}
