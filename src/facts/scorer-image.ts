/** The scorer as `claims/models/scorer.json` and the built fact base hold it. */
import type { Scorer, Table } from '../scorer/model.ts';

/** A scorer as JSON holds it: tables in base64. */
export type ScorerImage = Omit<Scorer, 'labels' | 'nominator'> & {
  labels: Packed<Table>;
  nominator: Packed<Scorer['nominator']>;
};
type Packed<T> = Omit<T, 'weights'> & { weights: string };

/** The scorer of an image whose weights stand elsewhere. */
export function withWeights(image: ScorerImage, labels: Int8Array, nominator: Int8Array): Scorer {
  return {
    ...image,
    labels: { ...image.labels, weights: labels },
    nominator: { ...image.nominator, weights: nominator },
  };
}

/** The scorer of an image. */
export function unpackScorer(image: ScorerImage): Scorer {
  const weights = ({ weights }: { weights: string }): Int8Array => {
    const bytes = Buffer.from(weights, 'base64');
    return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  return withWeights(image, weights(image.labels), weights(image.nominator));
}
