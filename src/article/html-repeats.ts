/** Paragraphs that a page shows twice, and quotes that it pulls out of its own text. */
import type { PageBlock } from './html-blocks.ts';

/** Paragraphs shorter than this, or in lines, may well be said twice (refrains, questions), in characters. */
const LONG = 120;
/** Quotes are compared by runs of so many words. */
const RUN = 4;
/** Fewest words of a quote that is looked for. */
const FEWEST = 6;

/** The blocks without repeated paragraphs and without quotes whose every run of words stands in another block. Linear. */
export function withoutRepeats(blocks: readonly PageBlock[]): PageBlock[] {
  const seen = new Set<string>();
  const once = blocks.filter(({ text, parts }) => {
    if (text.length < LONG || parts.includes('newline')) return true;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
  if (!once.some(isPulled)) return once;
  const runs = new Set<string>();
  for (const block of once) if (!isPulled(block)) for (const run of runsOf(block.text)) runs.add(run);
  return once.filter((block) => !isPulled(block) || !runsOf(block.text).every((run) => runs.has(run)));
}

/** Whether a block may be a quote pulled out of the text. */
function isPulled({ kind, text }: PageBlock): boolean {
  return kind === 'quote' && text.length <= 400 && runsOf(text).length > FEWEST - RUN;
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(' '));
  return runs;
}
