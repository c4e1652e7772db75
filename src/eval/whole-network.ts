/** A fitted network in whole numbers, as the program keeps it. */
import type { Network } from '../scorer/network.ts';
import type { FittedNetwork } from './fit-network.ts';

/** Steps of a byte. */
const STEPS = 127;

/** Numbers as whole numbers from -127 to 127, and what a step of them is worth. */
function steps(values: Float32Array): { whole: Int8Array; scale: number } {
  const most = values.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  const scale = Number((most / STEPS || 1).toPrecision(6));
  return { whole: Int8Array.from(values, (x) => Math.max(-STEPS, Math.min(STEPS, Math.round(x / scale)))), scale };
}

/** The network of what was fitted. */
export function wholeNetwork({ size, cells, keys, bias, output, ...fitted }: FittedNetwork): Network {
  const [vectors, given] = [steps(fitted.vectors), steps(fitted.given)];
  const [kept, out] = [steps(fitted.kept), steps(fitted.out)];
  const parts = [vectors, given, kept, out];
  const weights = new Int8Array(parts.reduce((n, { whole }) => n + whole.length, 0));
  let at = 0;
  for (const { whole } of parts) {
    weights.set(whole, at);
    at += whole.length;
  }
  return {
    size,
    cells,
    keys,
    weights,
    bias: Array.from(bias, (b) => Number(b.toFixed(4))),
    scales: [Number((vectors.scale * given.scale).toPrecision(6)), kept.scale, out.scale],
    output: Array.from(output, (b) => Number(b.toFixed(4))),
  };
}
