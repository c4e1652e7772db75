import { describe, expect, it } from 'vitest';
import { decide } from '../../src/label.ts';
import { type NetworkInput, networkInput, RULED_STATES, STATES } from '../../src/scorer/network-input.ts';
import { baseOf, candidatesOf, entry } from '../match/small.ts';

const base = baseOf([entry('ferry-free', [{ needs: ['ferry', 'fee'], means: 'clashes' }])]);

function inputOf(text: string, i = 0): NetworkInput {
  const candidate = candidatesOf(text, base)[i]!;
  return networkInput(candidate, decide(candidate.proposition, candidate.matches, base));
}
/** What stands on a word. */
const on = ({ marks, at }: NetworkInput, word: number): number[] => marks.filter((_, i) => at[i] === word);

describe('what the network reads of a clause', () => {
  it('is its words in their order, the same number for the same word', () => {
    const { words } = inputOf('Dogs board boats.');
    expect(words).toHaveLength(3);
    expect(inputOf('Boats board dogs.').words).toEqual(words.toReversed());
  });

  it('has on each word the concepts that are heard there', () => {
    const input = inputOf('Most dogs pay a fee.');
    const [dogs, pay, fee] = [1, 2, 4].map((word) => on(input, word));
    expect(pay!.filter((mark) => fee!.includes(mark))).toHaveLength(1);
    expect(dogs!.filter((mark) => fee!.includes(mark))).toEqual([]);
  });

  it('tells a break from none, and words around the clause from its own', () => {
    const plain = inputOf('The ferry is old and dogs are free.');
    const broken = inputOf('The ferry, is old and dogs are free.');
    expect(broken.words).toEqual(plain.words);
    expect(broken.marks.length).toBe(plain.marks.length + 1);
    const told = inputOf('Critics say the ferry is old.');
    const first = told.words.length - 4;
    expect(on(told, 0).filter((mark) => !on(told, first).includes(mark))).not.toEqual([]);
  });

  it('never points past its words, and reads a long clause in part', () => {
    const input = inputOf(`The ferry takes ${'old '.repeat(300)}dogs.`);
    expect(input.words.length).toBeLessThan(100);
    expect(input.at).toHaveLength(input.marks.length);
    for (const word of input.at) expect(input.words[word]).toBeDefined();
  });

  it.each([
    ['a negation', 'The ferry takes a fee.', 'The ferry takes no fee.'],
    ['a rejection', 'The ferry takes a fee.', 'It is a myth that the ferry takes a fee.'],
    ['a plan', 'The ferry takes a fee.', 'The ferry will take a fee.'],
    ['a place', 'The ferry has boats.', 'Riverton has boats.'],
    ['the sentence behind', 'The ferry is old.', 'The ferry is old. Dogs are free.'],
  ])('has other states with %s', (_, one, other) => {
    const [plain, changed] = [inputOf(one).states, inputOf(other).states];
    const own = (states: number[]): number[] => states.filter((s) => s >= RULED_STATES);
    expect(own(changed)).not.toEqual(own(plain));
    for (const states of [plain, changed]) {
      expect(states).toEqual([...new Set(states)].sort((a, b) => a - b));
      expect(Math.max(...states)).toBeLessThan(STATES);
    }
  });

  it('says what the readings say among the first states', () => {
    const ruled = (text: string): number[] => inputOf(text).states.filter((s) => s < RULED_STATES);
    expect(ruled('The ferry takes a fee.')).not.toEqual(ruled('The ferry is old.'));
  });
});
