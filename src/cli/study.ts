/** `scscheck study`: from articles to tables, figures and a report. */
import type { PeriodUnit } from '../study/model.ts';
import type { ReadingOptions } from './reading.ts';

/** Options of `study` as the command line gives them. */
export interface StudyCommandOptions extends ReadingOptions {
  out: string;
  by?: PeriodUnit;
  sureDates?: boolean;
  until?: string;
  events?: string;
  compare?: string;
  coded?: string[];
  draws: number;
  seed: number;
  facts?: string[];
  quiet?: boolean;
  workers: number;
}

export async function study(_inputs: string[], _options: StudyCommandOptions): Promise<number> {
  throw new Error('not yet');
}
