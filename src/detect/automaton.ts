/**
 * Compiled lexicons as flat numbers: the build packs them once, a start of the program reads them as they are, and
 * a walk over a sentence makes no object and compares no string. Pure.
 */

import {
  conceptBit,
  GAP_CONCEPTS,
  GAP_SIZE,
  GAP_WORDS,
  HAS_ACCEPT,
  HAS_ANY,
  HAS_CONCEPTS,
  HAS_EXACT,
  HAS_GAPS,
  HAS_NUMBER,
  HAS_STEMS,
  NODE_CONCEPTS,
  NODE_EDGES,
  NODE_GAPS,
  NODE_SIZE,
  NODE_WORDS,
  wordBit,
} from './layout.ts';
import { MAX_CACHED, MAX_REMEMBERED } from './words.ts';

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

/** Compiled lexicons as plain data, ready to be walked over. */
export interface AutomatonImage {
  /** What edges go by; a key's number is its place in stems, then exact forms, then concepts laid end to end. */
  keys: { stems: string[]; exact: string[]; concepts: string[] };
  /** The first node of each layer. */
  layers: number[];
  /** `NODE_SIZE` numbers a node. */
  nodes: Int32Array;
  /** How many there are, and these: gaps of 0, 1 … words, `GAP_SIZE` numbers each, or the concepts accepted. */
  lists: Int32Array;
  /** The keys of the edges, node by node, in ascending order, and the nodes they lead to. */
  keysOn: Int32Array;
  ways: Int32Array;
  /** For each layer and key, the node that the layer's first node leads to by it; -1 where it leads nowhere. */
  opens: Int32Array;
}

/** An image with what finds its keys: the number of a word's key, -1 where no phrase has the word. */
export interface Automaton extends AutomatonImage {
  stemKey: (stem: string) => number;
  exactKey: (form: string) => number;
  /** The number of the first concept's key; that of the last word's and one more. */
  firstConcept: number;
  /** How many keys there are. */
  keyCount: number;
}

const HAS = {
  stems: HAS_STEMS,
  exact: HAS_EXACT,
  concepts: HAS_CONCEPTS,
  number: HAS_NUMBER,
  any: HAS_ANY,
  gaps: HAS_GAPS,
  accept: HAS_ACCEPT,
};

