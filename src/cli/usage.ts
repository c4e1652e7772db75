/** Messages on wrong usage, and the parsing of option values. */
import { existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { oneLine } from '../reporters/escape.ts';

/** Commander's message on wrong usage of `command` as one line with a hint on what to do. */
export function usageLine(message: string, command: string): string {
  const line = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [what = line, near] = line.split(/ ?\(Did you mean (.+)\?\)$/);
  const hint = near ? `did you mean ${near}?` : (fileHint(what) ?? `see ${command} --help`);
  return `scscheck: ${oneLine(what.replace(/\.$/, ''))} (${oneLine(hint)})\n`;
}

/** Who gives a file where a command is due means `check`. */
function fileHint(message: string): string | null {
  const name = /^unknown command '(.+)'$/.exec(message)?.[1];
  const isInput = name && (name === '-' || /^https?:/i.test(name) || existsSync(name));
  return isInput ? `did you mean scscheck check ${name}?` : null;
}

/** A parser of a number from `min` to `max`, whole when `whole`. */
export function number(min: number, max: number, whole = false): (value: string) => number {
  return (value) => {
    const parsed = value.trim() === '' ? Number.NaN : Number(value);
    if (!(parsed >= min && parsed <= max) || (whole && !Number.isInteger(parsed))) {
      throw new InvalidArgumentError(`It must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`);
    }
    return parsed;
  };
}

/** A parser of an option that may be given several times. */
export function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}

/** As `collect`, for values out of a fixed set, several of which may stand in one, parted by commas. */
export function collectOf<T extends string>(choices: readonly T[]): (value: string, all?: T[]) => T[] {
  return (value, all = []) => {
    const values = value.split(',').map((one) => one.trim());
    const wrong = values.find((one) => !(choices as readonly string[]).includes(one));
    if (wrong !== undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return [...all, ...(values as T[])];
  };
}
