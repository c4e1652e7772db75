/** Prints the candidates of a text, their odds, concepts and matches: npx tsx test/eval/hits.ts "TEXT" [CONCEPT…] */
import { findCandidates, scoreCandidates } from '../../src/check.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { wordsOf } from '../../src/match/match.ts';
import { worthOf } from '../../src/scorer/model.ts';

const base = await loadFactBase();
const [text, ...only] = process.argv.slice(2);
const { candidates } = findCandidates(claimArticle(text!), base, { assumeTopic: true });
for (const { proposition: p, matches, probabilities, verdict } of scoreCandidates(candidates, base)) {
  const d = p.draft;
  console.log(
    `“${text!.slice(d.span.start, d.span.end)}” rejected ${d.rejected} by ${d.attribution?.source ?? '-'} ${p.modality} local ${p.local ? wordsOf(p, p.local) : '-'} worth ${worthOf(probabilities).toFixed(2)} readings ${verdict.label}`,
  );
  const odds = Object.entries(probabilities).map(([label, p]) => `${label} ${p.toFixed(2)}`);
  console.log('  scorer:', odds.join(' '));
  console.log(
    '  neg:',
    p.negations.map((n) => `${wordsOf(p, { ...n, concept: '', gaps: [] })}${n.refusal ? '(refusal)' : ''}`).join(' | '),
  );
  for (const [c, hits] of p.clause)
    if (only.length === 0 || only.includes(c)) console.log('  ', c, hits.map((h) => `[${wordsOf(p, h)}]`).join(' '));
  for (const m of matches) console.log('   =>', m.factId, m.reading, m.relation, m.specificity);
}
