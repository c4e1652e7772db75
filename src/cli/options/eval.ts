/** `scscheck eval`: its options and help. */
import { type Command, Option } from 'commander';
import type { EvalCommandOptions } from '../eval.ts';
import type { Done } from '../program.ts';
import { collect } from '../usage.ts';

const EXAMPLES = `
Examples:
  $ scscheck eval labelled.jsonl
  $ scscheck eval fixtures/eval/dev.jsonl --errors
  $ scscheck eval fixtures/eval/train-*.jsonl fixtures/eval/dev.jsonl --by locator
  $ scscheck eval fixtures/eval/groups-*.jsonl --by group
  $ scscheck eval fixtures/eval/dev.jsonl --ablate
  $ scscheck eval fixtures/eval/frames-dev.jsonl fixtures/eval/frames-round-*.jsonl --frames
  $ scscheck eval labelled.jsonl --format json`;

export function addEval(program: Command, done: Done): void {
  program
    .command('eval')
    .description('score the program on labelled sets')
    .argument('<gold...>', 'labelled sets, a passage a line (.jsonl)')
    .option('--errors', 'print every wrong claim')
    .addOption(
      new Option('--by <group>', 'break the scores down')
        .choices(['rule', 'locator', 'attribution', 'rejection', 'group'])
        .default('rule'),
    )
    .option('--frames', 'score the coding of frames, on sets that are coded for them')
    .option('--ablate', 'print what each part of the program is worth instead')
    .addOption(new Option('-f, --format <format>', 'output format').choices(['human', 'json']).default('human'))
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .addHelpText('after', EXAMPLES)
    .action(async (gold: string[], options: EvalCommandOptions) => {
      const { evaluateSets } = await import('../eval.ts');
      done(await evaluateSets(gold, options));
    });
}
