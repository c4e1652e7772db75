import { readFileSync } from 'node:fs';
import { checkArticle } from '../src/check.ts';
import { claimArticle } from '../src/judge-text.ts';
import { loadFactBase } from '../src/facts/load.ts';
const base = await loadFactBase(); 
const conf:Record<string,number>={}; let n=0, right=0; const show=process.argv.includes('--show'); const feats=new Map<string,[number,number]>();
for (const f of process.argv.slice(2).filter(a=>!a.startsWith('--'))) for (const l of readFileSync(f,'utf8').trim().split('\n')) { const r=JSON.parse(l); const q=r.quote??r.text; const s=r.text.indexOf(q), e=s+q.length; const {claims}=checkArticle(claimArticle(r.text),base);
 let best:any=null,bo=0; for(const c of claims){const o=Math.min(e,c.end)-Math.max(s,c.start); if(o>bo&&o>=0.5*Math.min(e-s,c.end-c.start)){bo=o;best=c}}
 const got=best?best.label:'undetected'; const gold=r.label==='none'||r.label==='no claim'||r.label===null?'none':r.label; const k=`${gold} -> ${got}`; conf[k]=(conf[k]??0)+1; n++; 
 const all=claims.filter(c=>c.label==='contradicted'); for(const c of all){ const ok=(c===best&&gold==='contradicted')||( (c as any)!==best && gold==='contradicted' && false); if(c!==best) continue; const cl=c.matches.filter(m=>m.relation==='contradicts'); for(const t of [`n${Math.min(3,cl.length)}`,`facts${new Set(cl.map(m=>m.factId)).size>1}`, `${cl[0]!.factId}/${cl[0]!.reading}`]){const v=feats.get(t)??[0,0]; v[gold==='contradicted'?0:1]++; feats.set(t,v);} if(show&&gold!=='contradicted') console.log(gold,'->C',q,'|',cl.map(m=>m.factId+'/'+m.reading).join(' ')); }
}
console.log(conf); for(const [k,[a,b]] of [...feats].sort((x,y)=>y[1][1]-x[1][1]).slice(0,40)) if(b) console.log(k,'right',a,'wrong',b);
