/** Runs one command line to its exit status. */
import { CommanderError } from 'commander';
import { errorLine, KnownError } from '../errors.ts';
import { oneLine } from '../reporters/escape.ts';
import { createProgram } from './program.ts';
import { STATUS } from './status.ts';

/** Runs the program with the arguments that follow its name, and ends the process with the status due. */
export async function run(args: string[]): Promise<never> {
  quietOnClosedPipe();
  let status: number;
  try {
    status = await createProgram().run(args);
  } catch (error) {
    status = failure(error);
  }
  await flushed(process.stdout);
  await flushed(process.stderr);
  process.exit(status);
}

/** Prints what a failed run has to say, and gives its status. */
function failure(error: unknown): number {
  // Commander has printed its message (or the help that was asked for) by the time it throws.
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
  if (error instanceof KnownError) {
    process.stderr.write(`scscheck: ${oneLine(errorLine(error))}\n`);
    return error.exitStatus;
  }
  process.stderr.write(`scscheck: this is a fault of the program, please report it\n${trace(error)}\n`);
  return STATUS.fault;
}

const trace = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Who reads the output may stop reading: `scscheck … | head` ends without a word. */
function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(STATUS.closedPipe);
      throw error;
    });
  }
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
