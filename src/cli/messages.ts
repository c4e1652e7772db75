/** Messages and progress on standard error. */

export interface Messages {
  /** One line on a problem; printed at once, or after the results where those go to a terminal. */
  say(line: string): void;
  /** Shows how far the run is; on a terminal alone. */
  progress(done: number, failed: number): void;
  /** Clears the progress line and prints what was held back. */
  end(): void;
}

export interface MessageOptions {
  /** Show progress: standard error is a terminal and standard output is not. */
  progress: boolean;
  /** Hold lines back until `end`, so that they do not stand between results. */
  hold: boolean;
}

/** Lines held back at most; beyond it they are printed at once, so that memory stays bounded. */
const HELD = 1000;
/** Articles between two updates of the progress line. */
const STEP = 64;
const CLEAR = '\r\u001b[K';

/** Writes to standard error, every line beginning with the program's name. */
export function createMessages({ progress, hold }: MessageOptions): Messages {
  const held: string[] = [];
  let shown = false;
  const print = (line: string): void => {
    if (shown) process.stderr.write(CLEAR);
    shown = false;
    process.stderr.write(`scscheck: ${line}\n`);
  };
  return {
    say(line) {
      if (hold && held.length < HELD) held.push(line);
      else print(line);
    },
    progress(done, failed) {
      if (!progress || done % STEP !== 1) return;
      shown = true;
      process.stderr.write(`${CLEAR}${done} checked${failed > 0 ? `, ${failed} not readable` : ''}`);
    },
    end() {
      if (shown) process.stderr.write(CLEAR);
      shown = false;
      for (const line of held.splice(0)) print(line);
    },
  };
}
