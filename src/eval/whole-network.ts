/** A fitted network in whole numbers, as the program keeps it. */
import type { Network } from '../scorer/network.ts';
import type { FittedNetwork } from './fit-network.ts';
import { CLASS_COUNT } from './network-pass.ts';

/** Steps of a byte. */
const STEPS = 127;

/** Numbers as whole numbers from -127 to 127, and what a step of them is worth. */
function steps(values: Float32Array): { whole: Int8Array; scale: number } {
  const most = values.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  const scale = Number((most / STEPS || 1).toPrecision(6));
  return { whole: Int8Array.from(values, (x) => Math.max(-STEPS, Math.min(STEPS, Math.round(x / scale)))), scale };
}

/** The network of what was fitted. */
export function wholeNetwork({ size, filters, keys, bias, output, ...fitted }: FittedNetwork): Network {
  const { vectors, columns, out } = fitted;
  const states = filters * CLASS_COUNT;
  const parts = [vectors, columns, out.subarray(0, states), out.subarray(states)].map(steps);
  const step = parts[0]!.scale * parts[1]!.scale;
  const weights = new Int8Array(parts.reduce((n, { whole }) => n + whole.length, 0));
  let at = 0;
  for (const { whole } of parts) {
    weights.set(whole, at);
    at += whole.length;
  }
  return {
    size,
    filters,
    keys,
    weights,
    bias: Array.from(bias, (b) => Math.round(b / step)),
    scales: [step * parts[2]!.scale, parts[3]!.scale],
    output: Array.from(output, (b) => Number(b.toFixed(4))),
  };
}
