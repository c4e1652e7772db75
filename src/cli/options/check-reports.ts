/** `--format` and `--output` of `check`, whose order counts. */
import { type Command, InvalidArgumentError } from 'commander';
import { FORMATS } from '../../reporters/formats.ts';
import { isFormat, type ReportOption } from '../reports.ts';

/** Adds the two options; gives the list that fills as they are parsed. */
export function addReportOptions(command: Command): ReportOption[] {
  const asked: ReportOption[] = [];
  const format = (value: string): string => {
    if (!isFormat(value)) throw new InvalidArgumentError(`Allowed choices are ${FORMATS.join(', ')}.`);
    asked.push({ format: value });
    return value;
  };
  const output = (value: string): string => {
    asked.push({ output: value });
    return value;
  };
  command
    .option('-f, --format <format>', `output format: ${FORMATS.join(', ')}; may be repeated (default: human)`, format)
    .option('-o, --output <file>', 'write the format before it to a file instead of standard output', output);
  return asked;
}
