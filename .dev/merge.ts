import { loadFactBase } from '../src/facts/load.ts';
import { mergeNodes } from '../src/detect/merge.ts';
const b=await loadFactBase(); const count=(roots:any[])=>{const s=new Set<any>(); const go=(n:any)=>{if(s.has(n))return; s.add(n); for(const p of ['stems','exact','concepts']) for(const l of n[p].values()) l.forEach(go); n.number.forEach(go); n.any.forEach(go); n.gaps.forEach((g:any)=>go(g[1]));}; roots.forEach(go); return s.size};
console.log(count(b.concepts.layers)); const t=performance.now(); const m=mergeNodes(b.concepts.layers); console.log(count(m), performance.now()-t);
