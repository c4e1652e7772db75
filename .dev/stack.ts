import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { findCandidates, judge } from '../src/check.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { claimArticle } from '../src/judge-text.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { worthFeatures, worthScore, worthy } from '../src/detect/worth.ts';
import { trainLogistic as fit, score } from '../src/eval/logistic.ts';
const base = await loadFactBase();
type R={set:string;f:string[];gold:string;rule:string;z:number};
const rows:R[]=[];
function feats(c:any,k:any){ const p=c.proposition,d=p.draft; const t=d.view.tokens.slice(d.from,Math.min(d.to,d.from+60)); const o=new Set<string>(); t.forEach((x:any,i:number)=>{o.add('w:'+x.stem); if(t[i+1])o.add('b:'+x.stem+'_'+t[i+1].stem)}); for(const q of p.clause.keys())o.add('c:'+q); o.add('rule:'+k.label); if(d.rejected)o.add('rejected'); o.add('mod:'+p.modality); if(p.local)o.add('local'); for(const m of c.matches) {o.add('m:'+m.factId+':'+m.relation); o.add('spec'+Math.min(4,m.specificity)+m.relation);} o.add('n'+Math.min(3,c.matches.length)); if(p.negations.some((n:any)=>!n.refusal))o.add('neg'); if(d.rejected) return [...o].map(x=>x.startsWith('w:')||x.startsWith('b:')?'R'+x:x); return [...o]; }
const add=(set:string,c:any,k:any,gold:string)=>rows.push({set,f:feats(c,k),gold,rule:k.label,z:c.worth??0});
for(const f of ['train-1','train-2','train-3','train-4','round-1','round-2','dev']) for(const p of parseGold(readFileSync(`fixtures/eval/${f}.jsonl`,'utf8'),f)){ const a=passageArticle(p); const {candidates}=findCandidates(a,base,f.startsWith('train')); const kept=worthy(candidates,base.worth); const js=kept.map(c=>judge(a,c,base)); const s=align(p,js); const m=new Map(s.rows.filter(r=>r.predicted).map(r=>[r.predicted!.start,r.gold.label])); kept.forEach((c,i)=>add(f.startsWith('train')?'train':f,c,js[i],m.get(js[i]!.start)??'none')); }
for(const f of ['black','frag','docs','black-2','frag-2','docs-2']) { let t=''; try{t=readFileSync(`/tmp/fresh-${f}.jsonl`,'utf8')}catch{continue} for(const l of t.trim().split('\n')){ const r=JSON.parse(l); const q=r.quote??r.text; const s=r.text.indexOf(q),e=s+q.length; const a=claimArticle(r.text); for(const c of worthy(findCandidates(a,base,true).candidates,base.worth)){ const k=judge(a,c,base); const o=Math.min(e,k.end)-Math.max(s,k.start); add('fresh',c,k,o>=0.5*Math.min(e-s,k.end-k.start)?r.label:'none'); } } }
for(const file of readdirSync('claims/facts')) for(const fact of parse(readFileSync('claims/facts/'+file,'utf8'))) for(const [kind,label] of [['entailed','supported'],['contradicted','contradicted'],['neither','unverified']] as const) for(const t of fact.examples[kind]??[]) { const a=claimArticle(t); const c=findCandidates(a,base,true).candidates; const best=c.find(x=>x.matches.length)??c[0]; if(best) { const b={...best,worth:5}; add('bank',b,judge(a,b,base),label==='unverified'?'unverified':label); } }
console.log(Object.fromEntries([...new Set(rows.map(r=>r.set))].map(s=>[s,rows.filter(r=>r.set===s).length])));
const cls=['contradicted','supported','unverified','none'];
for (const [ridge,mini] of [[0.002,3],[0.005,3],[0.01,2]] as const) {
const T=rows.filter(r=>['train','fresh','bank','round-1'].includes(r.set));
const M=Object.fromEntries(cls.map(c=>[c,fit(T.map(r=>({features:r.f,positive:r.gold===c})),{ridge,minimum:mini,steps:250})]));
for(const set of ['dev','round-2']) { const D=rows.filter(r=>r.set===set); const sc=D.map(r=>{const e=cls.map(c=>1/(1+Math.exp(-score(M[c]!,r.f)))); const s=e.reduce((a,b)=>a+b,0); return Object.fromEntries(cls.map((c,i)=>[c,e[i]!/s])) as any});
 const out:string[]=[]; for(const th of [0,0.3,0.4,0.5,0.6,0.7]){ const C=D.map((r,i)=>({r,s:sc[i]})).filter(x=>x.r.rule==='contradicted'&&x.s.contradicted>=th); out.push(`C>=${th} P ${(100*C.filter(x=>x.r.gold==='contradicted').length/C.length).toFixed(0)} n ${C.filter(x=>x.r.gold==='contradicted').length}/${C.length}`); }
 const U=D.map((r,i)=>({r,s:sc[i]})).filter(x=>x.r.rule==='unverified'); for(const th of [0.4,0.5,0.6,0.7]){ const S=U.filter(x=>x.s.supported>=th), Cn=U.filter(x=>x.s.contradicted>=th); out.push(`U->S>=${th} P ${S.filter(x=>x.r.gold==='supported').length}/${S.length}`); out.push(`U->C>=${th} ${Cn.filter(x=>x.r.gold==='contradicted').length}/${Cn.length}`);} 
 console.log(ridge,set,out.join(' | ')); } }
