/**
 * Merges the nodes that the same word leads to, so that a walk follows one path where many phrases begin alike:
 * the subset construction, over a graph without circles. Gaps of the same length are merged like words.
 */
import type { Node } from './concepts.ts';

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
    const out: Node = { stems: new Map(), exact: new Map(), concepts: new Map(), number: [], any: [], gaps: [], accept: [] };
    merged.set(key, out);
    for (const part of ['stems', 'exact', 'concepts'] as const) {
      const union = new Map<string, Node[]>();
      for (const node of unique) for (const [word, to] of node[part]) union.set(word, [...(union.get(word) ?? []), ...to]);
      for (const [word, to] of union) out[part].set(word, [merge(to)]);
    }
    for (const part of ['number', 'any'] as const) {
      const to = unique.flatMap((node) => node[part]);
      if (to.length > 0) out[part] = [merge(to)];
    }
    const gaps = new Map<number, Node[]>();
    for (const node of unique) for (const [max, to] of node.gaps) gaps.set(max, [...(gaps.get(max) ?? []), to]);
    out.gaps = [...gaps].sort(([a], [b]) => a - b).map(([max, to]) => [max, merge(to)]);
    out.accept = [...new Set(unique.flatMap((node) => node.accept))];
    return out;
  };
  return roots.map((root) => merge([root]));
}
