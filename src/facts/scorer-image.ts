/** The scorer as `claims/models/scorer.json` and the built fact base hold it. */
import type { Scorer, Table } from '../scorer/model.ts';
import type { Network } from '../scorer/network.ts';

/** A scorer as JSON holds it: tables in base64, whole numbers of four bytes with the lowest first. */
export type ScorerImage = Omit<Scorer, 'labels' | 'nominator' | 'network'> & {
  labels: Packed<Table>;
  nominator: Packed<Scorer['nominator']>;
  network: (Omit<Network, 'keys' | 'weights'> & { keys: string; weights: string }) | null;
};
type Packed<T> = Omit<T, 'weights'> & { weights: string };

/** The long rows of a scorer. */
export interface ScorerRows {
  labels: Int8Array;
  nominator: Int8Array;
  networkKeys: Int32Array;
  network: Int8Array;
}

/** The long rows of a scorer; empty ones where it has no network. */
export const rowsOfScorer = ({ labels, nominator, network }: Scorer): ScorerRows => ({
  labels: labels.weights,
  nominator: nominator.weights,
  networkKeys: network?.keys ?? new Int32Array(0),
  network: network?.weights ?? new Int8Array(0),
});

/** The scorer of an image whose long rows stand elsewhere. */
export function withRows(image: ScorerImage, rows: ScorerRows): Scorer {
  return {
    ...image,
    labels: { ...image.labels, weights: rows.labels },
    nominator: { ...image.nominator, weights: rows.nominator },
    network: image.network && { ...image.network, keys: rows.networkKeys, weights: rows.network },
  };
}

/** The image of a scorer without its long rows. */
export function withoutRows({ labels, nominator, network, ...rest }: Scorer): ScorerImage {
  return {
    ...rest,
    labels: { ...labels, weights: '' },
    nominator: { ...nominator, weights: '' },
    network: network && { ...network, keys: '', weights: '' },
  };
}

/** The image of a scorer, whole. */
export function packScorer(scorer: Scorer): ScorerImage {
  const { labels, nominator, network } = withoutRows(scorer);
  const bytes = (row: Int8Array | Int32Array): string =>
    Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('base64');
  const rows = rowsOfScorer(scorer);
  return {
    ...scorer,
    labels: { ...labels, weights: bytes(rows.labels) },
    nominator: { ...nominator, weights: bytes(rows.nominator) },
    network: network && { ...network, keys: bytes(rows.networkKeys), weights: bytes(rows.network) },
  };
}

/** The scorer of an image. */
export function unpackScorer(image: ScorerImage): Scorer {
  const bytes = (text: string): Int8Array => Int8Array.from(Buffer.from(text, 'base64'));
  return withRows(image, {
    labels: bytes(image.labels.weights),
    nominator: bytes(image.nominator.weights),
    networkKeys: new Int32Array(bytes(image.network?.keys ?? '').buffer),
    network: bytes(image.network?.weights ?? ''),
  });
}
