/**
 * Compiled lexicons as flat numbers: the build packs them once, a start of the program reads them as they are, and
 * a walk over a sentence makes no object and compares no string. Pure.
 */

/** A place in the graph that phrases are compiled to, with the ways on from it; every way leads to one node. */
export interface Node {
  stems: Map<string, Node[]>;
  exact: Map<string, Node[]>;
  concepts: Map<string, Node[]>;
  number: Node[];
  any: Node[];
  /** How many words may be passed over: at most so many while phrases are compiled, exactly so many once merged. */
  gaps: [words: number, to: Node][];
  accept: string[];
}

/** What a node has, as bits of its first number. */
export const HAS = { stems: 1, exact: 2, concepts: 4, number: 8, any: 16, gaps: 32, accept: 64 } as const;
/** Numbers a node: what it has, its ways on by any number and any word, where its gaps and its concepts are listed. */
export const NODE = { has: 0, number: 1, any: 2, gaps: 3, accept: 4, size: 5 } as const;

/** Compiled lexicons as plain data. */
export interface AutomatonImage {
  /** What edges go by; a key's number is its place in stems, then exact forms, then concepts laid end to end. */
  keys: { stems: string[]; exact: string[]; concepts: string[] };
  /** The first node of each layer. */
  layers: number[];
  /** `NODE.size` numbers a node. */
  nodes: Int32Array;
  /** How many numbers follow, and these: the nodes a gap of 0, 1 … words leads to, or the concepts accepted. */
  lists: Int32Array;
  /** Node, key, node it leads to; and so on. */
  edges: Int32Array;
}

/** An image with what finds its edges. */
export interface Automaton extends AutomatonImage {
  stemKey: ReadonlyMap<string, number>;
  exactKey: ReadonlyMap<string, number>;
  /** The number of the first concept's key. */
  firstConcept: number;
  /** Edges by node and key: open addressing over triples, -1 where nothing stands. */
  table: Int32Array;
  /** The table's size in triples, less one. */
  mask: number;
  /** For each layer, 1 at the keys of the words that a phrase can begin with. */
  opens: Uint8Array[];
}

/** The image of merged layers. */
export function pack(roots: readonly Node[]): AutomatonImage {
  const keys = { stems: new Map<string, number>(), exact: new Map<string, number>(), concepts: new Map() };
  const numbers = new Map<Node, number>();
  const queue: Node[] = [];
  const keyOf = (map: Map<string, number>, text: string): number => {
    const known = map.get(text) ?? map.size;
    map.set(text, known);
    return known;
  };
  const numberOf = (node: Node): number => {
    const known = numbers.get(node) ?? queue.push(node) - 1;
    numbers.set(node, known);
    return known;
  };
  const layers = roots.map(numberOf);
  const nodes: number[] = [];
  const lists: number[] = [];
  const listed = (items: number[]): number => lists.push(items.length, ...items) - items.length - 1;
  const edges: [from: number, kind: keyof typeof keys, key: number, to: number][] = [];
  // The queue grows while it is read: every node that a node leads to is added behind it.
  for (let from = 0; from < queue.length; from++) {
    const node = queue[from]!;
    let has = 0;
    for (const kind of ['stems', 'exact', 'concepts'] as const) {
      for (const [text, [to]] of node[kind]) edges.push([from, kind, keyOf(keys[kind], text), numberOf(to!)]);
      if (node[kind].size > 0) has |= HAS[kind];
    }
    for (const kind of ['number', 'any', 'gaps', 'accept'] as const) if (node[kind].length > 0) has |= HAS[kind];
    nodes.push(
      has,
      node.number.length > 0 ? numberOf(node.number[0]!) : -1,
      node.any.length > 0 ? numberOf(node.any[0]!) : -1,
      node.gaps.length > 0 ? listed(node.gaps.map(([, to]) => numberOf(to))) : -1,
      node.accept.length > 0 ? listed(node.accept.map((name) => keyOf(keys.concepts, name))) : -1,
    );
  }
  const first = { stems: 0, exact: keys.stems.size, concepts: keys.stems.size + keys.exact.size };
  return {
    keys: { stems: [...keys.stems.keys()], exact: [...keys.exact.keys()], concepts: [...keys.concepts.keys()] },
    layers,
    nodes: Int32Array.from(nodes),
    lists: Int32Array.from(lists),
    edges: Int32Array.from(edges.flatMap(([from, kind, key, to]) => [from, first[kind] + key, to])),
  };
}

/** The automaton of an image: its edges put where they are found at once. */
export function unpack(image: AutomatonImage): Automaton {
  const { keys, edges } = image;
  const numbered = (list: readonly string[], first: number): Map<string, number> =>
    new Map(list.map((text, i) => [text, first + i]));
  // Half empty at least, so that a look-up seldom goes past the second place.
  let size = 8;
  while (size * 3 < edges.length * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size * 3).fill(-1);
  for (let i = 0; i < edges.length; i += 3) {
    let at = placeOf(edges[i]!, edges[i + 1]!, mask);
    while (table[at * 3] !== -1) at = (at + 1) & mask;
    table.set(edges.subarray(i, i + 3), at * 3);
  }
  const opens = image.layers.map(() => new Uint8Array(keys.stems.length + keys.exact.length));
  for (let i = 0; i < edges.length; i += 3) {
    const layer = image.layers.indexOf(edges[i]!);
    if (layer >= 0) opens[layer]![edges[i + 1]!] = 1;
  }
  return {
    ...image,
    opens,
    stemKey: numbered(keys.stems, 0),
    exactKey: numbered(keys.exact, keys.stems.length),
    firstConcept: keys.stems.length + keys.exact.length,
    table,
    mask,
  };
}

/** Where an edge is looked for first: two odd multipliers spread nodes and keys, the high bits are mixed the best. */
function placeOf(node: number, key: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The node that `key` leads to from `node`; -1 when it leads nowhere. */
export function follow({ table, mask }: Automaton, node: number, key: number): number {
  if (key < 0) return -1;
  let at = placeOf(node, key, mask);
  for (;;) {
    const from = table[at * 3]!;
    if (from === -1) return -1;
    if (from === node && table[at * 3 + 1] === key) return table[at * 3 + 2]!;
    at = (at + 1) & mask;
  }
}
