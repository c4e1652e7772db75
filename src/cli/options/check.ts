/** `scscheck check`: its options and help. */
import { type Command, Option } from 'commander';
import { FORMATS } from '../../reporters/formats.ts';
import type { CheckCommandOptions } from '../check.ts';
import type { Done } from '../program.ts';
import { collect, collectOf, number } from '../usage.ts';

const EXAMPLES = `
Examples:
  $ scscheck check draft.md
  $ scscheck check articles/ notes.html https://example.org/story
  $ pandoc draft.docx -t plain | scscheck check -
  $ scscheck check corpus.jsonl --format jsonl --output results.jsonl
  $ scscheck check draft.md --fail-on unverified --label contradicted,unverified
  $ scscheck check page.html --to-text

Inputs: text (.txt), Markdown (.md), HTML (.html), articles a line (.jsonl), folders of these, http(s)
URLs, and - for standard input. Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage
or nothing to check, 3 some inputs could not be read, 130 interrupted.`;

export function addCheck(program: Command, done: Done): void {
  program
    .command('check')
    .description('check articles: files, folders, URLs, - for standard input')
    .argument('<input...>', 'what to check')
    .addOption(new Option('-f, --format <format>', 'output format').choices(FORMATS).default('human'))
    .option('-o, --output <file>', 'write results to a file instead of standard output')
    .addOption(
      new Option('--input-format <format>', 'read every input as this (default: by file name or content type)').choices(
        ['text', 'markdown', 'html', 'jsonl'],
      ),
    )
    .option('--to-text', 'print the text that would be checked, and check nothing')
    .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
    .option('--source <file>', 'your copy of the source document: quote its sentences beside the facts')
    .addOption(
      new Option('--fail-on <label>', 'end with status 1 when a claim has this label or a worse one')
        .choices(['contradicted', 'unverified', 'supported', 'never'])
        .default('contradicted'),
    )
    .option('--min-confidence <number>', 'leave out claims below this confidence, 0 to 1', number(0, 1), 0)
    .option(
      '--label <label>',
      'show these claims alone; may be repeated or a list with commas',
      collectOf(['supported', 'contradicted', 'unverified'] as const),
    )
    .addOption(new Option('--color <when>', 'use colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('--no-color', 'the same as --color never')
    .option('-q, --quiet', 'no progress, warnings, summary or articles without claims')
    .option('--concurrency <number>', 'files and URLs read at a time, 1 to 64', number(1, 64, true), 4)
    .option('--timeout <seconds>', 'longest time to wait for a URL, 0.1 to 600', number(0.1, 600), 30)
    .option('--user-agent <text>', 'User-Agent header of requests')
    .option('--allow-private', 'let URLs lead to local and private addresses')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: CheckCommandOptions) => {
      const { check } = await import('../check.ts');
      done(await check(inputs, options));
    });
}
