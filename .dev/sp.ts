import { readFileSync } from 'node:fs';
import { checkArticle, findCandidates } from '../src/check.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { worthy } from '../src/detect/worth.ts';
const base = await loadFactBase();
for (const f of process.argv.slice(2)) for (const p of parseGold(readFileSync(f,'utf8'),f)) { const a=passageArticle(p); const r=checkArticle(a,base); const z=new Map(worthy(findCandidates(a,base).candidates,base.worth).map(c=>[c.proposition.draft.span.start,c.worth])); const s=align(p,r.claims);
 for(const k of s.spurious as any[]) if(k.label==='contradicted'){ const ov=p.claims.map(c=>{const st=p.text.indexOf(c.quote),e=st+c.quote.length; return Math.min(e,k.end)-Math.max(st,k.start)}); const m=Math.max(0,...ov); const same=s.rows.filter(x=>x.predicted&&(x.predicted as any).sentence===k.sentence).map(x=>x.gold.label[0]+'/'+x.predicted!.label[0]); console.log(p.id,'len',k.end-k.start,'overlap',m,'worth',z.get(k.start)?.toFixed(1),'same sentence',same.join(' '),'golds',p.claims.length,'rejected',k.rejected, k.matches[0].factId+'/'+k.matches[0].reading); }
 for(const row of s.rows) { const k=row.predicted as any; if(k&&k.label==='contradicted'&&row.gold.label!=='contradicted') console.log(p.id,'gold',row.gold.label,'worth',z.get(k.start)?.toFixed(1),'n',k.matches.length,'why',row.gold.why.replace(/[^r0-9 ]/g,'').trim(),k.matches[0].factId+'/'+k.matches[0].reading,'attr',!!k.attribution,'rej',k.rejected); } }
