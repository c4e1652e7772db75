/** Loads the reporter of a format; the others stay on disk. */
import type { Format } from '../reporters/formats.ts';
import type { Reporter, ReportOptions } from '../reporters/reporter.ts';

export async function pickReporter(format: Format, options: ReportOptions): Promise<Reporter> {
  switch (format) {
    case 'human':
      return (await import('../reporters/human.ts')).humanReporter(options);
    case 'json':
      return (await import('../reporters/json.ts')).jsonReporter();
    case 'jsonl':
      return (await import('../reporters/jsonl.ts')).jsonlReporter();
    case 'csv':
      return (await import('../reporters/csv.ts')).csvReporter();
    case 'markdown':
      return (await import('../reporters/markdown.ts')).markdownReporter(options);
  }
}
