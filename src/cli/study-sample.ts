/** `scscheck study sample` and `scscheck study agree`: coding by hand. */
import type { PeriodUnit } from '../study/model.ts';
import type { ReadingOptions } from './reading.ts';

export interface SampleCommandOptions extends ReadingOptions {
  out: string;
  size: number;
  by?: PeriodUnit;
  seed: number;
  facts?: string[];
  quiet?: boolean;
  workers: number;
}

export interface AgreeCommandOptions {
  with?: string;
  format: 'human' | 'json';
  seed: number;
}

export async function drawForCoding(_inputs: string[], _options: SampleCommandOptions): Promise<number> {
  throw new Error('not yet');
}

export async function agreeOn(_files: string[], _options: AgreeCommandOptions): Promise<number> {
  throw new Error('not yet');
}
