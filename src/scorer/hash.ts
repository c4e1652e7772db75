/** Features as hashes: how those of a kind are told from those of another, and how two become one. Pure. */
import { hashOf } from '../detect/words.ts';

/** The hash of two hashes in order. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13), 0x85ebca6b);
  return h ^ (h >>> 16);
}

/** The hash that all features of a kind are mixed with. */
export const kind = (name: string): number => hashOf(`\u0001${name}`);
