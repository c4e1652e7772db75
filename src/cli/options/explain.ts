/** `scscheck explain`: its options and help. */
import { type Command, Option } from 'commander';
import type { ExplainCommandOptions } from '../explain.ts';
import type { Done } from '../program.ts';
import { collect } from '../usage.ts';

const EXAMPLES = `
Examples:
  $ scscheck explain "Every Chinese citizen has a social credit score."
  $ scscheck explain "Pilot cities use different point scales." --source blog-post.txt
  $ scscheck explain "A dozen agencies are involved." --format json`;

export function addExplain(program: Command, done: Done): void {
  program
    .command('explain')
    .description('one claim: its label, the nearest facts, and what decided, step by step')
    .argument('<claim...>', 'the claim, one sentence')
    .addOption(new Option('-f, --format <format>', 'output format').choices(['human', 'json']).default('human'))
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .option('--source <file>', 'your copy of the source document: quote its sentences beside the facts')
    .addOption(new Option('--color <when>', 'use colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-color', 'the same as --color never')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: ExplainCommandOptions) => {
      const { explain } = await import('../explain.ts');
      done(await explain(words.join(' '), options));
    });
}
