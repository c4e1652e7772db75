/** The command line: which commands and options there are. Each command's code is loaded when it runs. */
import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { addCheck } from './options/check.ts';
import { addEval } from './options/eval.ts';
import { addExplain } from './options/explain.ts';
import { addFacts } from './options/facts.ts';
import { addLsp } from './options/lsp.ts';
import { addStudy } from './options/study.ts';
import { usageLine } from './usage.ts';

/** Takes the exit status of the command that ran. */
export type Done = (status: number) => void;

const EXAMPLES = `
Examples:
  $ scscheck check draft.md
  $ scscheck check articles/ --format csv --output claims.csv
  $ scscheck explain "Every Chinese citizen has a social credit score."
  $ scscheck facts list

Exit status: 0 nothing found, 1 something at or above --fail-on, 2 wrong usage or nothing to check,
3 some inputs could not be read, 70 a fault of the program, 130 interrupted.`;

/** A fresh command line; `run` gives the exit status, and throws CommanderError for usage errors and help. */
export function createProgram(): { run(args: string[]): Promise<number> } {
  let status = 0;
  const done: Done = (value) => {
    status = value;
  };
  const program = new Command('scscheck')
    .description("Finds what an article claims about China's social credit system and checks it against a fact base.")
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    // A command's options belong to it alone: those of `study` and `study sample` have the same names.
    .enablePositionalOptions()
    .exitOverride();
  addCheck(program, done);
  addExplain(program, done);
  addFacts(program, done);
  addStudy(program, done);
  addEval(program, done);
  addLsp(program, done);
  hintAtHelp(program, 'scscheck');
  return {
    async run(args) {
      await program.parseAsync(args, { from: 'user' });
      return status;
    },
  };
}

/** Makes each command's messages on wrong usage one line that names the command's own help. */
function hintAtHelp(command: Command, name: string): void {
  command.configureOutput({ outputError: (message, write) => write(usageLine(message, name)) });
  for (const sub of command.commands) hintAtHelp(sub, `${name} ${sub.name()}`);
}
