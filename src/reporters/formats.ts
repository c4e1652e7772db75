/** Output formats of `check`. Imports nothing, so that `--help` can list them at no cost. */
export const FORMATS = ['human', 'json', 'jsonl', 'csv', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];
