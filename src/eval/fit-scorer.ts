/**
 * Fits the scorer's two models on the learning sets but some: a process of its own, as each fit takes minutes and uses one
 * processor. It answers each message, which names the files to leave out.
 */
import { loadFactBase } from '../facts/load.ts';
import { CLASSES } from '../scorer/model.ts';
import type { Network } from '../scorer/network.ts';
import { fitNetwork } from './fit-network.ts';
import { BITS, hashed, scorerExamples, shareOf } from './scorer-examples.ts';
import { type Softmax, trainSoftmax } from './softmax.ts';
import { wholeNetwork } from './whole-network.ts';
import { readWordVectors } from './word-vectors.ts';

/** Chosen on held-out sets. */
const FIT = { ridge: 20, epochs: 20, rate: 0.05, drop: 0.5 };

export interface FittedScorer {
  labels: Softmax;
  network: Network;
}

const { examples, placesOf } = scorerExamples(await loadFactBase());
const words = readWordVectors();

/** The linear model and the network of all examples but those of the files `without`. */
function fitScorer(without: readonly string[]): FittedScorer {
  const shown = examples.filter((e) => !without.includes(e.file));
  const labels = trainSoftmax(hashed(shown, placesOf), CLASSES.length, 2 ** BITS, FIT);
  const told = shown.map((e) => ({ input: e.input, label: e.label, weight: shareOf(e) }));
  return { labels, network: wholeNetwork(fitNetwork(told, { words })) };
}

process.on('message', (without: string[]) => process.send!(fitScorer(without)));
