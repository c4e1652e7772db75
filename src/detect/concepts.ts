/**
 * Finds the lexicons' concepts in the words of a sentence. Phrases are compiled into one trie a layer: a concept
 * that names others stands in a layer above them. Work per word is bounded by the phrases that begin with it
 * and by their gaps, so a sentence costs time linear in its length.
 */
import { FactBaseError } from '../errors.ts';
import type { FacetName } from '../model.ts';
import { emptyNode, mergeNodes } from './merge.ts';
import { type Element, namedConcepts, parsePhrase, type Step } from './phrase.ts';
import { BREAK, type Token } from './tokens.ts';

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
}

/** A concept found at words `start` (inclusive) to `end` (exclusive). */
export interface Hit {
  concept: string;
  start: number;
  end: number;
  /** Words that only a gap of the phrase passed over: start, end, start, end …; they are not the concept's own. */
  gaps: readonly number[];
}

/** A place in the automaton, with the ways on from it. */
export interface Node {
  stems: Map<string, Node[]>;
  exact: Map<string, Node[]>;
  concepts: Map<string, Node[]>;
  number: Node[];
  any: Node[];
  /** How many words may be passed over: at most so many while phrases are compiled, exactly so many once merged. */
  gaps: [words: number, to: Node][];
  accept: string[];
  /** Of a node that is unpacked when it is first asked for: the node itself. */
  plain?(): Node;
}

/** The compiled lexicons: an automaton a layer. */
export interface ConceptIndex {
  layers: Node[];
  concepts: Map<string, Concept>;
}

/** Marks hits of a concept's `not` phrases while a layer is matched. */
const NOT = '\u0000';

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
  const concepts = new Map(entries.map((entry) => [entry.id, entry]));
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
  return { layers: mergeNodes(layers), concepts };
}

/** The concepts in a sentence's words, sorted by start, then end, then concept. */
export function findConcepts(tokens: Token[], index: ConceptIndex): Hit[] {
  const at: Hit[][] = tokens.map(() => []);
  for (const root of index.layers) {
    const found: Hit[] = [];
    const longest: Hit[] = [];
    const w: Walk = { start: 0, tokens, at, longest };
    for (let start = 0; start < tokens.length; start++) {
      if (!leads(root, tokens[start]!, at[start]!)) continue;
      longest.length = 0;
      w.start = start;
      walk(root, w, start, false, NO_GAPS);
      for (const hit of longest) found.push(hit);
    }
    const blocked = found.filter((hit) => hit.concept.charCodeAt(0) === 0);
    for (const hit of found) {
      if (hit.concept.charCodeAt(0) === 0) continue;
      if (blocked.length > 0 && isBlocked(hit, blocked)) continue;
      at[hit.start]!.push(hit);
    }
  }
  const out: Hit[] = [];
  for (const hits of at) {
    if (hits.length > 1) hits.sort((a, b) => a.end - b.end || (a.concept < b.concept ? -1 : 1));
    for (const hit of hits) out.push(hit);
  }
  return out;
}

/** "a number of" is no number: what a `not` phrase overlaps to the hit's end or beyond is dropped. */
function isBlocked(hit: Hit, blocked: Hit[]): boolean {
  for (const b of blocked) {
    if (
      b.start < hit.end &&
      hit.start < b.end &&
      b.end >= hit.end &&
      b.concept.endsWith(hit.concept) &&
      b.concept.length === hit.concept.length + 1
    )
      return true;
  }
  return false;
}

const NO_GAPS: readonly number[] = [];

/** What a walk carries along: the words, the hits of lower layers, and the longest hits found from its start. */
interface Walk {
  start: number;
  tokens: Token[];
  at: Hit[][];
  longest: Hit[];
}

function walk(packed: Node, w: Walk, position: number, afterGap: boolean, gaps: readonly number[]): void {
  const from = packed.plain ? packed.plain() : packed;
  const { start, tokens, longest } = w;
  if (position > start) {
    for (const concept of from.accept) keepLongest(longest, concept, start, position, gaps);
  }
  const token = tokens[position];
  if (!token) return;
  // A phrase's words stand side by side; only a gap may hold a comma or a bracket.
  if (position === start || token.before <= (afterGap ? BREAK.bracket : BREAK.quote)) {
    if (from.stems.size > 0) walkAll(from.stems.get(token.stem), w, position + 1, gaps);
    if (from.exact.size > 0) walkAll(from.exact.get(token.norm), w, position + 1, gaps);
    if (from.any.length > 0) walkAll(from.any, w, position + 1, gaps);
    if (from.number.length > 0) {
      const c = token.norm.charCodeAt(0);
      if (c >= 48 && c <= 57) walkAll(from.number, w, position + 1, gaps);
    }
    if (from.concepts.size > 0) {
      for (const hit of w.at[position]!) {
        const to = from.concepts.get(hit.concept);
        if (to) walkAll(to, w, hit.end, hit.gaps.length > 0 ? [...gaps, ...hit.gaps] : gaps);
      }
    }
  }
  if (afterGap || from.gaps.length === 0) return;
  for (const [skip, to] of from.gaps) {
    const next = tokens[position + skip];
    if (!next || next.before === BREAK.strong) break;
    // Most words lead nowhere: looking first spares the call and the list of gaps.
    if (!leads(to, next, w.at[position + skip]!)) continue;
    walk(to, w, position + skip, true, skip > 0 ? [...gaps, position, position + skip] : gaps);
  }
}

/** Whether a word, or a concept that begins with it, leads on from a node. */
function leads(packed: Node, token: Token, hits: Hit[]): boolean {
  const node = packed.plain ? packed.plain() : packed;
  if (node.stems.has(token.stem) || node.exact.has(token.norm) || node.any.length > 0 || node.number.length > 0)
    return true;
  if (node.concepts.size === 0) return false;
  for (const hit of hits) if (node.concepts.has(hit.concept)) return true;
  return false;
}

function keepLongest(longest: Hit[], concept: string, start: number, end: number, gaps: readonly number[]): void {
  for (let i = 0; i < longest.length; i++) {
    const known = longest[i]!;
    if (known.concept !== concept) continue;
    if (known.end < end) longest[i] = { concept, start, end, gaps };
    return;
  }
  longest.push({ concept, start, end, gaps });
}

function walkAll(to: Node[] | undefined, w: Walk, position: number, gaps: readonly number[]): void {
  if (to) for (const node of to) walk(node, w, position, false, gaps);
}
