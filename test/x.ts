import { readFileSync } from 'node:fs';
import { findCandidates, judge } from '../src/check.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { worthFeatures, worthScore } from '../src/detect/worth.ts';
const base = await loadFactBase(); const W=base.worth;
const stat=new Map<string,[number,number]>();
for (const f of process.argv.slice(2)) for (const p of parseGold(readFileSync(f,'utf8'),f)) { const a=passageArticle(p); const {candidates}=findCandidates(a,base);
  const kept=candidates.map((c,i)=>({c,z:worthScore(worthFeatures(candidates,i),W)})).filter(x=>x.z>=W.threshold);
  const claims=kept.map(x=>({...judge(a,x.c,base),x}));
  const s=align(p,claims); const all=[...s.rows.filter(r=>r.predicted).map(r=>({k:r.predicted as any,g:r.gold.label as string})),...s.spurious.map(k=>({k:k as any,g:'none'}))];
  for(const {k,g} of all){ if(k.label!=='contradicted') continue; const ok=g==='contradicted'?0:1; const c=k.x.c; const m=c.matches; const P=c.proposition;
   const clash=m.filter((q:any)=>q.relation==='contradicts'), ent=m.filter((q:any)=>q.relation==='entails');
   const tags=[`spec${clash[0].specificity}`,`nclash${Math.min(3,clash.length)}`,`ent${ent.length>0}`,`scsInClause${P.clause.has('scs')}`,`worth${Math.floor(Math.min(5,k.x.z))}`,`neg${Math.min(2,P.negations.filter((n:any)=>!n.refusal).length)}`,`refusal${P.negations.some((n:any)=>n.refusal)}`,`rejected${P.draft.rejected}`,`attr${!!P.draft.attribution}`,`facts${new Set(clash.map((q:any)=>q.factId)).size>1}`,`words${Math.min(30,Math.floor((P.draft.to-P.draft.from)/5)*5)}`,`local${!!P.local}`,`mod${P.modality}`,`qty${P.quantities.length>0}`];
   for(const t of tags){const v=stat.get(t)??[0,0]; v[ok]++; stat.set(t,v);} } }
for(const [k,[r,w]] of [...stat].sort()) console.log(k.padEnd(20),'right',r,'wrong',w,(100*r/(r+w)).toFixed(0)+'%');
