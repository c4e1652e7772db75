import type { Block, Sentence } from '../model.ts';
export function splitSentences(text: string, _blocks: Block[]): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const end =
      i === text.length || ('.!?'.includes(text[i]!) && (i + 1 >= text.length || /[\s"”]/.test(text[i + 1]!)));
    if (!end) continue;
    let e = Math.min(text.length, i + 1);
    while (e < text.length && '"”)'.includes(text[e]!)) e++;
    while (start < e && /\s/.test(text[start]!)) start++;
    if (e > start) out.push({ start, end: e, block: 0 });
    start = e;
    i = e;
  }
  return out;
}
