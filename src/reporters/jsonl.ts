/** `--format jsonl`: a result record a line. */
import type { Reporter } from './reporter.ts';

/** Writes each record as one line of JSON, in the order of the inputs. */
export function jsonlReporter(): Reporter {
  return {
    head: () => '',
    item: ({ record }) => `${JSON.stringify(record)}\n`,
    tail: () => '',
  };
}
