/**
 * Compiled lexicons as plain data, so that the build does the work and a start of the program only reads it:
 * parsing and stemming the phrases takes several times as long as checking an article. Pure.
 */
import type { Concept, ConceptIndex, Node } from './concepts.ts';

/** A list of edges: key, target, key, target …; keys and targets are indices into `keys` and `nodes`. */
type Edges = number[];

/** A node: its edges by stem, by exact word and by concept; targets by number and any word; gaps; what it accepts. */
type NodeImage = [
  stems: Edges,
  exact: Edges,
  concepts: Edges,
  number: number[],
  any: number[],
  gaps: Edges,
  accept: number[],
];

export interface ConceptImage {
  keys: string[];
  /** Empty parts at the end of a node are left out. */
  nodes: number[][][];
  /** The first node of each layer. */
  layers: number[];
}

/** The image of an index; `fromImage` gives an equal index back. */
export function toImage(index: ConceptIndex): ConceptImage {
  const keys = new Map<string, number>();
  const numbers = new Map<Node, number>();
  const queue: Node[] = [];
  const key = (text: string): number => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    keys.set(text, keys.size);
    return keys.size - 1;
  };
  const number = (node: Node): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, queue.push(node) - 1);
    return queue.length - 1;
  };
  const edges = (map: Node['stems']): Edges =>
    [...map].flatMap(([text, to]) => to.flatMap((node) => [key(text), number(node)]));
  const layers = index.layers.map(number);
  const nodes: number[][][] = [];
  // The queue grows while it is read: every node a node leads to is added behind it.
  for (const node of queue) {
    const image: NodeImage = [
      edges(node.stems),
      edges(node.exact),
      edges(node.concepts),
      node.number.map(number),
      node.any.map(number),
      node.gaps.flatMap(([most, to]) => [most, number(to)]),
      node.accept.map(key),
    ];
    nodes.push(image.slice(0, image.findLastIndex((part) => part.length > 0) + 1));
  }
  return { keys: [...keys.keys()], nodes, layers };
}

const NO_EDGES: Node['stems'] = new Map();

/** The index of an image. Its nodes must not be changed: those without edges share one empty map. */
export function fromImage({ keys, nodes, layers }: ConceptImage, lexicon: readonly Concept[]): ConceptIndex {
  const made = nodes.map(
    (): Node => ({ stems: NO_EDGES, exact: NO_EDGES, concepts: NO_EDGES, number: [], any: [], gaps: [], accept: [] }),
  );
  const edges = (part: Edges | undefined): Node['stems'] => {
    if (!part || part.length === 0) return NO_EDGES;
    const map: Node['stems'] = new Map();
    for (let i = 0; i < part.length; i += 2) {
      const text = keys[part[i]!]!;
      const to = made[part[i + 1]!]!;
      const list = map.get(text);
      if (list) list.push(to);
      else map.set(text, [to]);
    }
    return map;
  };
  for (const [i, image] of nodes.entries()) {
    const node = made[i]!;
    const [stems, exact, concepts, number = [], any = [], gaps = [], accept = []] = image;
    node.stems = edges(stems);
    node.exact = edges(exact);
    node.concepts = edges(concepts);
    for (const to of number) node.number.push(made[to]!);
    for (const to of any) node.any.push(made[to]!);
    for (let g = 0; g < gaps.length; g += 2) node.gaps.push([gaps[g]!, made[gaps[g + 1]!]!]);
    for (const name of accept) node.accept.push(keys[name]!);
  }
  return { layers: layers.map((layer) => made[layer]!), concepts: new Map(lexicon.map((entry) => [entry.id, entry])) };
}
