/** `scscheck lsp`: its options and help. */
import { type Command, Option } from 'commander';
import type { LspCommandOptions } from '../lsp.ts';
import type { Done } from '../program.ts';
import { collect } from '../usage.ts';

const EXAMPLES = `
Editors start it themselves; docs/editors.md says how to set them up.

Examples:
  $ scscheck lsp
  $ scscheck lsp --facts our-facts/`;

export function addLsp(program: Command, done: Done): void {
  program
    .command('lsp')
    .description('a language server: findings in the editor, as you write')
    .addOption(new Option('--stdio', 'speak on standard input and output; always so').default(true))
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .addOption(new Option('--clientProcessId <id>', 'end with this process; some editors give it').hideHelp())
    .addHelpText('after', EXAMPLES)
    .action(async (options: LspCommandOptions) => {
      const { lsp } = await import('../lsp.ts');
      done(await lsp(options));
    });
}
