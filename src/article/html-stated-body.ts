/** The text that a page's JSON-LD gives as its article's body: evidence of which blocks are the story. */
import type { PageBlock } from './html-blocks.ts';

/** Longest body read and bodies a page, in characters. */
const LONGEST = 200_000;
const MOST = 20;
/** Fewest words of a body that says anything: shorter ones are summaries. */
const FEWEST_WORDS = 80;
/** Words are compared by runs of so many. */
const RUN = 4;
/** Share of a block's runs that must stand in the body. */
const FOUND = 0.7;
/** Share of the body's words that the page must show for it to say which blocks are the story; all but all of it. */
const TRUSTED = 0.6;
const COMPLETE = 0.9;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The longest `articleBody` in JSON-LD, broken or not, without tags and entities; null without one. */
export function statedBody(scripts: readonly string[]): string | null {
  let best = '';
  let left = MOST;
  for (const script of scripts) {
    for (
      let at = script.indexOf('"articleBody"');
      at >= 0 && left-- > 0;
      at = script.indexOf('"articleBody"', at + 1)
    ) {
      const from = script.indexOf('"', script.indexOf(':', at + 13));
      const text = from > 0 && from < at + 40 ? stringAt(script, from) : '';
      if (text.length > best.length) best = text;
    }
  }
  return best === '' ? null : best.replace(/<[^<>]{0,1000}>|&[a-zA-Z0-9#]{1,10};/g, ' ');
}

/** The JSON string that begins with the quote at `from`; empty when it has no end. */
function stringAt(script: string, from: number): string {
  let end = from + 1;
  while (end < script.length && end - from < LONGEST && script[end] !== '"') end += script[end] === '\\' ? 2 : 1;
  try {
    // Raw line breaks are common in broken JSON-LD.
    return String(JSON.parse(script.slice(from, end + 1).replace(/[\n\r\t]/g, ' ')));
  } catch {
    return '';
  }
}

/**
 * `taken`, corrected by the body the page states: with what stands in it, without what stands before, after or, where
 * the page shows all of it, between. Left alone where the page does not show most of the body.
 */
export function correctedBy(body: string | null, blocks: readonly PageBlock[], taken: readonly boolean[]): boolean[] {
  const words = wordsOf(body ?? '');
  if (words.length < FEWEST_WORDS) return [...taken];
  const runs = new Set(runsOf(words));
  const shown = blocks.map(({ text }) => share(wordsOf(text), runs));
  const first = shown.findIndex((found) => found !== null && found >= FOUND);
  const last = shown.findLastIndex((found) => found !== null && found >= FOUND);
  let length = 0;
  for (const [index, { text }] of blocks.entries()) if ((shown[index] ?? 0) >= FOUND) length += wordsOf(text).length;
  if (length < words.length * TRUSTED) return [...taken];
  const isComplete = length >= words.length * COMPLETE;
  return blocks.map(({ kind }, index) => {
    const found = shown[index]!;
    if (found !== null && found >= FOUND) return true;
    const isAmong = index > first && index < last;
    return taken[index]! && isAmong && !(isComplete && kind === 'paragraph' && found !== null && found === 0);
  });
}

/** Share of the runs of `words` that are in `runs`; null for too few words to tell. */
function share(words: readonly string[], runs: ReadonlySet<string>): number | null {
  const own = runsOf(words);
  return own.length < 3 ? null : own.filter((run) => runs.has(run)).length / own.length;
}

function runsOf(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(' '));
  return runs;
}