/** The image of merged layers. */
export function pack(roots: readonly Node[]): AutomatonImage {
  const texts = { stems: new Set<string>(), exact: new Set<string>() };
  const concepts = new Map<string, number>();
  const numbers = new Map<Node, number>();
  const queue: Node[] = [];
  const conceptOf = (name: string): number => {
    const known = concepts.get(name) ?? concepts.size;
    concepts.set(name, known);
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
  const places = new Map<string, number>();
  const listed = (count: number, items: number[]): number => {
    const key = `${count}: ${items}`;
    const place = places.get(key) ?? lists.push(count, ...items) - items.length - 1;
    places.set(key, place);
    return place;
  };
  const edges: [from: number, kind: 'stems' | 'exact' | 'concepts', text: string, to: number][] = [];
  // The queue grows while it is read: every node that a node leads to is added behind it.
  for (let from = 0; from < queue.length; from++) {
    const node = queue[from]!;
    let has = 0;
    for (const kind of ['stems', 'exact', 'concepts'] as const) {
      for (const [text, [to]] of node[kind]) {
        edges.push([from, kind, text, numberOf(to!)]);
        if (kind === 'concepts') conceptOf(text);
        else texts[kind].add(text);
      }
      if (node[kind].size > 0) has |= HAS[kind];
    }
    for (const kind of ['number', 'any', 'gaps', 'accept'] as const) if (node[kind].length > 0) has |= HAS[kind];
    nodes.push(
      has,
      node.number.length > 0 ? numberOf(node.number[0]!) : -1,
      node.any.length > 0 ? numberOf(node.any[0]!) : -1,
      node.gaps.length > 0
        ? listed(
            node.gaps.length,
            node.gaps.flatMap(([, to]) => [numberOf(to), 0, 0]),
          )
        : -1,
      node.accept.length > 0 ? listed(node.accept.length, node.accept.map(conceptOf)) : -1,
      0,
      (has & (HAS_ANY | HAS_NUMBER)) === 0 ? 0 : -1,
      0,
    );
  }
  const [stems, exact] = [[...texts.stems].sort(), [...texts.exact].sort()];
  const first = { stems: 0, exact: stems.length, concepts: stems.length + exact.length };
  const keys = {
    stems: new Map(stems.map((text, i) => [text, i])),
    exact: new Map(exact.map((text, i) => [text, i])),
    concepts,
  };
  const keyCount = first.concepts + concepts.size;
  const opens = new Int32Array(layers.length * keyCount).fill(-1);
  const sorted = edges
    .map(([from, kind, text, to]) => ({ from, key: first[kind] + keys[kind].get(text)!, to }))
    .sort((a, b) => a.from - b.from || a.key - b.key);
  for (const { from, key, to } of sorted) {
    const layer = layers.indexOf(from);
    if (layer >= 0) opens[layer * keyCount + key] = to;
    const at = from * NODE_SIZE;
    if (key < first.concepts) nodes[at + NODE_WORDS]! |= wordBit(key);
    else nodes[at + NODE_CONCEPTS]! |= conceptBit(key - first.concepts);
  }
  const last = queue.length;
  nodes.push(0, -1, -1, -1, -1, 0, 0, 0);
  for (let node = 0, edge = 0; node <= last; node++) {
    while (edge < sorted.length && sorted[edge]!.from < node) edge++;
    nodes[node * NODE_SIZE + NODE_EDGES] = edge;
    if ((nodes[node * NODE_SIZE]! & HAS_GAPS) !== 0) copyBits(nodes, lists, nodes[node * NODE_SIZE + NODE_GAPS]!);
  }
  return {
    keys: { stems, exact, concepts: [...concepts.keys()] },
    layers,
    nodes: Int32Array.from(nodes),
    lists: Int32Array.from(lists),
    keysOn: Int32Array.from(sorted, ({ key }) => key),
    ways: Int32Array.from(sorted, ({ to }) => to),
    opens,
  };
}

/** Puts the bits of the nodes that gaps lead to beside them, where they are read one after the other. */
function copyBits(nodes: readonly number[], lists: number[], list: number): void {
  const end = list + 1 + lists[list]! * GAP_SIZE;
  for (let gap = list + 1; gap < end; gap += GAP_SIZE) {
    const to = lists[gap]! * NODE_SIZE;
    lists[gap + GAP_WORDS] = nodes[to + NODE_WORDS]!;
    lists[gap + GAP_CONCEPTS] = nodes[to + NODE_CONCEPTS]!;
  }
}

/** The automaton of an image. */
export function unpack(image: AutomatonImage): Automaton {
  const { stems, exact, concepts } = image.keys;
  const firstConcept = stems.length + exact.length;
  return {
    ...image,
    stemKey: keyFinder(stems, 0),
    exactKey: keyFinder(exact, stems.length),
    firstConcept,
    keyCount: firstConcept + concepts.length,
  };
}

/** Finds the numbers of keys, which are sorted. A table of all keys would take longer to make than a short run looks up. */
function keyFinder(keys: readonly string[], first: number): (text: string) => number {
  const seen = new Map<string, number>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    let [low, high] = [0, keys.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (keys[middle]! <= text) low = middle;
      else high = middle;
    }
    const key = keys[low] === text ? first + low : -1;
    if (text.length <= MAX_REMEMBERED && seen.size < MAX_CACHED) seen.set(text, key);
    return key;
  };
}

/** Edges looked through one after the other; of more, half are left out at a time. Most nodes have fewer. */
const FEW = 8;

/** The node that `key` leads to from `node`; -1 when it leads nowhere. */
export function follow({ nodes, keysOn, ways }: Automaton, node: number, key: number): number {
  if (key < 0) return -1;
  const at = node * NODE_SIZE + NODE_EDGES;
  let low = nodes[at]!;
  let high = nodes[at + NODE_SIZE]!;
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if (keysOn[middle]! <= key) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (keysOn[low] === key) return ways[low]!;
  return -1;
}
