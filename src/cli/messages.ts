/** Messages and progress on standard error. */
import type { Label } from '../model.ts';
import { oneLine } from '../reporters/escape.ts';

/** What progress shows besides how many are done. */
export interface Counts {
  failed: number;
  labels: Record<Label, number>;
}

export interface Messages {
  /** Whether progress is shown. */
  shows: boolean;
  /** One line on a problem; printed at once, or after the results where those go to a terminal. */
  say(line: string): void;
  /**
   * Shows how far the work is: a line that is rewritten on a terminal, elsewhere a line every few seconds. `share` gives
   * how much of all is done, 0 to 1, or null; it is asked only when a line is due.
   */
  progress(done: number, counts: Counts, share: () => number | null): void;
  /** Clears the progress line and prints what was held back. */
  end(): void;
}

export interface MessageOptions {
  progress: 'none' | 'bar' | 'lines';
  /** Hold lines back until `end`, so that they do not stand between results. */
  hold: boolean;
}

/** Lines held back at most; beyond it they are printed at once, so that memory stays bounded. */
const HELD = 1000;
/** Milliseconds between two updates of the line on a terminal: often enough to look alive. */
const REDRAWN = 200;
/** Milliseconds between two lines elsewhere: a log of an hour keeps to a few hundred lines. */
const LOGGED = 5000;
/** Columns of the bar. */
const BAR = 20;
const CLEAR = '\r\u001b[K';

/** Writes to standard error, every line beginning with the program's name. */
export function createMessages({ progress, hold }: MessageOptions): Messages {
  const held: string[] = [];
  const started = performance.now();
  let shown = false;
  let last = started;
  let first: { share: number; done: number } | null = null;
  const print = (line: string): void => {
    if (shown) process.stderr.write(CLEAR);
    shown = false;
    process.stderr.write(`scscheck: ${oneLine(line)}\n`);
  };
  return {
    shows: progress !== 'none',
    say(line) {
      if (hold && held.length < HELD) held.push(line);
      else print(line);
    },
    progress(done, counts, share) {
      if (progress === 'none') return;
      const now = performance.now();
      if (now - last < (progress === 'bar' ? REDRAWN : LOGGED)) return;
      last = now;
      const at = share();
      first ??= { share: at ?? 0, done };
      const line = progressLine(done - first.done, done, counts, at, first.share, (now - started) / 1000);
      if (progress === 'lines') {
        print(line);
        return;
      }
      shown = true;
      process.stderr.write(CLEAR + line.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
    },
    end() {
      if (shown) process.stderr.write(CLEAR);
      shown = false;
      for (const line of held.splice(0)) print(line);
    },
  };
}

/** `begun` is the share at which the work was taken up, `fresh` how many were done since. */
function progressLine(
  fresh: number,
  done: number,
  { failed, labels }: Counts,
  share: number | null,
  begun: number,
  seconds: number,
): string {
  const full = Math.round((share ?? 0) * BAR);
  const bar = share === null ? [] : [`[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${Math.floor(100 * share)} %`];
  const gained = (share ?? 0) - begun;
  const left = share !== null && gained > 0.005 ? [`${duration((seconds / gained) * (1 - share))} left`] : [];
  return [
    ...bar,
    `${done} checked`,
    `${rate(fresh / Math.max(seconds, 0.001))}/s`,
    ...left,
    `${labels.contradicted} contradicted, ${labels.supported} supported, ${labels.unverified} unverified`,
    ...(failed > 0 ? [`${failed} not readable`] : []),
  ].join(', ');
}

const rate = (perSecond: number): string => (perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond)));

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
