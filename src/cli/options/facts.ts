/** `scscheck facts`: its commands, options and help. */
import { type Command, Option } from 'commander';
import type { FactsCommandOptions } from '../facts.ts';
import type { Done } from '../program.ts';
import { collect } from '../usage.ts';

const EXAMPLES = `
Examples:
  $ scscheck facts list
  $ scscheck facts show no-national-score
  $ scscheck facts validate --facts my-facts/
  $ scscheck facts verify --source blog-post.txt
  $ scscheck facts list --format json`;

export function addFacts(program: Command, done: Done): void {
  const facts = program
    .command('facts')
    .description('read and check the fact base')
    .allowExcessArguments()
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { listOr } = await import('../facts.ts');
      done(
        await listOr(
          facts.args,
          facts.commands.map((one) => one.name()),
        ),
      );
    });
  const sub = (name: string, description: string, example: string): Command =>
    facts
      .command(name)
      .allowExcessArguments(false)
      .description(description)
      .option('--facts <path>', 'facts of your own, a file or folder; may be repeated', collect)
      .addOption(new Option('-f, --format <format>', 'output format').choices(['human', 'json']).default('human'))
      .addOption(new Option('--color <when>', 'use colours').choices(['auto', 'always', 'never']).default('auto'))
      .option('--no-color', 'the same as --color never')
      .addHelpText('after', `\nExamples:\n${example}`);

  sub(
    'list',
    'every fact: id, statement, locators (the same as facts alone)',
    '  $ scscheck facts list\n  $ scscheck facts list --format json',
  ).action(async (options: FactsCommandOptions) => done(await (await import('../facts.ts')).list(options)));
  sub('show', 'one fact with all that is known of it', '  $ scscheck facts show no-national-score')
    .argument('<id>', 'id of the fact')
    .action(async (id: string, options: FactsCommandOptions) =>
      done(await (await import('../facts.ts')).show(id, options)),
    );
  sub(
    'validate',
    'check the fact base: keys, locators, ids, examples',
    '  $ scscheck facts validate\n  $ scscheck facts validate --facts my-facts/',
  ).action(async (options: FactsCommandOptions) => done(await (await import('../facts-check.ts')).validate(options)));
  sub(
    'verify',
    'prove every locator against a copy of the source document',
    '  $ scscheck facts verify --source blog-post.txt',
  )
    .requiredOption('--source <file>', 'the copy of the source document')
    .action(async (options: FactsCommandOptions) => done(await (await import('../facts-check.ts')).verify(options)));
}
