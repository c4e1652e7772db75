/** Finds the lexicons' concepts in the words of a sentence, layer by layer. */
import { type Automaton, follow, HAS, NODE } from './automaton.ts';
import type { ConceptIndex, Hit } from './concepts.ts';
import { BREAK, type Token } from './tokens.ts';

/** A sentence while it is matched: its words as keys, and what was found, linked by the word it begins with. */
interface Walk {
  automaton: Automaton;
  tokens: Token[];
  stems: Int32Array;
  exact: Int32Array;
  /** For each word the last finding that begins there; -1 when none does. */
  first: Int32Array;
  /** The word the walk began with, and the first finding from it. */
  start: number;
  own: number;
  /** How many findings there are; each is a place in the lists below. */
  count: number;
  concept: number[];
  from: number[];
  end: number[];
  gaps: (readonly number[])[];
  /** The finding before it that begins with the same word; -1 when none does. */
  next: number[];
}

const NO_GAPS: readonly number[] = [];

/** Kept from sentence to sentence, as making the lists anew takes longer than filling them. */
let room = 0;
let [stems, exact, first] = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];
const lists: Pick<Walk, 'concept' | 'from' | 'end' | 'gaps' | 'next'> = {
  concept: [],
  from: [],
  end: [],
  gaps: [],
  next: [],
};
/** Lists grown longer than this by a giant sentence are not kept. */
const MOST_KEPT = 100_000;

function walkOver(tokens: Token[], automaton: Automaton): Walk {
  const n = tokens.length;
  if (n > room) {
    room = Math.max(256, 2 * n);
    [stems, exact, first] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
  }
  for (let i = 0; i < n; i++) {
    const { stem, norm } = tokens[i]!;
    stems[i] = automaton.stemKey(stem);
    exact[i] = automaton.exactKey(norm);
    first[i] = -1;
  }
  if (lists.next.length > MOST_KEPT) {
    for (const list of Object.values(lists)) list.length = 0;
  }
  return { automaton, tokens, stems, exact, first, start: 0, own: 0, count: 0, ...lists };
}

/**
 * The concepts in a sentence's words, sorted by start, then end, then concept. Work per word is bounded by the
 * phrases that begin with it and by their gaps, so a sentence costs time linear in its length.
 */
export function findConcepts(tokens: Token[], index: ConceptIndex): Hit[] {
  const { automaton, blocks } = index;
  const w = walkOver(tokens, automaton);
  for (let depth = 0; depth < automaton.layers.length; depth++) {
    const root = automaton.layers[depth]!;
    const opens = depth * automaton.firstConcept;
    const free = (automaton.nodes[root * NODE.size]! & (HAS.concepts | HAS.any | HAS.number)) !== 0;
    const before = w.count;
    for (let start = 0; start < tokens.length; start++) {
      const stem = w.stems[start]!;
      const form = w.exact[start]!;
      const opened =
        (stem >= 0 && automaton.opens[opens + stem]! >= 0) || (form >= 0 && automaton.opens[opens + form]! >= 0);
      if (!opened && !(free && begun(w, root, start))) continue;
      w.start = start;
      w.own = w.count;
      walk(w, root, start, false, NO_GAPS);
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

function walk(w: Walk, node: number, position: number, afterGap: boolean, gaps: readonly number[]): void {
  const { automaton, tokens } = w;
  const { nodes, lists } = automaton;
  const at = node * NODE.size;
  const has = nodes[at]!;
  if ((has & HAS.accept) !== 0 && position > w.start) {
    const list = nodes[at + NODE.accept]!;
    for (let i = list + lists[list]!; i > list; i--) keepLongest(w, lists[i]!, position, gaps);
  }
  if (position >= tokens.length) return;
  // A phrase's words stand side by side; only a gap may hold a comma or a bracket.
  if (position === w.start || tokens[position]!.before <= (afterGap ? BREAK.bracket : BREAK.quote)) {
    if ((has & HAS.stems) !== 0) step(w, follow(automaton, node, w.stems[position]!), position + 1, gaps);
    if ((has & HAS.exact) !== 0) step(w, follow(automaton, node, w.exact[position]!), position + 1, gaps);
    if ((has & HAS.any) !== 0) step(w, nodes[at + NODE.any]!, position + 1, gaps);
    if ((has & HAS.number) !== 0 && isNumeral(tokens[position]!)) step(w, nodes[at + NODE.number]!, position + 1, gaps);
    if ((has & HAS.concepts) !== 0) {
      for (let i = w.first[position]!; i >= 0; i = w.next[i]!) {
        const to = follow(automaton, node, automaton.firstConcept + w.concept[i]!);
        if (to < 0) continue;
        const passed = w.gaps[i]!;
        step(w, to, w.end[i]!, passed.length > 0 ? [...gaps, ...passed] : gaps);
      }
    }
  }
  if (afterGap || (has & HAS.gaps) === 0) return;
  const list = nodes[at + NODE.gaps]!;
  const longest = lists[list]!;
  for (let skip = 0; skip < longest; skip++) {
    const next = tokens[position + skip];
    if (!next || next.before === BREAK.strong) break;
    // Most words lead nowhere: looking first spares the call and the list of gaps.
    const to = lists[list + 1 + skip]!;
    if (!leads(w, to, position + skip)) continue;
    walk(w, to, position + skip, true, skip > 0 ? [...gaps, position, position + skip] : gaps);
  }
}

function step(w: Walk, to: number, position: number, gaps: readonly number[]): void {
  if (to >= 0) walk(w, to, position, false, gaps);
}

/** Whether a root that the word itself does not lead on from is left by a concept, a number or any word. */
function begun(w: Walk, root: number, position: number): boolean {
  const { automaton } = w;
  if ((automaton.nodes[root * NODE.size]! & (HAS.any | HAS.number)) !== 0) return true;
  for (let i = w.first[position]!; i >= 0; i = w.next[i]!)
    if (follow(automaton, root, automaton.firstConcept + w.concept[i]!) >= 0) return true;
  return false;
}

/** Whether a word, or a concept that begins with it, leads on from a node. */
function leads(w: Walk, node: number, position: number): boolean {
  const { automaton } = w;
  const has = automaton.nodes[node * NODE.size]!;
  if ((has & (HAS.any | HAS.number)) !== 0) return true;
  if ((has & HAS.stems) !== 0 && follow(automaton, node, w.stems[position]!) >= 0) return true;
  if ((has & HAS.exact) !== 0 && follow(automaton, node, w.exact[position]!) >= 0) return true;
  if ((has & HAS.concepts) === 0) return false;
  for (let i = w.first[position]!; i >= 0; i = w.next[i]!)
    if (follow(automaton, node, automaton.firstConcept + w.concept[i]!) >= 0) return true;
  return false;
}

/** Keeps a finding, or lengthens the one of the same concept that begins with the same word. */
function keepLongest(w: Walk, concept: number, end: number, gaps: readonly number[]): void {
  for (let i = w.own; i < w.count; i++) {
    if (w.concept[i] !== concept) continue;
    if (w.end[i]! < end) {
      w.end[i] = end;
      w.gaps[i] = gaps;
    }
    return;
  }
  const i = w.count++;
  w.concept[i] = concept;
  w.from[i] = w.start;
  w.end[i] = end;
  w.gaps[i] = gaps;
  w.next[i] = -1;
}

function isNumeral(token: Token): boolean {
  const c = token.norm.charCodeAt(0);
  return c >= 48 && c <= 57;
}
