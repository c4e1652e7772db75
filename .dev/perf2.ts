import { loadFactBase } from '../src/facts/load.ts';
import { checkArticle } from '../src/check.ts';
import { claimArticle } from '../src/judge-text.ts';
import { onTopicArticle } from '../bench/prose.ts';
import { seeded } from '../bench/random.ts';
const base=await loadFactBase(); const r=seeded(5); const texts=Array.from({length:40},()=>onTopicArticle(r,700)); const len=texts.reduce((n,t)=>n+t.length,0);
for(let k=0;k<8;k++){const t=performance.now(); let c=0; for(const x of texts) c+=checkArticle(claimArticle(x),base).claims.length; const ms=performance.now()-t; console.log((len/1000/ms).toFixed(2),'MB/s',c);}
