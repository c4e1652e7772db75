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
  found: Finding[];
  /** The longest hits from the word the walk began with. */
  longest: Finding[];
  start: number;
}

/** A hit by number, and the finding before it that begins with the same word. */
interface Finding {
  concept: number;
  start: number;
  end: number;
  gaps: readonly number[];
  next: number;
}

const NO_GAPS: readonly number[] = [];

/**
 * The concepts in a sentence's words, sorted by start, then end, then concept. Work per word is bounded by the
 * phrases that begin with it and by their gaps, so a sentence costs time linear in its length.
 */
export function findConcepts(tokens: Token[], index: ConceptIndex): Hit[] {
  const { automaton, blocks } = index;
  const n = tokens.length;
  const w: Walk = {
    automaton,
    tokens,
    stems: new Int32Array(n),
    exact: new Int32Array(n),
    first: new Int32Array(n).fill(-1),
    found: [],
    longest: [],
    start: 0,
  };
  for (let i = 0; i < n; i++) {
    w.stems[i] = automaton.stemKey.get(tokens[i]!.stem) ?? -1;
    w.exact[i] = automaton.exactKey.get(tokens[i]!.norm) ?? -1;
  }
  automaton.layers.forEach((root, depth) => {
    const layer: Finding[] = [];
    let blocked = false;
    const opens = automaton.opens[depth]!;
    const concepts = (automaton.nodes[root * NODE.size]! & (HAS.concepts | HAS.any | HAS.number)) !== 0;
    for (let start = 0; start < n; start++) {
      const stem = w.stems[start]!;
      const exact = w.exact[start]!;
      const opened = (stem >= 0 && opens[stem] === 1) || (exact >= 0 && opens[exact] === 1);
      if (!opened && !(concepts && leads(w, root, start))) continue;
      w.longest.length = 0;
      w.start = start;
      walk(w, root, start, false, NO_GAPS);
      for (const finding of w.longest) {
        layer.push(finding);
        if (blocks[finding.concept]! >= 0) blocked = true;
      }
    }
    const blockers = blocked ? layer.filter((f) => blocks[f.concept]! >= 0) : [];
    for (const finding of layer) {
      if (blocks[finding.concept]! >= 0 || (blocked && isBlocked(finding, blockers, blocks))) continue;
      finding.next = w.first[finding.start]!;
      w.first[finding.start] = w.found.push(finding) - 1;
    }
  });
  return hitsOf(w, index);
}

function hitsOf({ tokens, first, found }: Walk, { names, parts }: ConceptIndex): Hit[] {
  const out: Hit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const from = out.length;
    for (let at = first[i]!; at >= 0; at = found[at]!.next) {
      const { concept, start, end, gaps } = found[at]!;
      if (parts[concept] === 1) continue;
      const hit: Hit = { concept: names[concept]!, start, end, gaps };
      // A word begins few hits: each is put in its place at once.
      let k = out.push(hit) - 1;
      for (; k > from && precedes(hit, out[k - 1]!); k--) out[k] = out[k - 1]!;
      out[k] = hit;
    }
  }
  return out;
}

const precedes = (a: Hit, b: Hit): boolean => a.end < b.end || (a.end === b.end && a.concept < b.concept);

/** "a number of" is no number: what a `not` phrase overlaps to the hit's end or beyond is dropped. */
function isBlocked(hit: Finding, blockers: Finding[], blocks: Int32Array): boolean {
  for (const b of blockers)
    if (blocks[b.concept] === hit.concept && b.start < hit.end && hit.start < b.end && b.end >= hit.end) return true;
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
    if ((has & HAS.number) !== 0 && isNumeral(tokens[position]!))
      step(w, nodes[at + NODE.number]!, position + 1, gaps);
    if ((has & HAS.concepts) !== 0) {
      for (let i = w.first[position]!; i >= 0; i = w.found[i]!.next) {
        const hit = w.found[i]!;
        const to = follow(automaton, node, automaton.firstConcept + hit.concept);
        if (to >= 0) step(w, to, hit.end, hit.gaps.length > 0 ? [...gaps, ...hit.gaps] : gaps);
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

/** Whether a word, or a concept that begins with it, leads on from a node. */
function leads(w: Walk, node: number, position: number): boolean {
  const { automaton } = w;
  const has = automaton.nodes[node * NODE.size]!;
  if ((has & (HAS.any | HAS.number)) !== 0) return true;
  if ((has & HAS.stems) !== 0 && follow(automaton, node, w.stems[position]!) >= 0) return true;
  if ((has & HAS.exact) !== 0 && follow(automaton, node, w.exact[position]!) >= 0) return true;
  if ((has & HAS.concepts) === 0) return false;
  for (let i = w.first[position]!; i >= 0; i = w.found[i]!.next)
    if (follow(automaton, node, automaton.firstConcept + w.found[i]!.concept) >= 0) return true;
  return false;
}

function keepLongest(w: Walk, concept: number, end: number, gaps: readonly number[]): void {
  const { longest, start } = w;
  for (let i = 0; i < longest.length; i++) {
    const known = longest[i]!;
    if (known.concept !== concept) continue;
    if (known.end < end) {
      known.end = end;
      known.gaps = gaps;
    }
    return;
  }
  longest.push({ concept, start, end, gaps, next: -1 });
}

function isNumeral(token: Token): boolean {
  const c = token.norm.charCodeAt(0);
  return c >= 48 && c <= 57;
}
