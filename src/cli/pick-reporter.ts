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
    case 'sarif':
      return (await import('../reporters/sarif.ts')).sarifReporter(options);
    case 'github':
      return (await import('../reporters/github.ts')).githubReporter(options);
    case 'junit':
      return (await import('../reporters/junit.ts')).junitReporter(options);
    case 'rdjson':
      return (await import('../reporters/rdjson.ts')).rdjsonReporter(options);
    case 'checkstyle':
      return (await import('../reporters/checkstyle.ts')).checkstyleReporter(options);
    case 'gitlab':
      return (await import('../reporters/gitlab.ts')).gitlabReporter(options);
  }
}
