/** `scscheck lsp`: serves an editor until it is done. */
import { loadFactBase } from '../facts/load.ts';
import { createEngine } from '../lsp/checking.ts';
import { createJudgement } from '../lsp/judgement.ts';
import { serve } from '../lsp/server.ts';

/** Options of `lsp` as the command line gives them. */
export interface LspCommandOptions {
  facts?: string[];
}

/** Serves the editor on standard input and output, and does not return: the process ends with the connection. Throws FactBaseError. */
export async function lsp({ facts = [] }: LspCommandOptions): Promise<never> {
  return serve(createEngine(createJudgement(facts, await loadFactBase(facts))));
}
