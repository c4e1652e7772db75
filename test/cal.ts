import { readFileSync } from 'node:fs';
import { findCandidates, judge } from '../src/check.ts';
import { gateText } from '../src/detect/gate.ts';
import { align } from '../src/eval/align.ts';
import { parseGold } from '../src/eval/gold.ts';
import { passageArticle } from '../src/eval/sets.ts';
import { claimArticle } from '../src/judge-text.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { worthFeatures, worthScore, worthy } from '../src/detect/worth.ts';
import { fit, score } from '../src/eval/logistic.ts';
const base = await loadFactBase();
const want=(process.env.L??'contradicted');
type Row={features:string[];positive:boolean;set:string};
function feats(candidates:any[],c:any,claim:any):string[]{ const z=worthScore(worthFeatures(candidates,candidates.indexOf(c)),base.worth); const P=c.proposition; const rel=want==='contradicted'?'contradicts':'entails'; const cl=c.matches.filter((m:any)=>m.relation===rel), en=c.matches.filter((m:any)=>m.relation!==rel);
 const f=[`n${Math.min(3,cl.length)}`,`facts${Math.min(3,new Set(cl.map((m:any)=>m.factId)).size)}`,`spec${Math.min(4,cl[0].specificity)}`,`z${Math.max(-1,Math.min(5,Math.floor(z)))}`];
 if(en.length) f.push('conflict'); if(P.negations.some((n:any)=>n.refusal)) f.push('refusal'); if(P.negations.some((n:any)=>!n.refusal)) f.push('negated'); if(P.draft.rejected) f.push('rejected'); if(P.draft.attribution) f.push('attr'); f.push(`mod${P.modality}`); if(P.local) f.push('local'); if(P.clause.has('scs')) f.push('scs'); if(P.quantities.length) f.push('qty'); if(P.dates.length) f.push('date'); if(P.clause.has('all')) f.push('all'); if(P.clause.has('only')) f.push('only'); const w=P.draft.to-P.draft.from; f.push(w<5?'w<5':w<9?'w<9':w<16?'w<16':'w16'); f.push('fact:'+cl[0].factId); return f; }
const rows:Row[]=[];
function add(set:string,text:string,article:any,gold:(c:any)=>string,assume=false){ if(!assume&&!gateText(text)) return; const {candidates}=findCandidates(article,base,assume); for(const c of worthy(candidates,base.worth)){ const k=judge(article,c,base); if(k.label!==want) continue; rows.push({set,features:feats(candidates,c,k),positive:gold(k)===want}); } }
for(const f of ['train-1','train-2','train-3','train-4','round-1','dev']) for(const p of parseGold(readFileSync(`fixtures/eval/${f}.jsonl`,'utf8'),f)){ const a=passageArticle(p); const assume=f.startsWith('train'); const {candidates}=findCandidates(a,base,assume); const kept=worthy(candidates,base.worth).map(c=>judge(a,c,base)); const s=align(p,kept); const m=new Map<any,string>(); for(const r of s.rows) if(r.predicted) m.set(r.predicted.start,r.gold.label); add(f,p.text,a,k=>m.get(k.start)??'none',assume); }
for(const f of ['black','frag','docs']) { let t=''; try{t=readFileSync(`/tmp/fresh-${f}.jsonl`,'utf8')}catch{continue} for(const l of t.trim().split('\n')){ const r=JSON.parse(l); const q=r.quote??r.text; const s=r.text.indexOf(q),e=s+q.length; add('fresh-'+f,r.text,claimArticle(r.text),k=>{const o=Math.min(e,k.end)-Math.max(s,k.start); return o>=0.5*Math.min(e-s,k.end-k.start)?r.label:'none'}); } }
const by=(set:string)=>rows.filter(r=>r.set===set); for(const s of new Set(rows.map(r=>r.set))) console.log(s,by(s).length,'precision',(100*by(s).filter(r=>r.positive).length/by(s).length).toFixed(1));
// leave-set-out
const sets=[...new Set(rows.map(r=>r.set))].filter(s=>s!=='dev'); const keep=(f:string)=>!f.startsWith('fact:');
const T=rows.filter(r=>r.set!=='dev').map(r=>({...r,features:r.features.filter(keep)}));
const held:{z:number;ok:boolean;set:string}[]=[]; for(const s of sets){ const m=fit(T.filter(r=>r.set!==s),{ridge:0.01,minimum:3}); for(const r of T.filter(r=>r.set===s)) held.push({z:score(m,r.features),ok:r.positive,set:s}); }
const m=fit(T,{ridge:0.01,minimum:3}); const dev=by('dev').map(r=>({z:score(m,r.features.filter(keep)),ok:r.positive}));
console.log([...m.weights].sort((a,b)=>a[1]-b[1]).map(([k,w])=>k+' '+w.toFixed(2)).join('  '),'bias',m.bias.toFixed(2));
for(const th of [-9,0,0.5,1,1.25,1.5,1.75,2,2.25,2.5]) { const k=held.filter(r=>r.z>=th), d=dev.filter(r=>r.z>=th), fr=held.filter(r=>r.z>=th&&!r.set.startsWith('train')), fa=held.filter(r=>!r.set.startsWith('train')); const pr=(x:any[])=>(100*x.filter(r=>r.ok).length/Math.max(1,x.length)).toFixed(1); const rc=(x:any[],y:any[])=>(100*x.filter(r=>r.ok).length/Math.max(1,y.filter(r=>r.ok).length)).toFixed(0); console.log(th,'held P',pr(k),'kept',rc(k,held),'| unseen P',pr(fr),'kept',rc(fr,fa),'| dev P',pr(d),'kept',rc(d,dev)); }
console.log('--- rules');
const R:Record<string,(f:string[])=>boolean>={ spec1n1:f=>f.includes('spec1')&&f.includes('n1'), spec1facts1:f=>f.includes('spec1')&&f.includes('facts1'), spec1:f=>f.includes('spec1'), zlow:f=>f.includes('z-1')||f.includes('z0'), zlow1:f=>f.includes('z-1')||f.includes('z0')||(f.includes('z1')), conflict:f=>f.includes('conflict'), plan:f=>f.includes('modplan'), n1z2:f=>f.includes('n1')&&(f.includes('z-1')||f.includes('z0')||f.includes('z1')||f.includes('z2')),'spec<=2,n1,z<3':f=>(f.includes('spec1')||f.includes('spec2'))&&f.includes('n1')&&(f.includes('z-1')||f.includes('z0')||f.includes('z1')||f.includes('z2')), 'n1 & z<2 or spec1n1':f=>(f.includes('n1')&&(f.includes('z-1')||f.includes('z0')||f.includes('z1')))||(f.includes('spec1')&&f.includes('n1')) };
for(const [name,drop] of Object.entries(R)) { const g=(set:(r:Row)=>boolean)=>{const a=rows.filter(set), k=a.filter(r=>!drop(r.features)), d=a.filter(r=>drop(r.features)); const p=(x:Row[])=>(100*x.filter(r=>r.positive).length/Math.max(1,x.length)).toFixed(0); return `P ${p(a)}->${p(k)} dropped ${d.length} of which right ${d.filter(r=>r.positive).length}`}; console.log(name.padEnd(22),'train',g(r=>r.set.startsWith('train')),'| unseen',g(r=>r.set.startsWith('fresh')||r.set==='round-1'),'| dev',g(r=>r.set==='dev')); }
