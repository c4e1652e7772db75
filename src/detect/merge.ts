/**
 * Merges the nodes that the same word leads to, so that a walk follows one path where many phrases begin alike:
 * the subset construction, over a graph without circles. What comes in says how long a gap may be at most; what goes
 * out, how many words are passed over.
 */
import type { Node } from './automaton.ts';

/** A node from which nothing leads. */
export function emptyNode(): Node {
  return { stems: new Map(), exact: new Map(), concepts: new Map(), number: [], any: [], gaps: [], accept: [] };
}

/** An equal automaton in which every edge leads to one node. Pure; equal sets of nodes become one node. */
export function mergeNodes(roots: Node[]): Node[] {
  const ids = new Map<Node, number>();
  const idOf = (node: Node): number => {
    const known = ids.get(node) ?? ids.size;
    ids.set(node, known);
    return known;
  };
  const merged = new Map<string, Node>();
  const merge = (nodes: Node[]): Node => {
    const unique = [...new Set(nodes)];
    const key = unique
      .map(idOf)
      .sort((a, b) => a - b)
      .join(' ');
    const known = merged.get(key);
    if (known) return known;
    const out = emptyNode();
    merged.set(key, out);
    for (const part of ['stems', 'exact', 'concepts'] as const) {
      const union = new Map<string, Node[]>();
      for (const node of unique)
        for (const [word, to] of node[part]) union.set(word, [...(union.get(word) ?? []), ...to]);
      for (const [word, to] of union) out[part].set(word, [merge(to)]);
    }
    for (const part of ['number', 'any'] as const) {
      const to = unique.flatMap((node) => node[part]);
      if (to.length > 0) out[part] = [merge(to)];
    }
    // A gap of at most n words is a step of exactly 0, 1 … n: for each number of words one node, not one a phrase.
    const gaps = unique.flatMap((node) => node.gaps);
    const longest = Math.max(-1, ...gaps.map(([max]) => max));
    for (let skip = 0; skip <= longest; skip++) {
      out.gaps.push([skip, merge(gaps.filter(([max]) => max >= skip).map(([, to]) => to))]);
    }
    out.accept = [...new Set(unique.flatMap((node) => node.accept))];
    return out;
  };
  return roots.map((root) => merge([root]));
}
