import { expect, test } from 'vitest';
import { follow } from '../../src/detect/automaton.ts';
import { compileConcepts, indexOf } from '../../src/detect/concepts.ts';
import { findConcepts } from '../../src/detect/find-concepts.ts';
import {
  conceptBit,
  GAP_CONCEPTS,
  GAP_SIZE,
  GAP_WORDS,
  HAS_ANY,
  HAS_GAPS,
  HAS_NUMBER,
  NODE_CONCEPTS,
  NODE_EDGES,
  NODE_GAPS,
  NODE_SIZE,
  NODE_WORDS,
  wordBit,
} from '../../src/detect/layout.ts';
import { viewSentences } from '../../src/detect/view.ts';
import { readBundle } from '../../src/facts/bundle.ts';
import { claimsFolder } from '../../src/facts/load.ts';
import { claimArticle } from '../../src/judge-text.ts';
import { concept, STRUCTURE } from './small.ts';

const LEXICON = [
  ...STRUCTURE,
  concept('numbered', ['(a|the)? NUM ...2 <local>', '<may> _ (lose|win) =another? ... point'], {
    not: ['a NUM way <local>'],
  }),
];

test('an index made from its image finds the same concepts', () => {
  const index = compileConcepts(LEXICON);
  const { keys, layers, nodes, lists, keysOn, ways, opens } = index.automaton;
  const copy = indexOf({ keys, layers, nodes, lists, keysOn, ways, opens }, LEXICON);
  const text =
    'It was a myth that nobody in Riverton may ever lose points. In 12 of one town it is not only so; ' +
    'residents can always, some say, win another point. No evidence that a company plans to shut 3 people out.';
  let hits = 0;
  for (const { tokens } of viewSentences(claimArticle(text), index)) {
    const found = findConcepts(tokens, index);
    hits += found.length;
    expect(findConcepts(tokens, copy)).toEqual(found);
  }
  expect(hits).toBeGreaterThan(10);
});

test('an edge that is asked for is found, and one that is not there is not, however many there are', () => {
  const { lexicon } = readBundle(claimsFolder());
  const { automaton } = compileConcepts(lexicon);
  const { nodes, keysOn, ways, keys } = automaton;
  const known = new Set<string>();
  for (let node = 0; (node + 1) * NODE_SIZE < nodes.length; node++) {
    const [from, to] = [nodes[node * NODE_SIZE + NODE_EDGES]!, nodes[(node + 1) * NODE_SIZE + NODE_EDGES]!];
    for (let edge = from; edge < to; edge++) {
      if (follow(automaton, node, keysOn[edge]!) !== ways[edge]) throw new Error(`${node} by ${keysOn[edge]}`);
      known.add(`${node} ${keysOn[edge]}`);
    }
  }
  expect(known.size).toBe(keysOn.length);
  const last = keys.stems.length + keys.exact.length + keys.concepts.length;
  for (let node = 0; node < 50; node++)
    for (let key = 0; key < last; key += 7)
      if (!known.has(`${node} ${key}`)) expect(follow(automaton, node, key)).toBe(-1);
  expect(follow(automaton, 0, -1)).toBe(-1);
});

test('the bits of a node, and of those that its gaps lead to, are those of what leads on', () => {
  const { nodes, lists, keysOn, firstConcept } = compileConcepts(LEXICON).automaton;
  let gaps = 0;
  for (let at = 0; at + NODE_SIZE < nodes.length; at += NODE_SIZE) {
    let [words, concepts] = [0, 0];
    for (const key of keysOn.subarray(nodes[at + NODE_EDGES], nodes[at + NODE_SIZE + NODE_EDGES])) {
      if (key < firstConcept) words |= wordBit(key);
      else concepts |= conceptBit(key - firstConcept);
    }
    if ((nodes[at]! & (HAS_ANY | HAS_NUMBER)) !== 0) words = -1;
    expect([nodes[at + NODE_WORDS], nodes[at + NODE_CONCEPTS]]).toEqual([words, concepts]);
    if ((nodes[at]! & HAS_GAPS) === 0) continue;
    const list = nodes[at + NODE_GAPS]!;
    for (let gap = list + 1; gap < list + 1 + lists[list]! * GAP_SIZE; gap += GAP_SIZE) {
      const to = lists[gap]! * NODE_SIZE;
      expect([lists[gap + GAP_WORDS], lists[gap + GAP_CONCEPTS]]).toEqual([
        nodes[to + NODE_WORDS],
        nodes[to + NODE_CONCEPTS],
      ]);
      gaps++;
    }
  }
  expect(gaps).toBeGreaterThan(3);
});
