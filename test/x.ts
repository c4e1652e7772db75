import { readFileSync } from 'node:fs';
import { findCandidates } from '../src/check.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { worthFeatures } from '../src/detect/worth.ts';
import { fit, score } from '../src/eval/logistic.ts';
const base = await loadFactBase();
const files=['train-1','train-2','train-3','train-4'];
const S:any[]=[]; let gold=0, goldOn=0; const free=new Set<string>();
files.forEach((f,fi)=>{ for(const p of parseGold(readFileSync(`fixtures/eval/${f}.jsonl`,'utf8'),f)){ const a=passageArticle(p); const on=findCandidates(a,base,false).candidates.length>0; const {candidates}=findCandidates(a,base,true); gold+=p.claims.length; if(on) goldOn+=p.claims.length; if(!p.claims.length&&on) free.add(p.id);
 const spans=candidates.map((c)=>({...c.proposition.draft.span,label:'unverified' as const,evidence:[]})); const sp=new Set(align(p,spans).spurious); spans.forEach((s,i)=>S.push({f:fi,id:p.id,on,features:worthFeatures(candidates,i),positive:!sp.has(s)})); }});
const FROM=/^(match|specific:|no-match-near)/; const blind=(x:any[])=>x.flatMap(e=>[e,{...e,features:e.features.filter((q:string)=>!FROM.test(q))}]);
const sc=new Float64Array(S.length);
for(let k=0;k<4;k++){ const m=fit(blind(S.filter(s=>s.f!==k))); S.forEach((s,i)=>{if(s.f===k) sc[i]=score(m,s.features)}); }
const best=new Map<string,number>(); S.forEach((s,i)=>best.set(s.id,Math.max(best.get(s.id)??-9,sc[i]!)));
for(const anchor of [-9,0,0.5,1,1.25,1.5,1.75,2,2.5]) { const row:string[]=[]; for(const th of [-1.25,-1,-0.75,-0.5,-0.25,0,0.25]){ const kept=S.filter((s,i)=>s.on&&sc[i]!>=th&&best.get(s.id)!>=anchor); const right=kept.filter(s=>s.positive).length; const p=right/kept.length,r=right/goldOn,f1=2*p*r/(p+r); const dirty=new Set(kept.filter(s=>free.has(s.id)).map(s=>s.id)).size; row.push(`${th}: ${(100*f1).toFixed(1)}/P${(100*p).toFixed(0)}/R${(100*r).toFixed(0)}/c${(100*(1-dirty/free.size)).toFixed(0)}`);} console.log('anchor',anchor,row.join('  ')); }
console.log(free.size,goldOn);
