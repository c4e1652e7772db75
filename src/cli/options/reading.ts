/** How files and URLs are read: options of every command that takes articles. */
import type { Command } from 'commander';
import { number } from '../usage.ts';

/** Adds them; `cacheHelp` says what the command keeps in the folder of `--cache`. */
export function addReadingOptions(command: Command, cacheHelp: string): void {
  command
    .option('--concurrency <number>', 'files and URLs read at a time, 1 to 64', number(1, 64, true), 4)
    .option('--timeout <seconds>', 'longest time to wait for a URL, 0.1 to 600', number(0.1, 600), 30)
    .option('--delay <seconds>', 'least time between two requests to one host, 0 to 600', number(0, 600), 1)
    .option('--retries <number>', 'further tries where a server fails for now, 0 to 10', number(0, 10, true), 2)
    .option('--cache <folder>', cacheHelp)
    .option('--no-robots', 'do not ask robots.txt (for your own sites)')
    .option('--user-agent <text>', 'User-Agent header of requests')
    .option('--allow-private', 'let URLs lead to local and private addresses');
}
