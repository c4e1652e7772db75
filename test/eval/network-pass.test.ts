import { describe, expect, it } from 'vitest';
import { type Learnt, learnt } from '../../src/eval/adam.ts';
import { CLASS_COUNT, type Numbered, type Parts, passThrough, roomFor } from '../../src/eval/network-pass.ts';
import { rowsOf } from '../../src/eval/rows.ts';
import { sequence } from '../../src/eval/softmax.ts';
import { vectorTable } from '../../src/eval/vector-table.ts';
import { DIRECTIONS, GATES } from '../../src/scorer/network.ts';
import { STATES } from '../../src/scorer/network-input.ts';

const [SIZE, CELLS, LONGEST] = [8, 4, 6];
const within = (most: number, random: () => number) => () => most * (2 * random() - 1);

/** A small network in training, and the loss of a clause with all gradients gathered anew. */
function small(seed: number, clause: Numbered, label: number) {
  const random = sequence(seed);
  const some = within(0.5, random);
  const words = { width: 3, at: new Map([11, 12, 13].map((hash, k) => [hash, 3 * k])), values: new Float32Array(9) };
  words.values = words.values.map(() => 2 * some());
  // The vector numbered 3 is of a word that was not met.
  const table = vectorTable(Int32Array.from([11, 20, 12]), 2, SIZE, words, { own: some, map: some });
  const gates = DIRECTIONS * GATES * CELLS;
  const rows = rowsOf(roomFor(SIZE, CELLS, LONGEST));
  const parts: Parts = {
    given: learnt(gates * SIZE, some, rows.floats),
    kept: learnt(gates * CELLS, some, rows.floats),
    bias: learnt(gates + DIRECTIONS * CELLS, some),
    out: learnt((DIRECTIONS * CELLS + STATES) * CLASS_COUNT, some),
    output: learnt(CLASS_COUNT, some),
  };
  const all: [string, Learnt][] = Object.entries({ ...parts, ...table.parts });
  const nothing = { answers: 0, words: 0, readings: 0, label: 0 };
  const show = passThrough(parts, table, CELLS, LONGEST, nothing, () => 0.5, rows);
  const loss = (): number => {
    for (const [, part] of all) part.gradient.fill(0);
    show(clause, label, 1);
    table.settle();
    // Of the four constants at the end the gradient is what was thought likely, less one for the label.
    return -Math.log(parts.output.gradient[label]! + 1);
  };
  return { all, loss };
}

describe('the gradients of a clause', () => {
  const clauses: [string, Numbered][] = [
    [
      'with marks, an unknown word and one only known from elsewhere',
      {
        words: Int32Array.from([1, 2, 3, 0, 1]),
        marks: Int32Array.from([2, 1]),
        at: Int32Array.from([0, 3]),
        states: [1, 7],
      },
    ],
    ['of one word', { words: Int32Array.of(1), marks: new Int32Array(0), at: new Int32Array(0), states: [] }],
    [
      'as long as can be',
      { words: Int32Array.from([3, 3, 2, 1, 2, 1]), marks: Int32Array.of(1), at: Int32Array.of(5), states: [21] },
    ],
  ];
  it.each(clauses)('are how its loss changes: %s', (_, clause) => {
    // With these numbers no cell has two places that are loudest within a step of one another: there the loss bends.
    const { all, loss } = small(2, clause, 2);
    loss();
    const gradients = all.map(([, part]) => part.gradient.slice());
    const step = 0.01;
    all.forEach(([name, { values }], k) => {
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        values[i] = value + step;
        const above = loss();
        values[i] = value - step;
        const below = loss();
        values[i] = value;
        expect(Math.abs((above - below) / (2 * step) - gradients[k]![i]!), `${name} ${i}`).toBeLessThan(0.0005);
      }
    });
  });
});
