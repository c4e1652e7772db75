/** Finds the lexicons' concepts in the words of a sentence, layer by layer. */
import type { ConceptIndex, Hit } from './concepts.ts';
import { conceptBit } from './layout.ts';
import type { Token } from './tokens.ts';
import { open, type Walk, walkOver } from './walk.ts';

/**
 * The concepts in a sentence's words, sorted by start, then end, then concept. Work per word is bounded by the
 * phrases that begin with it and by their gaps, so a sentence costs time linear in its length.
 */
export function findConcepts(tokens: Token[], index: ConceptIndex): Hit[] {
  const { automaton, blocks } = index;
  const w = walkOver(tokens, automaton);
  const n = tokens.length;
  for (let depth = 0; depth < automaton.layers.length; depth++) {
    const before = w.count;
    for (let start = 0; start < n; start++) {
      w.start = start;
      w.own = w.count;
      open(w, depth);
    }
    link(w, before, blocks);
  }
  return hitsOf(w, index);
}

function hitsOf(w: Walk, { names, parts }: ConceptIndex): Hit[] {
  const out: Hit[] = [];
  for (let i = 0; i < w.tokens.length; i++) {
    const from = out.length;
    for (let at = w.first[i]!; at >= 0; at = w.next[at]!) {
      const concept = w.concept[at]!;
      if (parts[concept] === 1) continue;
      const hit: Hit = { concept: names[concept]!, start: i, end: w.end[at]!, gaps: w.gaps[at]! };
      // A word begins few hits: each is put in its place at once.
      let k = out.push(hit) - 1;
      for (; k > from && precedes(hit, out[k - 1]!); k--) out[k] = out[k - 1]!;
      out[k] = hit;
    }
  }
  return out;
}

const precedes = (a: Hit, b: Hit): boolean => a.end < b.end || (a.end === b.end && a.concept < b.concept);

/** Puts a layer's findings where the layers above look for them, but those that a `not` phrase takes back. */
function link(w: Walk, layer: number, blocks: Int32Array): void {
  const blockers: number[] = [];
  let longest = 0;
  for (let i = layer; i < w.count; i++) {
    if (blocks[w.concept[i]!]! < 0) continue;
    blockers.push(i);
    longest = Math.max(longest, w.end[i]! - w.from[i]!);
  }
  // Findings and blockers are both in the order of the words they begin with.
  let near = 0;
  for (let i = layer; i < w.count; i++) {
    const start = w.from[i]!;
    while (near < blockers.length && w.from[blockers[near]!]! + longest <= start) near++;
    if (blockers.length > 0 && (blocks[w.concept[i]!]! >= 0 || isBlocked(w, i, blockers, near, blocks))) continue;
    w.next[i] = w.first[start]!;
    w.first[start] = i;
    w.concepts[start]! |= conceptBit(w.concept[i]!);
  }
}

/** "a number of" is no number: what a `not` phrase overlaps to the hit's end or beyond is dropped. */
function isBlocked(w: Walk, hit: number, blockers: number[], near: number, blocks: Int32Array): boolean {
  const [concept, from, end] = [w.concept[hit]!, w.from[hit]!, w.end[hit]!];
  for (let k = near; k < blockers.length && w.from[blockers[k]!]! < end; k++) {
    const b = blockers[k]!;
    if (blocks[w.concept[b]!] === concept && from < w.end[b]! && w.end[b]! >= end) return true;
  }
  return false;
}
