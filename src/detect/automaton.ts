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

/** Compiled lexicons as plain data, ready to be walked over. */
export interface AutomatonImage {
  /** What edges go by; a key's number is its place in stems, then exact forms, then concepts laid end to end. */
  keys: { stems: string[]; exact: string[]; concepts: string[] };
  /** The first node of each layer. */
  layers: number[];
  /** `NODE.size` numbers a node. */
  nodes: Int32Array;
  /** How many numbers follow, and these: the nodes a gap of 0, 1 … words leads to, or the concepts accepted. */
  lists: Int32Array;
  /** Edges (node, key, node it leads to) by node and key: open addressing, -1 where nothing stands. */
  table: Int32Array;
  /** For each layer and key of a word, 1 where a phrase of the layer can begin with it. */
  opens: Uint8Array;
}

/** An image with what finds its keys. */
export interface Automaton extends AutomatonImage {
  stemKey: ReadonlyMap<string, number>;
  exactKey: ReadonlyMap<string, number>;
  /** The number of the first concept's key; that of the last word's and one more. */
  firstConcept: number;
  /** The table's size in triples, less one. */
  mask: number;
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
  const numbered = edges.map(([from, kind, key, to]) => [from, first[kind] + key, to] as const);
  const opens = new Uint8Array(layers.length * first.concepts);
  for (const [from, key] of numbered) {
    const layer = layers.indexOf(from);
    if (layer >= 0 && key < first.concepts) opens[layer * first.concepts + key] = 1;
  }
  return {
    keys: { stems: [...keys.stems.keys()], exact: [...keys.exact.keys()], concepts: [...keys.concepts.keys()] },
    layers,
    nodes: Int32Array.from(nodes),
    lists: Int32Array.from(lists),
    table: tableOf(numbered),
    opens,
  };
}

/** Puts edges where they are found at once. */
function tableOf(edges: readonly (readonly [from: number, key: number, to: number])[]): Int32Array {
  // A third empty at least, so that a look-up seldom goes past the second place.
  let size = 8;
  while (size * 2 < edges.length * 3) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size * 3).fill(-1);
  for (const edge of edges) {
    let at = placeOf(edge[0], edge[1], mask);
    while (table[at * 3] !== -1) at = (at + 1) & mask;
    table.set(edge, at * 3);
  }
  return table;
}

/** The automaton of an image. */
export function unpack(image: AutomatonImage): Automaton {
  const { stems, exact } = image.keys;
  const numbered = (list: readonly string[], first: number): Map<string, number> =>
    new Map(list.map((text, i) => [text, first + i]));
  return {
    ...image,
    stemKey: numbered(stems, 0),
    exactKey: numbered(exact, stems.length),
    firstConcept: stems.length + exact.length,
    mask: image.table.length / 3 - 1,
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
