/** `--format json`: one array of result records. */
import type { Reporter } from './reporter.ts';

/** Writes an indented JSON array, an element an input, in the order of the inputs; `[]` when there are none. */
export function jsonReporter(): Reporter {
  let any = false;
  return {
    head: () => '[',
    item({ record }) {
      const separator = any ? ',\n' : '\n';
      any = true;
      return `${separator}${JSON.stringify(record, null, 2).replaceAll(/^/gm, '  ')}`;
    },
    tail: () => (any ? '\n]\n' : ']\n'),
  };
}
