/** `scscheck eval`: scores the program on labelled sets. */
import type { Breakdown } from '../eval/breakdown.ts';
import { runEval } from '../eval/run.ts';
import { STATUS } from './status.ts';

/** Options of `eval` as the command line gives them. */
export interface EvalCommandOptions {
  errors?: boolean;
  ablate?: boolean;
  by: Breakdown;
  format: 'human' | 'json';
  facts?: string[];
  /** Score the coding of frames. */
  frames?: boolean;
}

/** Scores the sets and prints the report; the status is 0 whatever the scores. Throws what `runEval` throws. */
export async function evaluateSets(files: string[], options: EvalCommandOptions): Promise<number> {
  if (options.frames) return evaluateFrames(files, options);
  const { text } = await runEval(files, {
    errors: options.errors,
    ablate: options.ablate,
    by: options.by,
    json: options.format === 'json',
    facts: options.facts,
  });
  process.stdout.write(text);
  return STATUS.ok;
}

async function evaluateFrames(files: string[], { format }: EvalCommandOptions): Promise<number> {
  const { renderFrames, runFramesEval } = await import('../eval/run-frames.ts');
  const reports = await runFramesEval(files);
  process.stdout.write(format === 'json' ? `${JSON.stringify(reports, null, 2)}\n` : renderFrames(reports));
  return STATUS.ok;
}
