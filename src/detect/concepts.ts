/**
 * Compiles the lexicons: the phrases of each layer into one automaton. A concept that names others stands in a
 * layer above them.
 */
import { FactBaseError } from '../errors.ts';
import type { FacetName } from '../model.ts';
import { type Automaton, type AutomatonImage, type Node, pack, unpack } from './automaton.ts';
import { emptyNode, mergeNodes } from './merge.ts';
import { type Element, namedConcepts, parsePhrase, type Step } from './phrase.ts';

/** An entry of a lexicon (`claims/lexicons/*.yml`). */
export interface Concept {
  id: string;
  /** The facet the concept gives a value for. */
  facet: FacetName | null;
  /** The value in words, for reasons and comparison tables. */
  says: string;
  phrases: string[];
  /** Phrases that look like the concept and are not: a hit that one of them overlaps to its end is dropped. */
  not: string[];
  /**
   * True when the concept is checkable content: a claim that holds it is entailed only by a fact that speaks of it
   * (a penalty, a named city, a technology).
   */
  content: boolean;
  /** True when it only serves other concepts as a part and says nothing by itself: no hit of it is given. */
  part?: boolean | undefined;
}

/** A concept found at words `start` (inclusive) to `end` (exclusive). */
export interface Hit {
  concept: string;
  start: number;
  end: number;
  /** Words that only a gap of the phrase passed over: start, end, start, end …; they are not the concept's own. */
  gaps: readonly number[];
}

/** Marks the names of a concept's `not` phrases. */
const NOT = '\u0000';

/** The compiled lexicons. */
export interface ConceptIndex {
  automaton: Automaton;
  concepts: Map<string, Concept>;
  /** The concepts by number; `not` phrases have numbers of their own. */
  names: readonly string[];
  /** For the number of a concept's `not` phrases the number of that concept; -1 for every other. */
  blocks: Int32Array;
  /** By number: 1 for a concept that is only a part of others. */
  parts: Uint8Array;
}

/** The index of an image and the entries it was compiled from. */
export function indexOf(image: AutomatonImage, entries: readonly Concept[]): ConceptIndex {
  const names = image.keys.concepts;
  const numbers = new Map(names.map((name, i) => [name, i]));
  const blocks = Int32Array.from(names, (name) => (name.startsWith(NOT) ? (numbers.get(name.slice(1)) ?? NEVER) : -1));
  const concepts = new Map(entries.map((entry) => [entry.id, entry]));
  const parts = Uint8Array.from(names, (name) => (concepts.get(name)?.part ? 1 : 0));
  return { automaton: unpack(image), concepts, names, blocks, parts };
}

/** The number of no concept, for `not` phrases of a concept that is never found. */
const NEVER = 0x7fffffff;

function connect(from: Node, element: Element, to: Node): void {
  const into = (map: Map<string, Node[]>, key: string): void => {
    const list = map.get(key);
    if (list) list.push(to);
    else map.set(key, [to]);
  };
  if (element.kind === 'stem') into(from.stems, element.value);
  else if (element.kind === 'exact') into(from.exact, element.value);
  else if (element.kind === 'concept') into(from.concepts, element.value);
  else if (element.kind === 'gap') from.gaps.push([element.max, to]);
  else if (element.kind === 'number') from.number.push(to);
  else from.any.push(to);
}

/** Adds steps from any of `froms`; gives the nodes where the steps have been gone through. */
function addSteps(froms: Node[], steps: Step[]): Node[] {
  let at = froms;
  for (const { options, optional } of steps) {
    const to = emptyNode();
    const ends = [to];
    if (Array.isArray(options)) {
      for (const option of options) {
        // Options meet in one node, so that a phrase costs the sum of its words and not their product.
        const last = option.at(-1)!;
        const before = addSteps(at, option.slice(0, -1));
        if (Array.isArray(last.options) || last.optional) ends.push(...addSteps(before, [last]));
        else for (const from of before) connect(from, last.options, to);
      }
    } else for (const from of at) connect(from, options, to);
    at = optional ? [...ends, ...at] : ends;
  }
  return at;
}

/**
 * Compiles lexicon entries. Throws FactBaseError on a phrase that cannot be read, a reference to an unknown
 * concept, or concepts that name each other in a circle.
 */
export function compileConcepts(entries: Concept[]): ConceptIndex {
  const parsed = new Map<string, { phrases: Step[][]; not: Step[][] }>();
  for (const entry of entries) {
    parsed.set(entry.id, { phrases: entry.phrases.map(parsePhrase), not: entry.not.map(parsePhrase) });
  }
  const layerOf = new Map<string, number>();
  const open = new Set<string>();
  const layer = (id: string): number => {
    const known = layerOf.get(id);
    if (known !== undefined) return known;
    const entry = parsed.get(id);
    if (!entry) throw new FactBaseError('lexicon', `no concept "${id}"`);
    if (open.has(id)) throw new FactBaseError('lexicon', `concept "${id}" names itself in a circle`);
    open.add(id);
    let value = 0;
    for (const name of [...entry.phrases, ...entry.not].flatMap(namedConcepts))
      value = Math.max(value, 1 + layer(name));
    open.delete(id);
    layerOf.set(id, value);
    return value;
  };
  const layers: Node[] = [];
  for (const [id, entry] of parsed) {
    const depth = layer(id);
    while (layers.length <= depth) layers.push(emptyNode());
    const add = (steps: Step[], name: string): void => {
      for (const end of addSteps([layers[depth]!], steps)) if (!end.accept.includes(name)) end.accept.push(name);
    };
    for (const steps of entry.phrases) add(steps, id);
    for (const steps of entry.not) add(steps, NOT + id);
  }
  return indexOf(pack(mergeNodes(layers)), entries);
}
