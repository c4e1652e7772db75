/**
 * Holds the phrasings of `claims/phrasings/` against the readings, without detection:
 *   npx tsx test/eval/phrasings.ts [TOPIC|FACT…] [--misses]
 * For each fact: the share of its agreeing phrases read as entailing it, of its clashing ones as contradicting it,
 * and how many of either are read the wrong way round (the figure that must stay near nought).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findConcepts } from '../../src/detect/find-concepts.ts';
import { foldRejection } from '../../src/detect/rejection.ts';
import { tokenize } from '../../src/detect/tokens.ts';
import type { SentenceView } from '../../src/detect/view.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { decide } from '../../src/label.ts';
import { matchFacts } from '../../src/match/match.ts';
import { propositionOf } from '../../src/match/proposition.ts';

const base = await loadFactBase();
const CONTEXT =
  "China's social credit system has a court blacklist of judgment defaulters, model cities that try it out, companies and people on lists, regulators, and a policy document of the State Council with Section 19 and Section 23.";
const view = (text: string, start: number): SentenceView => {
  const tokens = tokenize(text, start);
  return {
    index: 0,
    sentence: { start, end: text.length, block: 0 },
    tokens,
    hits: findConcepts(tokens, base.concepts),
    question: false,
    heading: false,
  };
};
const context = view(CONTEXT, 0);
const args = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const misses = process.argv.includes('--misses');
const folder = new URL('../../claims/phrasings/', import.meta.url);
const total = { n: 0, right: 0, wrong: 0 };
for (const file of readdirSync(folder).sort()) {
  const topic = file.replace(/\.yml$/, '');
  const facts = parse(readFileSync(new URL(file, folder), 'utf8')) as Record<
    string,
    { agree: string[]; clash: string[] }
  >;
  for (const [id, lists] of Object.entries(facts)) {
    if (args.length > 0 && !args.includes(topic) && !args.includes(id)) continue;
    const line: string[] = [];
    for (const kind of ['agree', 'clash'] as const) {
      let right = 0;
      let wrong = 0;
      for (const phrase of lists[kind] ?? []) {
        const text = `It ${phrase}.`.slice(3);
        const v = view(text, 0);
        const folded = foldRejection(v, { start: 0, end: v.tokens.length });
        const draft = {
          span: { start: 0, end: text.length - 1 },
          sentence: 0,
          view: v,
          from: folded.from,
          to: folded.to,
          attribution: null,
          rejected: folded.rejected,
          before: [context],
          after: [],
          doubts: [],
        };
        const p = propositionOf(text, draft);
        const matches = matchFacts(p, base);
        const label = decide(p, matches, base).label;
        const want = kind === 'agree' ? 'supported' : 'contradicted';
        if (label === want) right++;
        else if (label !== 'unverified') wrong++;
        if (misses && label !== want)
          console.log(
            `${label === 'unverified' ? 'miss ' : 'WRONG'} ${id} ${kind}: ${phrase}   [${matches.map((m) => `${m.factId}/${m.reading}:${m.relation}`).join(' ')}]`,
          );
      }
      const n = (lists[kind] ?? []).length;
      line.push(`${kind} ${right}/${n} wrong ${wrong}`);
      total.n += n;
      total.right += right;
      total.wrong += wrong;
    }
    console.log(`${id.padEnd(30)} ${line.join('   ')}`);
  }
}
console.log(
  `all: right ${((100 * total.right) / total.n).toFixed(1)} %, wrong way ${((100 * total.wrong) / total.n).toFixed(1)} % of ${total.n}`,
);
