import { readFileSync } from 'node:fs';
import { findCandidates } from '../src/check.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { loadFactBase } from '../src/facts/load.ts';
const base = await loadFactBase();
for (const f of process.argv.slice(2)) for (const p of parseGold(readFileSync(f,'utf8'),f)) { const {candidates}=findCandidates(passageArticle(p),base,true);
  const spans=candidates.map((c)=>({...c.proposition.draft.span,label:'unverified' as const,evidence:[]})); 
  for(const r of align(p,spans).rows) if(!r.predicted){ const s=p.text.indexOf(r.gold.quote),e=s+r.gold.quote.length; const ov=spans.filter(q=>q.start<e&&s<q.end); console.log(`${p.id} ${r.gold.label[0]} «${r.gold.quote}»\n      ${ov.map(q=>'['+p.text.slice(q.start,q.end)+']').join(' ')||'— '+p.text}`.slice(0,420)); } }
