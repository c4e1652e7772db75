/** Walks over a sentence's words along the ways of the lexicons' automaton and notes the concepts it comes upon. */
import { type Automaton, follow } from './automaton.ts';
import {
  conceptBit,
  EVERY_WORD,
  GAP_CONCEPTS,
  GAP_SIZE,
  GAP_WORDS,
  HAS_ACCEPT,
  HAS_ANY,
  HAS_EXACT,
  HAS_GAPS,
  HAS_NUMBER,
  HAS_STEMS,
  NODE_ACCEPT,
  NODE_ANY,
  NODE_CONCEPTS,
  NODE_GAPS,
  NODE_NUMBER,
  NODE_SIZE,
  NODE_WORDS,
  wordBit,
} from './layout.ts';
import { BREAK, type Token } from './tokens.ts';

/** A sentence while it is matched: its words as keys, and what was found, linked by the word it begins with. */
export interface Walk {
  automaton: Automaton;
  tokens: Token[];
  stems: Int32Array;
  exact: Int32Array;
  /** The break before each word, and one behind the last that nothing reaches over. */
  breaks: Uint8Array;
  /** The bits of each word, and of the concepts that begin with it. */
  words: Int32Array;
  concepts: Int32Array;
  /** For each word the last finding that begins there; -1 when none does. */
  first: Int32Array;
  /** The word the walk began with, and the first finding from it. */
  start: number;
  own: number;
  /** How many findings there are; each is a place in the lists below. */
  count: number;
  concept: number[];
  from: number[];
  end: number[];
  gaps: (readonly number[])[];
  /** The finding before it that begins with the same word; -1 when none does. */
  next: number[];
}

const NO_GAPS: readonly number[] = [];

/** Kept from sentence to sentence, as making the lists anew takes longer than filling them. */
let kept: Walk | null = null;
/** Words of a sentence that the lists have room for at first. */
const ROOM = 256;
/** Lists grown longer than this by a giant sentence are not kept. */
const MOST_KEPT = 100_000;

function createWalk(room: number, automaton: Automaton): Walk {
  return {
    automaton,
    tokens: [],
    stems: new Int32Array(room),
    exact: new Int32Array(room),
    breaks: new Uint8Array(room),
    words: new Int32Array(room),
    concepts: new Int32Array(room),
    first: new Int32Array(room),
    start: 0,
    own: 0,
    count: 0,
    concept: [],
    from: [],
    end: [],
    gaps: [],
    next: [],
  };
}

/** A walk that has found nothing yet; the one before is over with it. */
export function walkOver(tokens: Token[], automaton: Automaton): Walk {
  const n = tokens.length;
  if (!kept || n >= kept.first.length || kept.next.length > MOST_KEPT)
    kept = createWalk(Math.max(ROOM, 2 * n), automaton);
  const w = kept;
  const { stems, exact, breaks, words, concepts, first } = w;
  const { stemKey, exactKey } = automaton;
  for (let i = 0; i < n; i++) {
    const { stem, norm, before } = tokens[i]!;
    const byStem = stemKey(stem);
    const byForm = exactKey(norm);
    stems[i] = byStem;
    exact[i] = byForm;
    breaks[i] = before;
    words[i] = EVERY_WORD | wordBit(byStem) | wordBit(byForm);
    concepts[i] = 0;
    first[i] = -1;
  }
  breaks[n] = BREAK.strong;
  w.automaton = automaton;
  w.tokens = tokens;
  w.count = 0;
  return w;
}

/** Goes on from the first node of a layer by the word that the walk begins with. */
export function open(w: Walk, depth: number): void {
  const { layers, nodes, opens, keyCount, firstConcept } = w.automaton;
  const { start } = w;
  const ways = depth * keyCount;
  const stem = w.stems[start]!;
  const form = w.exact[start]!;
  if (stem >= 0) step(w, opens[ways + stem]!, start + 1, NO_GAPS);
  if (form >= 0) step(w, opens[ways + form]!, start + 1, NO_GAPS);
  const at = layers[depth]! * NODE_SIZE;
  const has = nodes[at]!;
  if ((has & HAS_ANY) !== 0) step(w, nodes[at + NODE_ANY]!, start + 1, NO_GAPS);
  if ((has & HAS_NUMBER) !== 0 && isNumeral(w.tokens[start]!)) step(w, nodes[at + NODE_NUMBER]!, start + 1, NO_GAPS);
  for (let i = w.first[start]!; i >= 0; i = w.next[i]!)
    step(w, opens[ways + firstConcept + w.concept[i]!]!, w.end[i]!, w.gaps[i]!);
  if ((has & HAS_GAPS) !== 0) passOver(w, at, start, NO_GAPS);
}

