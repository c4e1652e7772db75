/**
 * Compiled lexicons as plain data, so that the build does the work and a start of the program only reads it:
 * parsing and stemming the phrases takes several times as long as checking an article. Pure.
 */
import type { Concept, ConceptIndex, Node } from './concepts.ts';

export interface ConceptImage {
  keys: string[];
  /** Offset of the first node of each layer. */
  layers: number[];
  /**
   * The nodes, one after the other. Each is seven parts (stems, exact, concepts, number, any, gaps, accept), and each
   * part how many numbers it has and then these. An edge is a key, as an index into `keys`, and the offset of a node.
   */
  data: Int32Array;
}

type Edges = Node['stems'];
type Parts = [
  stems: number[],
  exact: number[],
  concepts: number[],
  number: number[],
  any: number[],
  gaps: number[],
  accept: number[],
];

/** The image of an index; `fromImage` gives an equal index back. */
export function toImage(index: ConceptIndex): ConceptImage {
  const keys = new Map<string, number>();
  const numbers = new Map<Node, number>();
  const queue: Node[] = [];
  const key = (text: string): number => {
    const known = keys.get(text) ?? keys.size;
    keys.set(text, known);
    return known;
  };
  const number = (node: Node): number => {
    const known = numbers.get(node) ?? queue.push(node) - 1;
    numbers.set(node, known);
    return known;
  };
  const edges = (map: Edges): number[] =>
    [...map].flatMap(([text, to]) => to.flatMap((node) => [key(text), number(node)]));
  const layers = index.layers.map(number);
  const nodes: Parts[] = [];
  // The queue grows while it is read: every node that a node leads to is added behind it.
  for (const node of queue) {
    nodes.push([
      edges(node.stems),
      edges(node.exact),
      edges(node.concepts),
      node.number.map(number),
      node.any.map(number),
      node.gaps.flatMap(([most, to]) => [most, number(to)]),
      node.accept.map(key),
    ]);
  }
  return { keys: [...keys.keys()], ...laidOut(nodes, layers) };
}

/** Puts nodes behind each other, and offsets in place of their numbers. */
function laidOut(nodes: Parts[], layers: number[]): Pick<ConceptImage, 'data' | 'layers'> {
  const offsets: number[] = [];
  let size = 0;
  for (const parts of nodes) {
    offsets.push(size);
    size += parts.reduce((sum, part) => sum + 1 + part.length, 0);
  }
  const at = (number: number): number => offsets[number]!;
  const seconds = (part: number[]): number[] => part.map((value, i) => (i % 2 === 1 ? at(value) : value));
  const data = nodes.flatMap(([stems, exact, concepts, number, any, gaps, accept]) =>
    [seconds(stems), seconds(exact), seconds(concepts), number.map(at), any.map(at), seconds(gaps), accept].flatMap(
      (part) => [part.length, ...part],
    ),
  );
  return { data: Int32Array.from(data), layers: layers.map(at) };
}

/** The index of an image. It unpacks a node when a text first leads there; few texts lead to many. */
export function fromImage(image: ConceptImage, lexicon: readonly Concept[]): ConceptIndex {
  const nodes = new Map<number, Node>();
  const nodeAt = (offset: number): Node => {
    const known = nodes.get(offset);
    if (known) return known;
    const node = new PackedNode(image, offset, nodeAt);
    nodes.set(offset, node);
    return node;
  };
  return { layers: image.layers.map(nodeAt), concepts: new Map(lexicon.map((entry) => [entry.id, entry])) };
}

const NO_EDGES: Edges = new Map();

/** A node of an image, unpacked when any of it is asked for. It must not be changed. */
class PackedNode implements Node {
  private unpacked: Node | null = null;
  constructor(
    private readonly image: ConceptImage,
    private readonly offset: number,
    private readonly nodeAt: (offset: number) => Node,
  ) {}

  get stems(): Edges {
    return this.node().stems;
  }
  get exact(): Edges {
    return this.node().exact;
  }
  get concepts(): Edges {
    return this.node().concepts;
  }
  get number(): Node[] {
    return this.node().number;
  }
  get any(): Node[] {
    return this.node().any;
  }
  get gaps(): Node['gaps'] {
    return this.node().gaps;
  }
  get accept(): string[] {
    return this.node().accept;
  }

  /** The plain node behind this one: a walk asks once and reads fields, where a getter each would cost it a third. */
  plain(): Node {
    return this.node();
  }

  private node(): Node {
    this.unpacked ??= unpack(this.image, this.offset, this.nodeAt);
    return this.unpacked;
  }
}

function unpack({ keys, data }: ConceptImage, offset: number, nodeAt: (offset: number) => Node): Node {
  let at = offset;
  /** Calls `take` with the next part, `step` numbers at a time. */
  const part = (step: 1 | 2, take: (first: number, second: number) => void): void => {
    const end = at + 1 + data[at]!;
    for (at++; at < end; at += step) take(data[at]!, data[at + 1]!);
  };
  const edges = (): Edges => {
    if (data[at] === 0) {
      at++;
      return NO_EDGES;
    }
    const map: Edges = new Map();
    part(2, (key, to) => {
      const list = map.get(keys[key]!);
      if (list) list.push(nodeAt(to));
      else map.set(keys[key]!, [nodeAt(to)]);
    });
    return map;
  };
  const node: Node = { stems: edges(), exact: edges(), concepts: edges(), number: [], any: [], gaps: [], accept: [] };
  part(1, (to) => node.number.push(nodeAt(to)));
  part(1, (to) => node.any.push(nodeAt(to)));
  part(2, (most, to) => node.gaps.push([most, nodeAt(to)]));
  part(1, (key) => node.accept.push(keys[key]!));
  return node;
}
