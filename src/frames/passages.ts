/** Cuts the sentences that are on the topic into passages, which frames are judged in. Pure. */
import type { Heard } from './signs.ts';

/** A passage of more sentences or words is no longer the kind that the model has learnt from: nearly all are shorter. */
const MOST_SENTENCES = 6;
const MOST_WORDS = 120;
/** A paragraph of fewer words says too little by itself and goes with the next. */
const FEW_WORDS = 20;

/** Runs of sentences that follow each other: a paragraph each, short ones joined and long ones cut. */
export function passagesOf(heard: readonly Heard[]): Heard[][] {
  const passages: Heard[][] = [];
  let passage: Heard[] = [];
  let words = 0;
  for (const sentence of heard) {
    const last = passage.at(-1);
    const follows = last !== undefined && last.view.index + 1 === sentence.view.index;
    const turns = last !== undefined && last.view.sentence.block !== sentence.view.sentence.block && words >= FEW_WORDS;
    const length = sentence.view.tokens.length;
    if (!follows || turns || passage.length >= MOST_SENTENCES || words + length > MOST_WORDS) {
      passage = [];
      passages.push(passage);
      words = 0;
    }
    passage.push(sentence);
    words += length;
  }
  return passages;
}
