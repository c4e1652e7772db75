/** Greatest resident memory of a whole process. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/cli.js');

/** MB resident at most while the built program runs to its end, as the system counts it, and how many seconds it took. */
export function peak(args: string[]): Promise<{ most: number; seconds: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
  let most = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process is gone.
    }
  }, 50);
  return new Promise((done) => {
    child.on('close', () => {
      clearInterval(timer);
      done({ most, seconds: (performance.now() - begun) / 1000 });
    });
  });
}
