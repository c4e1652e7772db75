/** Output formats of `check`. Imports nothing, so that `--help` can list them at no cost. */

/** What prints records: every claim. */
export const RECORD_FORMATS = ['human', 'json', 'jsonl', 'csv'] as const;
/** What prints findings: claims that somebody should look at, as linters do. */
export const FINDING_FORMATS = ['sarif', 'github', 'junit', 'rdjson', 'checkstyle', 'gitlab', 'markdown'] as const;
export const FORMATS = [...RECORD_FORMATS, ...FINDING_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

/** Whether a format prints findings. */
export const isFindingFormat = (format: Format): boolean => (FINDING_FORMATS as readonly Format[]).includes(format);
