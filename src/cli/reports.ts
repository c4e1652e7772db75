/** Which reports are asked for, and where they go. */
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { FORMATS, type Format } from '../reporters/formats.ts';

/** A report: its format, and its file; null for standard output. */
export interface ReportAsked {
  format: Format;
  output: string | null;
}

/** `--format` and `--output` in the order of the command line. */
export type ReportOption = { format: Format } | { output: string };

/**
 * Pairs formats and files: a file belongs to the format before it, where that has none yet, else to the format behind it; a
 * file alone gets `human`. Empty for no option. Throws UsageError for a file without a format, and for two reports to one place.
 */
export function pairReports(options: readonly ReportOption[]): ReportAsked[] {
  const reports: ReportAsked[] = [];
  const waiting: string[] = [];
  for (const option of options) {
    const last = reports.at(-1);
    if ('format' in option) reports.push({ format: option.format, output: waiting.shift() ?? null });
    else if (last && last.output === null) last.output = option.output;
    else waiting.push(option.output);
  }
  if (reports.length === 0 && waiting.length > 0) reports.push({ format: 'human', output: waiting.shift()! });
  const [spare] = waiting;
  if (spare !== undefined)
    throw new UsageError('output-without-format', 'no --format for this output', { file: spare }, 'give one before it');
  refuseSame(reports);
  return reports;
}

/** Throws UsageError when two reports go to one place. */
export function refuseSame(reports: readonly ReportAsked[]): void {
  const seen = new Set<string | null>();
  for (const { output, format } of reports) {
    const key = output === null ? null : resolve(output);
    if (seen.has(key)) {
      const place = output === null ? null : { file: output };
      const what =
        output === null ? `two reports for standard output, the second as ${format}` : 'two reports for this file';
      throw new UsageError('same-output', what, place, 'give each format an --output of its own');
    }
    seen.add(key);
  }
}

/** Whether any report is in one of `formats`. */
export const anyIn = (reports: readonly ReportAsked[], formats: readonly Format[]): boolean =>
  reports.some(({ format }) => formats.includes(format));

/** Whether `name` is a format. */
export const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);