function walk(w: Walk, node: number, position: number, afterGap: boolean, gaps: readonly number[]): void {
  const { automaton } = w;
  const { nodes } = automaton;
  const at = node * NODE_SIZE;
  const has = nodes[at]!;
  if ((has & HAS_ACCEPT) !== 0) acceptAll(w, nodes[at + NODE_ACCEPT]!, position, gaps);
  // A phrase's words stand side by side; only a gap may hold a comma or a bracket.
  if (w.breaks[position]! <= (afterGap ? BREAK.bracket : BREAK.quote)) {
    if ((nodes[at + NODE_WORDS]! & w.words[position]!) !== 0) {
      if ((has & HAS_STEMS) !== 0) step(w, follow(automaton, node, w.stems[position]!), position + 1, gaps);
      if ((has & HAS_EXACT) !== 0) step(w, follow(automaton, node, w.exact[position]!), position + 1, gaps);
      if ((has & HAS_ANY) !== 0) step(w, nodes[at + NODE_ANY]!, position + 1, gaps);
      if ((has & HAS_NUMBER) !== 0 && isNumeral(w.tokens[position]!))
        step(w, nodes[at + NODE_NUMBER]!, position + 1, gaps);
    }
    const concepts = nodes[at + NODE_CONCEPTS]!;
    if ((concepts & w.concepts[position]!) !== 0) {
      for (let i = w.first[position]!; i >= 0; i = w.next[i]!) {
        const concept = w.concept[i]!;
        if ((concepts & conceptBit(concept)) === 0) continue;
        const to = follow(automaton, node, automaton.firstConcept + concept);
        if (to < 0) continue;
        const passed = w.gaps[i]!;
        step(w, to, w.end[i]!, passed.length > 0 ? [...gaps, ...passed] : gaps);
      }
    }
  }
  if ((has & HAS_GAPS) !== 0 && !afterGap) passOver(w, at, position, gaps);
}

/** Goes on from a node behind the words that its gaps may pass over. */
function passOver(w: Walk, at: number, position: number, gaps: readonly number[]): void {
  const { nodes, lists } = w.automaton;
  const list = nodes[at + NODE_GAPS]!;
  const end = position + lists[list]!;
  for (let next = position, gap = list + 1; next < end && w.breaks[next] !== BREAK.strong; next++, gap += GAP_SIZE) {
    // Most words lead nowhere: a glance at the bits spares looking, and looking spares the call and the list of gaps.
    if (((lists[gap + GAP_WORDS]! & w.words[next]!) | (lists[gap + GAP_CONCEPTS]! & w.concepts[next]!)) === 0) continue;
    const to = lists[gap]!;
    if (leads(w, to, next)) walk(w, to, next, true, next > position ? [...gaps, position, next] : gaps);
  }
}

function step(w: Walk, to: number, position: number, gaps: readonly number[]): void {
  if (to >= 0) walk(w, to, position, false, gaps);
}

/** Whether a word, or a concept that begins with it, leads on from a node. */
function leads(w: Walk, node: number, position: number): boolean {
  const { automaton } = w;
  const { nodes } = automaton;
  const at = node * NODE_SIZE;
  if ((nodes[at + NODE_WORDS]! & w.words[position]!) !== 0) {
    const has = nodes[at]!;
    if ((has & (HAS_ANY | HAS_NUMBER)) !== 0) return true;
    if ((has & HAS_STEMS) !== 0 && follow(automaton, node, w.stems[position]!) >= 0) return true;
    if ((has & HAS_EXACT) !== 0 && follow(automaton, node, w.exact[position]!) >= 0) return true;
  }
  if ((nodes[at + NODE_CONCEPTS]! & w.concepts[position]!) === 0) return false;
  for (let i = w.first[position]!; i >= 0; i = w.next[i]!)
    if (follow(automaton, node, automaton.firstConcept + w.concept[i]!) >= 0) return true;
  return false;
}

function acceptAll(w: Walk, list: number, position: number, gaps: readonly number[]): void {
  const { lists } = w.automaton;
  if (position > w.start) for (let i = list + lists[list]!; i > list; i--) keepLongest(w, lists[i]!, position, gaps);
}

/** Keeps a finding, or lengthens the one of the same concept that begins with the same word. */
function keepLongest(w: Walk, concept: number, end: number, gaps: readonly number[]): void {
  for (let i = w.own; i < w.count; i++) {
    if (w.concept[i] !== concept) continue;
    if (w.end[i]! < end) {
      w.end[i] = end;
      w.gaps[i] = gaps;
    }
    return;
  }
  const i = w.count++;
  w.concept[i] = concept;
  w.from[i] = w.start;
  w.end[i] = end;
  w.gaps[i] = gaps;
  w.next[i] = -1;
}

function isNumeral(token: Token): boolean {
  const c = token.norm.charCodeAt(0);
  return c >= 48 && c <= 57;
}
