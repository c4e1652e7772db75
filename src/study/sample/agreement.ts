// Stand-in until the real one is here: overwrite it.
import type { Agreement } from '../model.ts';
import type { Coding } from './coding.ts';
export function agreement(_codings: readonly Coding[], _options: { seed: number; draws: number }): Agreement[] {
  return [];
}
